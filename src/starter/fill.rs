//! Fills what a sample leaves open: `%title%`, `%year%`.

/// A name that samples write between two `%`, and what stands in its place.
pub(super) type Value<'a> = (&'static str, &'a str);

/// The sample with each known name replaced, once: a value that holds `%year%` keeps it.
pub(super) fn fill(sample: &str, values: &[Value<'_>]) -> String {
    let mut filled = String::with_capacity(sample.len());
    let mut rest = sample;
    while let Some((before, after)) = rest.split_once('%') {
        filled.push_str(before);
        let value = values.iter().find_map(|(name, value)| {
            let after = after.strip_prefix(name)?.strip_prefix('%')?;
            Some((value, after))
        });
        rest = match value {
            Some((value, after)) => {
                filled.push_str(value);
                after
            }
            None => {
                filled.push('%');
                after
            }
        };
    }
    filled + rest
}

/// A text as it stands between the straight quotes of a TOML value.
pub(super) fn between_quotes(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            c if c.is_control() => escaped.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{between_quotes, fill};

    #[test]
    fn each_known_name_is_replaced_once() {
        let check = |sample: &str, expected: &str| {
            assert_eq!(fill(sample, &[("title", "À 100 %year%"), ("year", "2026")]), expected);
        };
        check("%title%", "À 100 %year%");
        check("%year%-%year%", "2026-2026");
        check("100 % en %year%, %month%", "100 % en 2026, %month%");
        check("%%year%%", "%2026%");
        check("%", "%");
    }

    #[test]
    fn a_title_stays_within_its_quotes() {
        assert_eq!(between_quotes(r#"La "Ruche" \ l’abri"#), r#"La \"Ruche\" \\ l’abri"#);
        assert_eq!(between_quotes("a\u{7}b"), "a\\u0007b");
    }
}

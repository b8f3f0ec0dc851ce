//! The names in a cell of a plan: who answers for an action, and with whom.

use crate::lang;

/// The names in a cell: separated by commas, semicolons, slashes or line breaks outside parentheses.
///
/// « et » never separates: « Culture et loisirs » is one committee; nor does a comma before « de la culture », nor
/// those of “Department of Recreation, Culture and Sport”, which go on with the name of a service.
pub(super) fn names(text: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut depth = 0_usize;
    let mut before = ' ';
    // Commas before it belong to the name of a service.
    let mut service_end = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let name = names.last_mut().expect("there is a first name");
        if c == ',' && depth == 0 && at >= service_end {
            service_end = at + fields_of_service(name, &text[at..]).unwrap_or_default();
        }
        let goes_on = || c == ',' && (at < service_end || starts_with_link_word(text[at + 1..].trim_start()));
        let is_mark = matches!(c, ',' | ';') || (c == '/' && before.is_whitespace());
        if depth == 0 && is_mark && !goes_on() {
            names.push(String::new());
        } else {
            name.push(c);
        }
        before = c;
    }
    // « ? » and « — » name nobody.
    let is_name = |name: &&str| !name.chars().all(|c| matches!(c, '?' | '-' | '–' | '—' | '…' | '.'));
    names.iter().map(|name| without_bullet(name.trim())).filter(is_name).map(str::to_owned).collect()
}

/// « de la culture et du sport »: no name starts so.
fn starts_with_link_word(text: &str) -> bool {
    const LINKS: &[&str] =
        &["de ", "du ", "des ", "d’", "d'", "et de ", "et du ", "et des ", "et d’", "et d'", "of "];
    LINKS.iter().any(|link| text.starts_with(link))
}

/// How many bytes go on with the name of a service, from the comma behind it: “, Culture and Sport” after
/// “Department of Recreation”. English joins what it does with “and”, before which a comma may stand.
fn fields_of_service(name: &str, rest: &str) -> Option<usize> {
    let first = field_of_service(name)?;
    let mut length = 0;
    for (at, field) in rest.split(',').enumerate() {
        let end = field.find([';', '(', '/', '\n']);
        let read = &field[..end.unwrap_or(field.len())];
        length += read.len() + usize::from(at > 0);
        let field = read.trim();
        let is_last =
            field.contains(" and ") || field.contains(" & ") || (at > 1 && field.starts_with("and "));
        if at == 0 {
            continue;
        }
        if field.is_empty() || names_someone(first) || names_someone(field) || is_full_name(field) {
            return None;
        }
        if is_last {
            return Some(length);
        }
        end.is_none().then_some(())?;
    }
    None
}

/// Whether words are the first and the last name of someone, as far as capitals tell.
fn is_full_name(field: &str) -> bool {
    field.split(" and ").flat_map(|part| part.split(" & ")).any(|part| {
        let mut words = part.split_whitespace().map(|word| word.starts_with(char::is_uppercase));
        words.next() == Some(true) && words.next() == Some(true)
    })
}

/// What a service is said to be of: “Recreation”, for “Department of Recreation”.
fn field_of_service(name: &str) -> Option<&str> {
    // Who sits on a committee may be named behind it; what a ministry is of is a list of fields.
    const SERVICES: &[&str] = &[
        "department",
        "dept",
        "dept.",
        "ministry",
        "minister",
        "division",
        "secretariat",
        "directorate",
        "bureau",
        "branch",
    ];
    let (head, field) = name.split_once(" of ")?;
    let noun = lang::fold(head.rsplit(' ').next()?);
    SERVICES.contains(&noun.as_str()).then_some(field.trim())
}

/// Whether words name a body or a person, and no field of activity: « MRC », “Housing Board”, “Treasurer”.
fn names_someone(text: &str) -> bool {
    const BODIES: &[&str] = &[
        "agency",
        "association",
        "board",
        "center",
        "centre",
        "chair",
        "city",
        "clinic",
        "club",
        "college",
        "commission",
        "committee",
        "consultant",
        "coordination",
        "coordinator",
        "council",
        "county",
        "department",
        "director",
        "federation",
        "foundation",
        "group",
        "library",
        "manager",
        "mayor",
        "member",
        "ministry",
        "municipality",
        "network",
        "office",
        "officer",
        "partner",
        "police",
        "president",
        "school",
        "secretary",
        "society",
        "staff",
        "team",
        "town",
        "treasurer",
        "trustee",
        "university",
        "volunteer",
    ];
    text.split_whitespace().any(|word| {
        let is_acronym = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        let folded = lang::fold(word);
        let named = [folded.as_str(), folded.trim_end_matches('s')];
        is_acronym
            || word.contains(|c: char| c.is_ascii_digit())
            || named.iter().any(|it| BODIES.contains(it))
    })
}

/// A name without the mark or the word that lists put before it: « - Anne », « 1. Anne », « et Anne ».
fn without_bullet(name: &str) -> &str {
    let numbered = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = match numbered.len() < name.len() {
        true => numbered.strip_prefix(['.', ')']),
        false => name.strip_prefix(['-', '–', '—', '•', '·', '▪', '*']),
    };
    let name = rest.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(name, str::trim_start);
    // « Anne, Bob, et Carl »
    ["et ", "and "].iter().find_map(|link| name.strip_prefix(link)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_separated_outside_parentheses() {
        let check = |text: &str, expected: &[&str]| assert_eq!(names(text), expected, "{text}");
        check("Coordination", &["Coordination"]);
        check("MRC, FQM ; CA", &["MRC", "FQM", "CA"]);
        check(
            "Comité habitation (MRC, OMH) / Coordination",
            &["Comité habitation (MRC, OMH)", "Coordination"],
        );
        check("Culture et loisirs", &["Culture et loisirs"]);
        check(
            "Service des loisirs, de la culture et du sport, MRC",
            &["Service des loisirs, de la culture et du sport", "MRC"],
        );
        check("City, Housing Board, and Coordination", &["City", "Housing Board", "Coordination"]);
        check("Anne, Bob, et Carl", &["Anne", "Bob", "Carl"]);
        check("- Ana / - Bo Côté", &["Ana", "Bo Côté"]);
        check("• Ana / 2. Bo / 4-H Laval", &["Ana", "Bo", "4-H Laval"]);
        check("s/o", &["s/o"]);
        check("?, Coordination", &["Coordination"]);
        check("—", &[]);
        check("", &[]);
    }

    #[test]
    fn the_fields_of_a_service_are_one_name() {
        let check = |text: &str, expected: &[&str]| assert_eq!(names(text), expected, "{text}");
        check(
            "Department of Recreation, Culture and Sport",
            &["Department of Recreation, Culture and Sport"],
        );
        check(
            "Coordination, Ministry of Agriculture, Fisheries and Food, MRC",
            &["Coordination", "Ministry of Agriculture, Fisheries and Food", "MRC"],
        );
        check(
            "Department of Parks, Recreation, and Culture",
            &["Department of Parks, Recreation, and Culture"],
        );
        check("Committee on Aging, Mary Smith and Bob", &["Committee on Aging", "Mary Smith and Bob"]);
        check("Coalition of Parents, Rotary and Lions", &["Coalition of Parents", "Rotary and Lions"]);
        check("Ministry of Education, Marie Roy and Al", &["Ministry of Education", "Marie Roy and Al"]);
        check(
            "Ministère de l’Agriculture, des Pêcheries et de l’Alimentation",
            &["Ministère de l’Agriculture, des Pêcheries et de l’Alimentation"],
        );
        check("Department of Recreation, MRC and FQM", &["Department of Recreation", "MRC and FQM"]);
        check(
            "Department of Recreation, Library, and Volunteers",
            &["Department of Recreation", "Library", "Volunteers"],
        );
        check("Board of Directors, Anne and Bob", &["Board of Directors", "Anne and Bob"]);
        check("City of Laval, Anne and Bob", &["City of Laval", "Anne and Bob"]);
        check("Department of Recreation, Anne", &["Department of Recreation", "Anne"]);
    }
}

//! How texts are set: spaces, apostrophes, quotation marks, and what is left to the author.

use jalon::typography::html::set_page;
use jalon::typography::{Spacing, Typography};
use proptest::prelude::{ProptestConfig, proptest};

/// A text as it is shown, no-break spaces drawn `_` and thin ones `~`.
fn check(typography: Typography, text: &str, expected: &str) {
    let set = typography.set(text);
    let drawn = set.replace('\u{a0}', "_").replace('\u{202f}', "~");
    assert_eq!(drawn, expected, "for {text:?}");
    assert_eq!(typography.set(&set), set, "set twice: {text:?}");
}

fn quebec(text: &str, expected: &str) {
    check(Typography::French(Spacing::Closed), text, expected);
}

#[test]
fn a_colon_keeps_its_word() {
    quebec("Trois volets : la navette, le logement", "Trois volets_: la navette, le logement");
    quebec("Axe 2 :", "Axe 2_:");
    quebec("à 13:30, voir https://example.org : oui", "à 13:30, voir https://example.org_: oui");
    quebec("un sourire :-)", "un sourire :-)");
    quebec("Rappel: rien", "Rappel: rien");
}

#[test]
fn strong_marks_stand_close_in_quebec() {
    quebec("Vraiment ? Oui ! Enfin ; presque", "Vraiment? Oui! Enfin; presque");
    quebec("Quoi ?!", "Quoi?!");
    quebec("(Vraiment ?)", "(Vraiment?)");
    quebec(" ?", "?");
    quebec("page ?id=2", "page ?id=2");
    check(Typography::French(Spacing::Thin), "Vraiment ? Oui !", "Vraiment~? Oui~!");
    check(Typography::French(Spacing::Thin), "Vraiment?", "Vraiment?");
}

#[test]
fn guillemets_hold_their_words() {
    quebec("la « navette » du mardi", "la «_navette_» du mardi");
    quebec("la «navette» du mardi", "la «_navette_» du mardi");
    quebec("dit « ", "dit «_");
    quebec(" », dit-elle", "_», dit-elle");
    quebec("«\u{a0}déjà bien mis\u{a0}»", "«_déjà bien mis_»");
    quebec("«\u{202f}mis ailleurs\u{202f}»", "«~mis ailleurs~»");
}

#[test]
fn straight_quotes_become_guillemets_when_they_go_by_two() {
    quebec(r#"le comité "logement" et l'AGA"#, "le comité «_logement_» et l’AGA");
    quebec(r#"« le comité "logement" »"#, "«_le comité “logement”_»");
    quebec(
        r#"le "bilan 2026" et le "Plan d'action 2025-2026"."#,
        "le «_bilan 2026_» et le «_Plan d’action 2025-2026_».",
    );
    quebec(r#"un tuyau de "12" et demi"#, r#"un tuyau de "12" et demi"#);
    quebec(r#"un écran de 27" et demi"#, r#"un écran de 27" et demi"#);
    quebec(r#"de 24" à 27""#, r#"de 24" à 27""#);
    quebec(r#"un "début sans fin"#, r#"un "début sans fin"#);
}

#[test]
fn apostrophes_are_curly_between_letters() {
    quebec("l'été d'une vallée, aujourd'hui", "l’été d’une vallée, aujourd’hui");
    quebec("l'« essai »", "l’«_essai_»");
    quebec("d'", "d’");
    quebec("les années '80", "les années '80");
}

#[test]
fn numbers_percents_and_hours_are_not_cut() {
    quebec("12 345 personnes, 45 % et 1 000,50 $", "12_345 personnes, 45_% et 1_000,50_$");
    quebec("de 13 h 30 à 16 h", "de 13_h_30 à 16_h");
    quebec("8 h 5 du matin", "8_h_5 du matin");
    quebec("à 13\u{a0}h 30 demain", "à 13_h_30 demain");
    quebec("en 2026 300 personnes", "en 2026 300 personnes");
    quebec("514 555 0199", "514 555 0199");
    quebec("les 3 hommes", "les 3 hommes");
    quebec("1 000 000 de fois", "1_000_000 de fois");
    quebec("Axe 2 300", "Axe 2_300");
}

#[test]
fn three_full_stops_are_one_sign() {
    quebec("et puis... voilà", "et puis… voilà");
    quebec("un blanc ....", "un blanc ....");
    quebec("etc...", "etc...");
}

#[test]
fn english_has_its_own_marks() {
    let english = |text: &str, expected: &str| check(Typography::English, text, expected);
    english(r#"the "shuttle" isn't late..."#, "the “shuttle” isn’t late…");
    english("Why ? Because : 45 %", "Why ? Because : 45 %");
    english(r#"a 27" screen"#, r#"a 27" screen"#);
}

#[test]
fn only_the_texts_of_a_page_are_set() {
    let check = |html: &str, expected: &str| {
        let quebec = Typography::French(Spacing::Closed);
        let set = set_page(html, quebec);
        assert_eq!(set.replace('\u{a0}', "_"), expected);
        assert_eq!(set_page(&set, quebec), set, "set twice: {html}");
    };
    check("<p>Quoi : l&#39;été ?</p>", "<p>Quoi_: l’été?</p>");
    check("<p title=\"a : b ?\">a : b</p>", "<p title=\"a : b ?\">a_: b</p>");
    check("<p><code>a : b ?</code> a : b</p>", "<p><code>a : b ?</code> a_: b</p>");
    check("<pre><b>a : b</b></pre>a : b", "<pre><b>a : b</b></pre>a_: b");
    check("<p>a <em>b</em> : c</p>", "<p>a <em>b</em>_: c</p>");
    check(
        "<p lang=\"en\">it's: <b>why ?</b></p><p>pourquoi ?</p>",
        "<p lang=\"en\">it’s: <b>why ?</b></p><p>pourquoi?</p>",
    );
    check(
        "<p lang=\"es\"><span lang=\"fr\">oui ?</span> no ?</p>",
        "<p lang=\"es\"><span lang=\"fr\">oui?</span> no ?</p>",
    );
    check("<div lang=\"en\"><div>a ?</div>b ?</div>c ?", "<div lang=\"en\"><div>a ?</div>b ?</div>c?");
    check(
        "<script>if (a < b) c ? \"</p> ?\" : d</script>e ?",
        "<script>if (a < b) c ? \"</p> ?\" : d</script>e?",
    );
    check("<script src=\"a.js\"></script>b ?", "<script src=\"a.js\"></script>b?");
    check("<!-- a : b ? -->c : d", "<!-- a : b ? -->c_: d");
    check("<img alt=\"a > b ?\">c ?<br>d ?", "<img alt=\"a > b ?\">c?<br>d?");
    check(
        "<a href=\"x\">https://example.org/l'an?a : b</a>",
        "<a href=\"x\">https://example.org/l'an?a : b</a>",
    );
    check("<p>R&amp;D ; a &lt; b ?</p>", "<p>R&amp;D; a &lt; b?</p>");
    check("a < b : c", "a < b_: c");
}

#[test]
fn another_language_is_left_as_typed() {
    assert_eq!(Typography::of_tag("es"), Typography::AsTyped);
    check(Typography::of_tag("iu"), "a : b ?", "a : b ?");
    assert_eq!(Typography::of_tag("fr"), Typography::French(Spacing::Closed));
    assert_eq!(Typography::of_tag("fr-FR"), Typography::French(Spacing::Thin));
    assert_eq!(Typography::of_tag("en-CA"), Typography::English);
}

#[test]
fn forms_left_to_the_author_are_found() {
    let check = |text: &str, expected: &[(&str, &str)]| {
        let found = Typography::French(Spacing::Closed).doubts(text);
        let found: Vec<(&str, String)> = found
            .iter()
            .map(|doubt| (&text[doubt.range.clone()], doubt.better.replace('\u{a0}', "_")))
            .collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(form, better)| (*form, better.as_str())).collect();
        assert_eq!(found, expected, "in {text:?}");
    };
    check("la 2ème rencontre, à 13h30, etc...", &[("2ème", "2e"), ("13h30", "13_h_30"), ("etc...", "etc.")]);
    check("la 1ère et les 2ièmes", &[("1ère", "1re"), ("2ièmes", "2es")]);
    check("à 9h, le 1er et le 2e", &[("9h", "9_h")]);
    check("R2D2 et 3hl", &[]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn setting_twice_is_setting_once(text in "[a-cé ':;!?«»%$\"0-9h.…’“”–\u{a0}\u{202f}\u{2009}\u{301}\u{ad}\u{200b}\u{feff}中😀()\\[\\]/,-]{0,24}") {
        for typography in [
            Typography::French(Spacing::Closed),
            Typography::French(Spacing::Thin),
            Typography::English,
        ] {
            let once = typography.set(&text).into_owned();
            assert_eq!(typography.set(&once), once.as_str(), "{typography:?} {text:?}");
        }
    }

    #[test]
    fn letters_and_digits_are_never_touched(text in "\\PC{0,40}") {
        let kept = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for typography in [Typography::French(Spacing::Closed), Typography::English] {
            assert_eq!(kept(&typography.set(&text)), kept(&text));
        }
        Typography::French(Spacing::Closed).doubts(&text);
    }

    #[test]
    fn any_page_can_be_set(html in "(<(/?(p|code|div|script)( lang=\"(fr|en)\")?>)?|[ab '?<>\"&;:]){0,20}") {
        set_page(&html, Typography::French(Spacing::Closed));
    }
}

//! What calls show: counted by the one function that counts, in the words of the page.

use insta::assert_snapshot;
use jalon::lang::Lang;

use crate::{built, problems, prose, with_text, words};

/// What a visitor reads where a text stands.
fn check(text: &str) -> String {
    let outcome = with_text(text);
    assert_eq!(problems(&outcome, text), "", "{text}");
    words(&prose(&outcome)).replace('\u{a0}', "~")
}

fn html(text: &str) -> String {
    let outcome = with_text(text);
    assert_eq!(problems(&outcome, text), "", "{text}");
    prose(&outcome)
}

#[test]
fn progress_is_a_sentence_a_drawing_or_a_badge() {
    assert_snapshot!(check("Soit {{ progress(plan=\"2025-2026\") }}."), @"Soit 1 sur 3 réalisée; 1 en continu.");
    assert_snapshot!(check("{{ progress(plan=\"2025-2026\", orientation=2) }}"), @"Plan du Phare, Orientation 2~: Outiller État au 1er mars 2026 0 sur 1 réalisée À venir 1 1 action Taux de réalisation~: 0~%");
    assert_snapshot!(check("{{ progress(plan=\"2025-2026\", form=\"sentence\") }}"), @"1 sur 3 réalisée; 1 en continu");
    assert_snapshot!(html("{{ progress(plan=\"2025-2026\", orientation=\"1\", form=\"badge\") }}"), @r#"<p><a href="../../plans/2025-2026/orientation-1/"><img src="../../plans/2025-2026/orientation-1/badge.svg" alt="Orientation 1 : Accueillir : 1 sur 2 réalisée; 1 en continu" width="175" height="24"></a></p>"#);
}

#[test]
fn a_plan_is_named_by_its_folder_its_address_or_its_path() {
    for plan in ["2025-2026", "plans/2025-2026", "/plans/2025-2026/", "@/plans/2025-2026/index.md"] {
        assert_eq!(
            check(&format!("{{{{ progress(plan='{plan}') }}}} ")),
            check("{{ progress(plan=\"2025-2026\") }}")
        );
    }
}

#[test]
fn actions_are_those_that_were_asked_for() {
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", late=true) }}"), @"Plan du Phare État au 1er mars 2026 1 action · En retard 1.1 Préparer la trousse En cours En retard Octobre 2025 Comité accueil");
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", responsible=\"CA\") }}"), @"Plan du Phare État au 1er mars 2026 2 actions · Conseil d’administration 1.2 Ouvrir la salle Réalisée Novembre 2025 Conseil d’administration 1.3 Tenir la porte En continu En continu Conseil d’administration");
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", status=\"à venir, done\") }}"), @"Plan du Phare État au 1er mars 2026 2 actions · À venir · Réalisée 1.2 Ouvrir la salle Réalisée Novembre 2025 Conseil d’administration 2.1 Écrire le guide À venir Mai 2026 Comité accueil");
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", tag=\"Fête\", late=false) }}"), @"Plan du Phare État au 1er mars 2026 1 action · Pas en retard · fête 1.2 Ouvrir la salle Réalisée Novembre 2025 Conseil d’administration");
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", orientation=2, status=\"Abandonnée\") }}"), @"Plan du Phare, Orientation 2~: Outiller État au 1er mars 2026 0 action · Abandonnée");
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", limit=1) }}"), @"Plan du Phare État au 1er mars 2026 4 actions 1.1 Préparer la trousse En cours En retard Octobre 2025 Comité accueil 3 autres actions");
}

#[test]
fn a_timeline_goes_by_date_and_counts_what_has_none() {
    assert_snapshot!(check("{{ timeline(plan=\"2025-2026\") }}"), @"Plan du Phare État au 1er mars 2026 31 octobre 2025 En cours En retard 1.1 Préparer la trousse 30 novembre 2025 Réalisée 1.2 Ouvrir la salle 31 mai 2026 À venir 2.1 Écrire le guide 1 action sans date");
    assert_snapshot!(html("{{ timeline(plan=\"2025-2026\", orientation=2) }}"), @r#"
    <figure class="shown">
    <figcaption>
    <p class="facts-line"><a href="../../plans/2025-2026/orientation-2/">Plan du Phare, Orientation 2 : Outiller</a> <span>État au <time datetime="2026-03-01">1er mars 2026</time></span></p>
    </figcaption>
    <ol class="history">
    <li><p class="facts-line"><time datetime="2026-05-31">31 mai 2026</time> <strong class="tag tag-planned"><svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="6.5"/></svg><span>À venir</span></strong></p>
    <p class="note"><a href="../../plans/2025-2026/#2.1"><span class="number">2.1</span> Écrire le guide</a></p></li>
    </ol>
    </figure>
    "#);
}

#[test]
fn pictures_and_quotes_say_whose_they_are() {
    assert_snapshot!(html("{{ figure(src=\"pont.svg\", alt=\"Un pont\", caption=\"Le pont\", credit=\"Archives\") }}"), @r#"
    <figure>
    <img src="../pont.svg" alt="Un pont">
    <figcaption>Le pont <span class="credit">Crédit : Archives</span></figcaption>
    </figure>
    "#);
    assert_snapshot!(html("{{ figure(src=\"pont.svg\", alt=\"\") }}"), @r#"
    <figure>
    <img src="../pont.svg" alt="">
    </figure>
    "#);
    assert_snapshot!(html("{{ quote(text=\"Un <b>pont</b> \\\"enfin\\\"\", author=\"Une riveraine\", role=\"membre\") }}"), @r#"
    <figure class="quoted">
    <blockquote><p>Un &lt;b&gt;pont&lt;/b&gt; « enfin »</p></blockquote>
    <figcaption><b>Une riveraine</b>, membre</figcaption>
    </figure>
    "#);
}

#[test]
fn an_address_of_e_mail_is_written_in_entities_alone() {
    let html =
        html("{{ contact(email=\"a+b@example.org\", phone=\"418 555-0123, poste 4\", name=\"Le bureau\") }}");
    assert!(!html.contains('@') && !html.contains("mailto"), "{html}");
    assert!(html.contains("&#109;&#97;&#105;&#108;&#116;&#111;&#58;&#97;&#43;&#98;&#64;"), "{html}");
    assert!(html.contains("<a href=\"tel:+14185550123;ext=4\">418 555-0123, poste 4</a>"), "{html}");
    assert_snapshot!(check("Composer le {{ contact(phone=\"811\") }} ou le {{ contact(phone=\"1 800 555-0123\", name=\"Info\") }}."), @"Composer le 811 ou le Info (1 800 555-0123).");
}

#[test]
fn a_file_says_its_format_and_its_size() {
    assert_snapshot!(html("{{ download(file=\"/plans/2025-2026/bilan.pdf\", title=\"Le bilan\") }}"), @r#"<p class="file"><a href="../../plans/2025-2026/bilan.pdf">Le bilan</a> <span class="small">(PDF, 10 octets)</span></p>"#);
    assert_snapshot!(html("Voir {{ download(file=\"/plans/2025-2026/plan.json\") }}."), @r#"<p>Voir <a href="../../plans/2025-2026/plan.json">plan.json</a> <span class="small">(JSON)</span>.</p>"#);
}

#[test]
fn a_video_is_a_plain_link() {
    assert_snapshot!(html("{{ video(url=\"https://www.videos.example.org/f?a=1&b=2\", title=\"La fête\", poster=\"pont.svg\") }}"), @r#"
    <figure class="video">
    <a href="https://www.videos.example.org/f?a=1&amp;b=2"><img src="../pont.svg" alt=""><span>La fête</span></a>
    <figcaption>Vidéo sur videos.example.org</figcaption>
    </figure>
    "#);
    assert_snapshot!(html("Voir {{ video(url=\"https://videos.example.org/f\", title=\"La fête\") }}."), @r#"<p>Voir <a href="https://videos.example.org/f">La fête</a> <span class="small">(Vidéo sur videos.example.org)</span>.</p>"#);
}

/// Within a plan the plan needs no name, on each of the pages that show its text.
#[test]
fn a_plan_shows_its_own_progress_on_all_its_pages() {
    let plan = "+++\nkind = \"plan\"\ntitle = \"Plan\"\nupdated = 2026-03-01\n+++\n\n\
                Soit {{ progress() }}.\n\n## Orientation 1 : Ouvrir\n\n{{ progress(orientation=1, form=\"sentence\") }}\n\n\
                | Actions | État | Remarque |\n|---|---|---|\n| Ouvrir, {{ contact(email=\"a@example.org\", name=\"Anne\") }} | Réalisée | {{ progress(orientation=1) }} |\n| Fermer | À venir | |\n";
    let outcome = built(&[("content/plans/2025-2026/index.md", plan)]);
    let page = |path: &str| String::from_utf8(outcome.files[path].bytes.to_vec()).unwrap();
    assert!(page("plans/2025-2026/index.html").contains("<p>Soit 1 sur 2 réalisée.</p>"));
    for path in ["plans/2025-2026/index.html", "plans/2025-2026/orientation-1/index.html"] {
        assert!(page(path).contains("<p>1 sur 2 réalisée</p>"), "{path}");
        assert!(page(path).contains("Ouvrir, <b>Anne</b> (<a href=\"&#109;"), "{path}");
    }
    assert!(page("plans/2025-2026/plan.json").contains("\"Ouvrir, Anne\""));
}

/// A change of state is seen by every page that counts it.
#[test]
fn a_count_follows_the_plan() {
    let before = check("{{ progress(plan=\"2025-2026\", orientation=2, form=\"sentence\") }}");
    assert_eq!(
        before,
        check("{{ progress(plan=\"2025-2026\", orientation=\"outiller\", form=\"sentence\") }}")
    );
    let done = crate::PLAN.replace("À venir", "Réalisée");
    let text = "{{ progress(plan=\"2025-2026\", orientation=2, form=\"sentence\") }}";
    let outcome = built(&[
        ("content/plans/2025-2026/index.md", &done),
        ("content/pages/essai.md", &format!("# Essai\n\n{text}\n")),
    ]);
    assert_eq!((before.as_str(), words(&prose(&outcome)).as_str()), ("0 sur 1 réalisée", "1 sur 1 réalisée"));
}

#[test]
fn a_site_changes_the_template_and_is_told_what_is_wrong_in_it() {
    let page = ("content/pages/essai.md", "# Essai\n\n{{ quote(text=\"a < b\") }}\n");
    let own = (
        "templates/shortcodes/quote.html",
        "<blockquote>{{ shortcode.text }}, {{ words.home }}</blockquote>\n",
    );
    assert_eq!(prose(&built(&[page, own])), "<blockquote>a &lt; b, Accueil</blockquote>");
    let wrong = ("templates/shortcodes/quote.html", "<p>\n{{ shortcode.texte }}</p>\n");
    let outcome = built(&[page, wrong]);
    let said: Vec<String> = outcome
        .diagnostics
        .iter()
        .map(|it| format!("{} {} {:?}", it.path, it.problem.message(Lang::Fr), it.problem.help(Lang::Fr)))
        .collect();
    assert_snapshot!(said.join("\n").replace('\u{a0}', "~"), @r#"templates/shortcodes/quote.html cette page n’a pas de champ «~texte~» Some("vouliez-vous dire «\u{a0}text\u{a0}»?")"#);
}

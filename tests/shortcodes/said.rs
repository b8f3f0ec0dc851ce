//! What is said of calls that cannot be understood: the place, the cause and the way out.

use insta::assert_snapshot;
use jalon::lang::Lang;

use crate::{problems, prose, with_text, words};

fn check(text: &str) -> String {
    problems(&with_text(text), text)
}

#[test]
fn an_unknown_shortcode_is_told_with_the_nearest() {
    assert_snapshot!(check("Voir {{ progres(plan=\"2025-2026\") }}."), @"1:9 composant inconnu «~progres~» → vouliez-vous dire «~progress~»?");
    assert_snapshot!(check("{{ citation(text=\"Oui\") }}"), @"1:4 composant inconnu «~citation~» → vouliez-vous dire «~quote~»?");
    assert_snapshot!(check("{{ zzz() }}"), @r"1:4 composant inconnu «~zzz~» → les composants sont progress, actions, timeline, figure, quote, contact, download, video; pour écrire ces accolades comme du texte~: `\{{`");
}

#[test]
fn an_unknown_missing_or_repeated_argument_is_told_where_it_stands() {
    assert_snapshot!(check("{{ progress(plans=\"2025-2026\") }}"), @"1:13 «~progress~» n’a pas d’argument «~plans~» → vouliez-vous dire «~plan~»?");
    assert_snapshot!(check("{{ figure(src=\"pont.svg\") }}"), @r#"1:4 il manque un argument à «~figure~» → ajoutez `alt="ce que montre l’image"`"#);
    assert_snapshot!(check("{{ progress(plan=\"2025-2026\", plan=\"2025-2026\") }}"), @"1:31 l’argument «~plan~» est donné deux fois → gardez-en un seul");
    assert_snapshot!(check("{{ progress(\"2025-2026\") }}"), @r#"1:13 la valeur `"2025-2026"` n’a pas de nom → écrivez `plan="2025-2026"`"#);
}

#[test]
fn a_value_of_another_type_is_told_with_what_to_write() {
    assert_snapshot!(check("{{ progress(plan=2025) }}"), @r#"1:18 «~plan~» attend un texte entre guillemets droits, et non `2025` → écrivez `plan="2025"`"#);
    assert_snapshot!(check("{{ progress(plan=2025-2026) }}"), @r#"1:18 «~plan~» attend un texte entre guillemets droits, et non `2025-2026` → écrivez `plan="2025-2026"`"#);
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", late=\"oui\") }}"), @r#"1:35 «~late~» attend true ou false, et non `"oui"` → écrivez `late=true`"#);
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", late=vrai) }}"), @"1:35 «~late~» attend true ou false, et non `vrai` → écrivez `late=true`");
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", limit=\"3\") }}"), @r#"1:36 «~limit~» attend un nombre entier, 1 ou plus, et non `"3"` → écrivez `limit=3`"#);
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", limit=0) }}"), @"1:36 «~limit~» attend un nombre entier, 1 ou plus, et non `0` → par exemple `limit=2`");
    assert_snapshot!(check("{{ progress(plan=\"2025-2026\", form=\"insigne\") }}"), @"1:36 «~insigne~» n’est pas une valeur de «~form~» → les valeurs sont bar, sentence, badge");
    assert_snapshot!(check("{{ quote(text=\" \") }}"), @"1:15 l’argument «~text~» est vide → écrivez-y un texte, ou enlevez-le");
}

#[test]
fn the_quotes_of_a_word_processor_are_understood_and_told() {
    assert_snapshot!(check("{{ progress(plan=“2025-2026”) }}"), @r#"1:18 attention~: les guillemets de “2025-2026” sont ceux d’un traitement de texte → écrivez des guillemets droits~: `plan="2025-2026"`"#);
    assert_snapshot!(check("{{ quote(text=« Enfin! ») }}"), @r#"1:15 attention~: les guillemets de « Enfin! » sont ceux d’un traitement de texte → écrivez des guillemets droits~: `text="Enfin!"`"#);
    assert_eq!(words(&prose(&with_text("{{ quote(text=« Enfin! ») }}"))), "Enfin!");
}

#[test]
fn signs_that_mean_nothing_are_told_where_they_stand() {
    assert_snapshot!(check("{{ progress(plan: \"2025-2026\") }}"), @"1:17 «~:~» n’est pas attendu ici → il faut ici le signe = et une valeur");
    assert_snapshot!(check("{{ progress(plan=\"2025-2026\" orientation=1) }}"), @"1:30 «~orientation~» n’est pas attendu ici → il faut ici une virgule, ou `) }}` pour finir");
    assert_snapshot!(check("{{ progress(plan=) }}"), @r#"1:18 «~)~» n’est pas attendu ici → il faut ici une valeur, comme `"…"`"#);
    assert_snapshot!(check("{{ progress(plan=\"2025-2026\" }}"), @"1:30 «~}}~» n’est pas attendu ici → il faut ici une virgule, ou `) }}` pour finir");
    assert_snapshot!(check("{{ progress(plan=\"2025-2026) }}"), @r#"1:18 le guillemet qui ouvre ce texte n’est jamais fermé → ajoutez le même guillemet à la fin du texte; à l’intérieur, un guillemet droit s’écrit `\"`"#);
    assert_snapshot!(check("{{ quote(text=\"On a dit \"bravo\" fort\") }}"), @r#"1:26 «~bravo~» n’est pas attendu ici → il faut ici une virgule, ou `) }}` pour finir; dans un texte, un guillemet droit s’écrit `\"`"#);
    assert_snapshot!(check("{{ progress(plan=\"2025-2026\")\n\nLa suite."), @"1:1 le composant «~progress~» n’est jamais fermé → terminez-le par `) }}`, sans ligne vide avant la fin");
}

#[test]
fn what_the_site_does_not_have_is_told_with_the_nearest() {
    assert_snapshot!(check("{{ progress() }}"), @r#"1:4 de quel plan s’agit-il? cette page n’en est pas un → ajoutez `plan="2025-2026"`"#);
    assert_snapshot!(check("{{ progress(plan=\"2025-2027\") }}"), @"1:18 le site n’a pas de plan «~2025-2027~» → vouliez-vous dire «~2025-2026~»?");
    assert_snapshot!(check("{{ progress(plan=\"Plan du phare\") }}"), @"1:18 le site n’a pas de plan «~Plan du phare~» → vouliez-vous dire «~2025-2026~»?");
    assert_snapshot!(check("{{ progress(plan=\"2025-2026\", orientation=3) }}"), @"1:43 le plan «~Plan du Phare~» n’a pas d’orientation «~3~» → ses orientations sont 1, 2");
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", status=\"en cour\") }}"), @"1:37 «~en cour~» n’est pas un état → vouliez-vous dire «~En cours~»?");
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", status=\"en retard\") }}"), @"1:37 «~en retard~» n’est pas un état~: une action en retard a aussi le sien → pour les actions en retard, écrivez `late=true`");
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", responsible=\"Comité acueil\") }}"), @"1:42 «~Comité acueil~» n’est responsable d’aucune action du plan «~Plan du Phare~» → vouliez-vous dire «~Comité accueil~»?");
    assert_snapshot!(check("{{ actions(plan=\"2025-2026\", tag=\"jeunes\") }}"), @"1:34 aucune action du plan «~Plan du Phare~» ne porte l’étiquette «~jeunes~» → vouliez-vous dire «~jeunesse~»?");
}

#[test]
fn a_file_or_an_address_that_is_not_there_is_told() {
    assert_snapshot!(check("{{ download(file=\"bilans.pdf\") }}"), @"1:18 le lien «~bilans.pdf~» mène à un fichier introuvable → vouliez-vous dire «~/plans/2025-2026/bilan.pdf~»?");
    assert_snapshot!(check("{{ download(file=\"@/plans/2025-2026/index.md\") }}"), @"1:18 «~@/plans/2025-2026/index.md~» n’est pas un fichier du site → pour une page ou un autre site, écrivez un lien~: `[les mots](l’adresse)`");
    assert_snapshot!(check("{{ figure(src=\"ponts.svg\", alt=\"\") }}"), @"1:15 l’image «~ponts.svg~» est introuvable → vouliez-vous dire «~pont.svg~»?");
    assert_snapshot!(check("{{ figure(src=\"https://example.org/a.png\", alt=\"\") }}"), @"1:15 l’image «~https://example.org/a.png~» est sur un autre site, qui saurait qui visite celui-ci → copiez l’image à côté du texte et donnez son nom");
    assert_snapshot!(check("{{ contact(name=\"Le bureau\") }}"), @r#"1:4 cette personne n’a ni courriel ni téléphone → ajoutez `email="…"` ou `phone="…"`"#);
    assert_snapshot!(check("{{ contact(email=\"bureau@example\") }}"), @"1:18 «~bureau@example~» n’est pas une adresse de courriel → par exemple~: bonjour@example.org");
    assert_snapshot!(check("{{ video(url=\"https://v.example.org\", title=\"La fête\", alt=\"Un phare\") }}"), @r#"1:60 «~alt~» dit ce que montre l’affiche, et cette vidéo n’en a pas → ajoutez `poster="…"`, ou enlevez `alt`"#);
    assert_snapshot!(check("{{ contact(phone=\"555-0123\") }}"), @"1:18 «~555-0123~» n’est pas un numéro de téléphone → par exemple~: 418 555-0123, poste 4");
}

#[test]
fn a_block_stands_alone_and_a_link_in_no_link() {
    assert_snapshot!(check("Voir {{ actions(plan=\"2025-2026\") }}."), @"1:9 «~actions~» ne peut pas être dans une phrase → écrivez-le seul, entre deux lignes vides");
    assert_snapshot!(check("Soit {{ progress(plan=\"2025-2026\", form=\"bar\") }}."), @"1:41 «~progress~» ne peut pas être dans une phrase → écrivez-le seul, entre deux lignes vides");
    assert_snapshot!(check("[le {{ download(file=\"pont.svg\") }}](@/_index.md)"), @"1:8 «~download~» fait un lien, et se trouve dans un autre lien → sortez-le des crochets du lien");
}

#[test]
fn the_habits_of_other_generators_are_told_kindly() {
    assert_snapshot!(check("Bonjour {{ page.title }}."), @r"1:9 attention~: ces accolades n’appellent rien~: elles sont publiées comme du texte → un composant a des parenthèses, comme `{{ progress() }}`; pour écrire ces accolades exprès~: `\{{`");
    assert_snapshot!(check("{{ progress plan=\"2026\" }}"), @r"1:1 attention~: ces accolades n’appellent rien~: elles sont publiées comme du texte → un composant a des parenthèses, comme `{{ progress() }}`; pour écrire ces accolades exprès~: `\{{`");
    assert_snapshot!(check("{{< figure src=\"pont.svg\" >}}"), @r#"1:1 attention~: cette forme est celle de Hugo~: elle est publiée comme du texte → ici, un composant s’écrit `{{ figure(src="…", alt="…") }}`"#);
    assert_snapshot!(check("{% quote(author=\"Moi\") %}Oui{% end %}"), @r#"
    1:1 attention~: un contenu n’est jamais exécuté comme un gabarit~: ceci est publié comme du texte → un composant tient en un seul appel, comme `{{ quote(text="…") }}`
    1:29 attention~: un contenu n’est jamais exécuté comme un gabarit~: ceci est publié comme du texte → un composant tient en un seul appel, comme `{{ quote(text="…") }}`
    "#);
    assert_snapshot!(check("Le taux est {{a+b}} et {%.}."), @"");
}

/// A preview shows a call that cannot be answered as typed.
#[test]
fn a_call_that_is_refused_is_kept_as_typed() {
    for call in
        ["{{ progres(plan=\"x\") }}", "{{ progress(plan=\"x\") }}", "{{ quote(text=\"*a* | b\", b=2) }}"]
    {
        assert_eq!(words(&prose(&with_text(call))), call);
    }
}

/// Every problem above has a twin in English.
#[test]
fn problems_are_worded_in_english_as_well() {
    let text = "{{ progres() }} {{ progress(plan=2025) }} {{ contact(email=\"a\") }} {{ x }}";
    let said: Vec<String> = with_text(text)
        .diagnostics
        .iter()
        .filter(|it| it.path.ends_with("essai.md"))
        .map(|it| it.problem.message(Lang::En))
        .collect();
    assert_snapshot!(said.join("\n"), @"
    unknown shortcode “progres”
    “plan” expects a text between straight quotation marks, not `2025`
    “a” is not an e-mail address
    these braces call nothing: they are published as text
    ");
}

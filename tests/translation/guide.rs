//! The example of the guide does what the guide says.

use crate::{build, text};

const GUIDE: &str = include_str!("../../docs/traduire.md");

/// The examples in Markdown, in order.
fn examples() -> Vec<&'static str> {
    GUIDE.split("```markdown\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn the_plan_of_the_guide_is_published_in_both_languages() {
    let examples = examples();
    let rows = format!("## Goal 1: Getting around\n\n{}", examples[2]);
    for en in [examples[1], &rows] {
        let outcome = build(&[("content/plan/index.md", examples[0]), ("content/plan/index.en.md", en)]);
        let errors: Vec<&str> = outcome
            .diagnostics
            .iter()
            .filter(|it| it.path.ends_with(".en.md"))
            .map(|it| it.problem.code())
            .collect();
        assert_eq!(errors, Vec::<&str>::new());
        let page = text(&outcome, "en/plan/index.html");
        for shown in [
            "Launch the shuttle",
            "<span lang=\"fr-CA\">Prêter des vélos</span></span> <span class=\"meaning only\">in French only</span>",
            "Mark the trail",
            "In progress",
            "<span class=\"as-written\">March 2026</span>",
        ] {
            assert!(page.contains(shown), "{shown} is not shown:\n{page}");
        }
    }
}

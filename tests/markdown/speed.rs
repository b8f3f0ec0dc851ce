//! Large and deep texts are read in reasonable time, without overflowing the stack.

use std::time::{Duration, Instant};

use super::read;

/// Reads on a small stack: a recursion would be felt.
#[expect(clippy::disallowed_methods, reason = "this test is about the time it takes")]
fn read_in(text: String, limit: Duration) -> Duration {
    let thread = std::thread::Builder::new().stack_size(512 * 1024);
    let reading = thread.spawn(move || {
        let start = Instant::now();
        drop(read(&text));
        start.elapsed()
    });
    let took = reading.expect("a thread starts").join().expect("the text is read");
    assert!(took < limit, "{took:?}");
    took
}

#[test]
fn deep_texts_are_read() {
    for text in [
        "> ".repeat(10_000) + "a",
        "[".repeat(10_000),
        "![".repeat(10_000),
        "- ".repeat(10_000) + "a",
        "1. ".repeat(3_000) + "a",
        "*a **a ".repeat(5_000),
        "<b>".repeat(10_000),
        "<div>\n".repeat(10_000),
        "<div>\n\n".repeat(10_000),
        "<a ".repeat(10_000),
        "<!--".repeat(10_000),
        "^a".repeat(10_000),
        "[^a".repeat(10_000),
        "www.a_.".repeat(10_000),
        "(www._".repeat(10_000),
        "http://)".repeat(10_000),
        "a@".repeat(10_000),
        "&#".repeat(10_000),
        "[a](".repeat(10_000),
        "# a\n".repeat(10_000),
        "# a {#a}\n".repeat(10_000),
        (0..5_000).map(|n| format!("<b class=c{n}>a\n\n")).collect(),
        (0..5_000).map(|n| format!("[^a{n}]\n\n[^b{n}]: c\n\n")).collect(),
        "|a".repeat(5_000) + "\n" + &"|-".repeat(5_000) + "\n" + &"|b\n".repeat(20),
        "- a\n - b\n".repeat(5_000),
        (0..300).map(|depth| "  ".repeat(depth) + "- a\n").collect(),
        (0..3_000).map(|n| format!("a[^{n}]\n\n[^{n}]: b[^{}]\n\n", n + 1)).collect(),
    ] {
        read_in(text, Duration::from_secs(20));
    }
}

#[test]
fn a_table_of_five_thousand_rows_is_read() {
    let row = "| 1.1.1 | Maintenir **l’activité**<br>Évaluer | Automne 2025 | En cours | <i>CA</i> |\n";
    read_in(
        format!("| N | A | E | S | R |\n|---|---|---|---|---|\n{}", row.repeat(5_000)),
        Duration::from_secs(20),
    );
}

fn plain(n_bytes: usize) -> String {
    let part = "## Une *orientation*\n\nUn paragraphe avec **du gras**, un [lien](@/plan.md) et l’adresse https://a.ca/x.\n\
                Une deuxième ligne : le 1^er^ juin, « rien de plus » pour les 6 régions visitées.\n\n- une puce\n- une autre\n\n";
    part.repeat(n_bytes / part.len() + 1)
}

#[test]
#[ignore = "a measure, not a check"]
fn the_speed_of_plain_text() {
    for (what, text) in [
        ("plain", plain(5_000_000)),
        ("one paragraph", "été ".repeat(1_000_000)),
        ("20 MB", plain(20_000_000)),
    ] {
        let megabytes = text.len() as f64 / 1e6;
        let took = read_in(text, Duration::from_secs(120));
        println!("{what}: {megabytes:.1} MB in {took:?}, {:.1} MB/s", megabytes / took.as_secs_f64());
    }
}

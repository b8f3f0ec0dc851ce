//! `jalon check --external`, against a server that is made here: what it asks, how, and what it says.

#![cfg(feature = "external")]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the test makes folders and a server, measures time, and stops at the first surprise"
)]

mod command;
mod server;

use std::time::Duration;

use jalon::diagnostic::pages::away::Silence;
use jalon::visit::{Answer, Manners, ask};
use server::Server;

fn manners() -> Manners {
    Manners { pause: Duration::from_millis(30), patience: Duration::from_millis(700), ..Manners::default() }
}

fn check(path: &str, expected: Answer, requests: &[&str]) {
    let server = Server::start("127.0.0.1");
    assert_eq!(ask(&[&server.address(path)], &manners()), [expected], "{path}");
    assert_eq!(server.requests(), requests, "{path}");
}

#[test]
fn a_page_that_is_there_is_asked_for_once_and_never_read() {
    check("/ici", Answer::Stands, &["HEAD /ici"]);
    check("/deplacee", Answer::Stands, &["HEAD /deplacee", "HEAD /ici"]);
}

#[test]
fn a_site_that_refuses_to_be_asked_for_a_head_is_asked_for_the_page() {
    check("/sans-tete", Answer::Stands, &["HEAD /sans-tete", "GET /sans-tete"]);
    check("/tete-coupee", Answer::Stands, &["HEAD /tete-coupee", "GET /tete-coupee"]);
}

#[test]
fn what_leads_to_nothing_is_said_with_its_cause() {
    let gone = |status| Answer::Dead(Silence::NoSuchPage { status });
    check("/perdue", gone(404), &["HEAD /perdue", "GET /perdue"]);
    check("/retiree", gone(410), &["HEAD /retiree", "GET /retiree"]);
    let broken = Answer::Dead(Silence::OutOfOrder { status: 500 });
    check("/panne", broken, &["HEAD /panne", "GET /panne"]);
    check("/lente", Answer::Dead(Silence::TooSlow), &["HEAD /lente"]);
    assert_eq!(ask(&["http://127.0.0.1:1/"], &manners()), [Answer::Dead(Silence::NoAnswer)]);
}

#[test]
fn a_page_that_sends_to_itself_goes_round() {
    let server = Server::start("127.0.0.1");
    assert_eq!(ask(&[&server.address("/boucle")], &manners()), [Answer::Dead(Silence::GoesRound)]);
    assert!(server.requests().len() < 10, "{:?}", server.requests());
}

#[test]
fn a_site_that_turns_programs_away_is_not_said_to_be_dead() {
    check("/portier", Answer::Refuses(403), &["HEAD /portier", "GET /portier"]);
    check("/cohue", Answer::Refuses(429), &["HEAD /cohue", "GET /cohue"]);
}

#[test]
fn a_site_is_asked_one_address_at_a_time_with_a_pause() {
    let server = Server::start("127.0.0.1");
    let addresses: Vec<String> = (0..6).map(|n| server.address(&format!("/ici?{n}"))).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    assert_eq!(ask(&addresses, &manners()), [Answer::Stands; 6]);
    assert_eq!(server.most_at_once(), 1);
    assert!(server.shortest_pause() >= manners().pause, "{:?}", server.shortest_pause());
    assert!(server.names().iter().all(|name| name.starts_with("jalon/")), "{:?}", server.names());
}

//! Asks other sites whether the pages that links lead to are there: the only door to the network
//! beyond this machine, opened by `jalon check --external` alone.

pub mod memory;

use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use ureq::http::Uri;
use ureq::{Agent, Error};

use crate::diagnostic::pages::away::Silence;

/// How other sites are asked: one address at a time on each, and never in a hurry.
#[derive(Debug, Clone)]
pub struct Manners {
    /// How we call ourselves.
    pub name: String,
    /// Between two requests to the same site.
    pub pause: Duration,
    /// For one answer, with the addresses it sends to.
    pub patience: Duration,
    /// How many sites are asked at the same time.
    pub n_sites: usize,
}

impl Default for Manners {
    fn default() -> Manners {
        Manners {
            name: concat!("jalon/", env!("CARGO_PKG_VERSION"), " (link check)").to_owned(),
            pause: Duration::from_millis(500),
            patience: Duration::from_secs(15),
            n_sites: 8,
        }
    }
}

/// What is known of an address once its site was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Stands,
    /// The site does not say: it turns programs away, with this status. A person must look.
    Refuses(u16),
    Dead(Silence),
}

/// Redirections that are followed for one address.
const MAX_REDIRECTIONS: u32 = 5;

/// Asks each address, `http` or `https`; the answers are in the same order.
pub fn ask(addresses: &[&str], manners: &Manners) -> Vec<Answer> {
    let mut sites: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, address) in addresses.iter().enumerate() {
        sites.entry(site(address)).or_default().push(at);
    }
    let n_threads = manners.n_sites.min(sites.len());
    let waiting = Mutex::new(sites.into_values());
    let answers = Mutex::new(vec![Answer::Dead(Silence::NoAnswer); addresses.len()]);
    let agent = agent(manners);
    thread::scope(|scope| {
        for _ in 0..n_threads {
            scope.spawn(|| {
                while let Some(of_site) = taken(&waiting, Iterator::next) {
                    for (nth, at) in of_site.into_iter().enumerate() {
                        if nth > 0 {
                            thread::sleep(manners.pause);
                        }
                        let answer = ask_one(&agent, addresses[at], manners);
                        taken(&answers, |answers| answers[at] = answer);
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Uses what threads share.
fn taken<T, R>(shared: &Mutex<T>, use_it: impl FnOnce(&mut T) -> R) -> R {
    use_it(&mut shared.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
}

/// Scheme, host and port.
fn site(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    format!("{scheme}://{}", host.to_ascii_lowercase())
}

fn agent(manners: &Manners) -> Agent {
    let config = Agent::config_builder()
        .user_agent(manners.name.as_str())
        .timeout_global(Some(manners.patience))
        .max_redirects(MAX_REDIRECTIONS)
        .http_status_as_error(false)
        .build();
    config.into()
}

/// Asks for the head of a page, then for the page where that is refused: some sites answer nothing
/// else, and the page itself is never read.
fn ask_one(agent: &Agent, address: &str, manners: &Manners) -> Answer {
    if address.parse::<Uri>().is_err() {
        return Answer::Dead(Silence::NoSuchSite);
    }
    match agent.head(address).call() {
        Ok(response) if response.status().is_success() => return Answer::Stands,
        Err(error) if !is_about_head(&error) => return Answer::Dead(silence(&error)),
        Ok(_) | Err(_) => thread::sleep(manners.pause),
    }
    match agent.get(address).call() {
        Ok(response) => of_status(response.status().as_u16()),
        Err(error) => Answer::Dead(silence(&error)),
    }
}

/// Whether another way of asking may be answered.
fn is_about_head(error: &Error) -> bool {
    if let Error::Io(error) = error {
        return !matches!(error.kind(), io::ErrorKind::ConnectionRefused | io::ErrorKind::TimedOut);
    }
    matches!(error, Error::Protocol(_) | Error::Http(_) | Error::ConnectionFailed)
}

/// Who is asked to log in, or to wait, or is taken for a robot, has not learnt that there is no page.
fn of_status(status: u16) -> Answer {
    match status {
        200..=399 => Answer::Stands,
        404 | 410 => Answer::Dead(Silence::NoSuchPage { status }),
        500..=599 => Answer::Dead(Silence::OutOfOrder { status }),
        _ => Answer::Refuses(status),
    }
}

fn silence(error: &Error) -> Silence {
    let is_slow = |error: &io::Error| error.kind() == io::ErrorKind::TimedOut;
    if matches!(error, Error::Timeout(_)) || matches!(error, Error::Io(error) if is_slow(error)) {
        Silence::TooSlow
    } else if matches!(error, Error::HostNotFound | Error::BadUri(_))
        || matches!(error, Error::Io(error) if has_no_such_name(error))
    {
        Silence::NoSuchSite
    } else if matches!(error, Error::TooManyRedirects | Error::RedirectFailed) {
        Silence::GoesRound
    } else if matches!(error, Error::Rustls(_) | Error::Tls(_)) {
        Silence::NotTrusted
    } else {
        Silence::NoAnswer
    }
}

/// The standard library has no kind of error for a name that nobody has. A failure that is said to
/// be temporary is that of the network of the person, not of the site.
fn has_no_such_name(error: &io::Error) -> bool {
    let words = error.to_string();
    words.contains("failed to lookup address") && !words.contains("Temporary failure")
}

#[cfg(test)]
mod tests {
    use std::io;

    use ureq::Error;

    use super::{Answer, of_status, silence, site};
    use crate::diagnostic::pages::away::Silence;

    #[test]
    fn a_name_that_nobody_has_is_told_from_a_network_that_is_down() {
        let check = |words: &str, expected: Silence| {
            assert_eq!(silence(&Error::Io(io::Error::other(words.to_owned()))), expected, "{words}");
        };
        let lookup = "failed to lookup address information";
        check(&format!("{lookup}: Name or service not known"), Silence::NoSuchSite);
        check(&format!("{lookup}: Temporary failure in name resolution"), Silence::NoAnswer);
        check("connection reset by peer", Silence::NoAnswer);
    }

    #[test]
    fn only_what_a_site_says_is_gone_is_gone() {
        assert_eq!(of_status(204), Answer::Stands);
        assert_eq!(of_status(401), Answer::Refuses(401));
        assert_eq!(of_status(404), Answer::Dead(Silence::NoSuchPage { status: 404 }));
        assert_eq!(of_status(503), Answer::Dead(Silence::OutOfOrder { status: 503 }));
    }

    #[test]
    fn two_addresses_of_a_site_wait_for_each_other() {
        assert_eq!(site("https://Example.org/a"), site("https://example.org?b"));
        assert_ne!(site("https://example.org/a"), site("https://example.org:8080/a"));
    }
}

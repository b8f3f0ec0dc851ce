//! What is answered to a request: a plain function of what is shown.

use std::io;
use std::net::IpAddr;
use std::ops::Range;
use std::sync::Arc;

use crate::digest::Digest;
use crate::markdown::encoded;
use crate::server::media::{CSS, HTML, SCRIPT, TEXT, media_type};
use crate::server::notice::FileAt;
use crate::server::request::{Method, Request};
use crate::server::stage::{Follows, Looking, Shown, is_page};

/// The addresses that are the preview's own. A hidden name at the root of the host: no site has a file there.
const SCRIPT_ADDRESS: &str = "/.jalon/apercu.js";
const STYLE_ADDRESS: &str = "/.jalon/apercu.css";
const EVENTS_ADDRESS: &str = "/.jalon/nouvelles";
const OPEN_ADDRESS: &str = "/.jalon/ouvrir";

const PREVIEW_SCRIPT: &str = include_str!("preview.js");
const PREVIEW_STYLE: &str = include_str!("preview.css");

/// An answer, before it is put in bytes.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Body,
}

/// What follows the headers.
#[derive(Debug)]
pub enum Body {
    Bytes(Arc<[u8]>, Range<usize>),
    /// What happens to a page as long as it is looked at.
    Events(Looking),
    /// A file to open on this machine, which the answer says was done.
    Opened(FileAt),
}

/// Where a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visitor {
    ThisMachine,
    Network,
}

/// Answers a request.
pub fn answer(follows: Follows, shown: &Shown, visitor: Visitor, request: &Request) -> Answer {
    if !request.host.as_deref().is_some_and(is_ours) {
        return plain(403, "This preview answers to localhost and to IP addresses only.\n");
    }
    if request.method == Method::Post && request.path == OPEN_ADDRESS {
        return opening(shown, visitor, request);
    }
    if matches!(request.method, Method::Post | Method::Other) {
        let refused = plain(405, "This preview can only be read.\n");
        return refused.with("Allow", "GET, HEAD");
    }
    match request.path.as_str() {
        SCRIPT_ADDRESS => file(request, SCRIPT, PREVIEW_SCRIPT.as_bytes().into()),
        STYLE_ADDRESS => file(request, CSS, PREVIEW_STYLE.as_bytes().into()),
        EVENTS_ADDRESS => events(follows, request),
        path if shown.files.is_empty() => unbuilt(shown, path),
        path => of_site(shown, request, path),
    }
}

/// What is not a request.
pub fn odd() -> Answer {
    plain(400, "This is not a request that a browser sends.\n")
}

/// A name that is made to lead to this machine (DNS rebinding) could be any site of the world: only names
/// that always mean this machine, and plain addresses, are answered.
fn is_ours(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost") || name.parse::<IpAddr>().is_ok()
}

/// Opens the file of a problem that is shown, for the person in front of this machine: neither a visitor from the
/// network nor a page of another site may, nor may they choose which file.
fn opening(shown: &Shown, visitor: Visitor, request: &Request) -> Answer {
    if visitor != Visitor::ThisMachine || !request.is_of_preview {
        return plain(403, "Only a page of this preview, on this machine, may open a file.\n");
    }
    let asked = request.asked("place");
    let problem =
        shown.notice.problems.iter().find(|problem| problem.place.is_some() && problem.place == asked);
    match problem.and_then(|problem| problem.file.clone()) {
        Some(file) => Answer { body: Body::Opened(file), ..empty(204) },
        None => plain(404, "No problem is told at this place.\n"),
    }
}

/// That a file could not be opened.
pub fn unopened(error: &io::Error) -> Answer {
    plain(500, &format!("{error}\n"))
}

fn events(follows: Follows, request: &Request) -> Answer {
    let looking = Looking {
        path: request.asked("page").unwrap_or_default(),
        seen: request.last_event.clone().or_else(|| request.asked("seen")).unwrap_or_default(),
        follows,
    };
    Answer {
        status: 200,
        headers: vec![
            ("Content-Type", "text/event-stream; charset=utf-8".to_owned()),
            ("Cache-Control", "no-store".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
        ],
        body: Body::Events(looking),
    }
}

/// While no site could be built, every page says why.
fn unbuilt(shown: &Shown, path: &str) -> Answer {
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.contains('.') && !is_page(name) {
        return plain(404, "No site could be built yet.\n");
    }
    let style = format!("<link rel=\"stylesheet\" href=\"{STYLE_ADDRESS}\">\n");
    let page = shown.notice.to_page(&format!("{style}{}", script(shown)));
    whole(503, HTML, page.into_bytes().into()).with("Cache-Control", "no-store")
}

fn of_site(shown: &Shown, request: &Request, path: &str) -> Answer {
    let base = &shown.base_path;
    if path == "/" && base != "/" || format!("{path}/") == *base {
        return moved(base, &request.query);
    }
    let Some(name) = shown.file_of(path) else { return not_found(shown) };
    if let Some(kept) = shown.files.get(&name) {
        let bytes = if is_page(&name) { with_script(&kept.bytes, shown) } else { Arc::clone(&kept.bytes) };
        return file(request, media_type(&name), bytes);
    }
    if shown.files.contains_key(&format!("{name}/index.html")) {
        return moved(&format!("{path}/"), &request.query);
    }
    not_found(shown)
}

fn not_found(shown: &Shown) -> Answer {
    match shown.files.get("404.html") {
        Some(page) => whole(404, HTML, with_script(&page.bytes, shown)).with("Cache-Control", "no-cache"),
        None => plain(404, "There is nothing at this address.\n"),
    }
}

fn moved(path: &str, query: &str) -> Answer {
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    let to = encoded(&path.replace('%', "%25")).replace('?', "%3F").replace('#', "%23");
    whole(307, TEXT, Arc::default())
        .with("Location", &format!("{to}{query}"))
        .with("Cache-Control", "no-cache")
}

/// A page and the line that keeps it as it is now. Nothing else of it changes.
fn with_script(page: &Arc<[u8]>, shown: &Shown) -> Arc<[u8]> {
    let end = last_of(page, b"</body>").or_else(|| last_of(page, b"</html>")).unwrap_or(page.len());
    [&page[..end], script(shown).as_bytes(), &page[end..]].concat().into()
}

fn script(shown: &Shown) -> String {
    format!("<script src=\"{SCRIPT_ADDRESS}\" data-seen=\"{}\" defer></script>\n", shown.mark())
}

fn last_of(page: &[u8], tag: &[u8]) -> Option<usize> {
    page.windows(tag.len()).rposition(|window| window.eq_ignore_ascii_case(tag))
}

/// A file, or the part of it that was asked for, or that it is still the same.
fn file(request: &Request, media_type: &str, bytes: Arc<[u8]>) -> Answer {
    let tag = format!("\"{}\"", Digest::of(&bytes));
    let known = request.if_none_match.as_deref().unwrap_or_default();
    let is_known =
        known.split(',').map(|known| known.trim().trim_start_matches("W/")).any(|known| known == tag);
    let with_tag = |answer: Answer| answer.with("ETag", &tag).with("Cache-Control", "no-cache");
    if is_known || known.trim() == "*" {
        return with_tag(empty(304));
    }
    let n_bytes = bytes.len();
    let range = request.range.as_deref().filter(|_| match &request.if_range {
        Some(condition) => *condition == tag,
        None => true,
    });
    match range.map_or(Part::All, |range| part(range, n_bytes)) {
        Part::All => with_tag(whole(200, media_type, bytes)).with("Accept-Ranges", "bytes"),
        Part::Of(Range { start, end }) => {
            let answer = with_tag(whole(206, media_type, Arc::clone(&bytes)));
            let said = format!("bytes {start}-{}/{n_bytes}", end - 1);
            Answer { body: Body::Bytes(bytes, start..end), ..answer.with("Content-Range", &said) }
        }
        Part::Beyond => {
            let answer = with_tag(whole(416, TEXT, Arc::default()));
            answer.with("Content-Range", &format!("bytes */{n_bytes}"))
        }
    }
}

/// What part of a file is asked for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    All,
    Of(Range<usize>),
    Beyond,
}

/// Reads `bytes=0-99`, `bytes=100-` or `bytes=-100`. Several parts at once are not needed by players and
/// readers: they get the whole, as RFC 9110 allows.
fn part(range: &str, n_bytes: usize) -> Part {
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Part::All;
    };
    match (first.trim().parse::<usize>(), last.trim().parse::<usize>()) {
        (Ok(first), Ok(last)) if last < first => Part::All,
        (Ok(first), _)
            if first >= n_bytes && (last.trim().is_empty() || last.trim().parse::<usize>().is_ok()) =>
        {
            Part::Beyond
        }
        (Ok(first), Ok(last)) => Part::Of(first..last.saturating_add(1).min(n_bytes)),
        (Ok(first), Err(_)) if last.trim().is_empty() => Part::Of(first..n_bytes),
        (Err(_), Ok(0)) if first.trim().is_empty() => Part::Beyond,
        (Err(_), Ok(_)) if first.trim().is_empty() && n_bytes == 0 => Part::Beyond,
        (Err(_), Ok(last)) if first.trim().is_empty() => Part::Of(n_bytes.saturating_sub(last)..n_bytes),
        (Ok(_) | Err(_), Ok(_) | Err(_)) => Part::All,
    }
}

fn plain(status: u16, text: &str) -> Answer {
    whole(status, TEXT, text.as_bytes().into())
}

fn whole(status: u16, media_type: &str, bytes: Arc<[u8]>) -> Answer {
    let range = 0..bytes.len();
    let answer = Answer { body: Body::Bytes(bytes, range), ..empty(status) };
    answer.with("Content-Type", media_type).with("X-Content-Type-Options", "nosniff")
}

fn empty(status: u16) -> Answer {
    Answer { status, headers: Vec::new(), body: Body::Bytes(Arc::default(), 0..0) }
}

impl Answer {
    fn with(mut self, name: &'static str, value: &str) -> Answer {
        self.headers.push((name, value.to_owned()));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, is_ours, part};

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for host in
            ["localhost", "LOCALHOST:1111", "a.localhost", "127.0.0.1:1111", "[::1]:80", "192.168.0.7"]
        {
            assert!(is_ours(host), "{host}");
        }
        for host in
            ["example.org", "localhost.example.org", "127.0.0.1.example.org:1111", "", "[example.org]"]
        {
            assert!(!is_ours(host), "{host}");
        }
    }

    fn check(range: &str, n_bytes: usize, expected: Part) {
        assert_eq!(part(range, n_bytes), expected, "{range} of {n_bytes}");
    }

    #[test]
    fn a_part_is_given_as_players_ask_for_it() {
        check("bytes=0-3", 10, Part::Of(0..4));
        check("bytes=4-", 10, Part::Of(4..10));
        check("bytes=-3", 10, Part::Of(7..10));
        check("bytes=-30", 10, Part::Of(0..10));
        check("bytes=5-500", 10, Part::Of(5..10));
        check("bytes=10-", 10, Part::Beyond);
        check("bytes=-0", 10, Part::Beyond);
        check("bytes=0-", 0, Part::Beyond);
        check("bytes=-1", 0, Part::Beyond);
    }

    #[test]
    fn an_odd_part_is_the_whole() {
        for range in ["bytes=3-1", "bytes=-", "bytes=a-b", "bytes=0-1,4-5", "octets=0-3", "bytes=1-b"] {
            check(range, 10, Part::All);
        }
    }
}

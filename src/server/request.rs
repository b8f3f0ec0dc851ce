//! What a browser asks for, read from the bytes it sent.

/// The longest a request may be, in bytes: browsers stay far below.
pub const LONGEST: usize = 16 * 1024;

const MOST_HEADERS: usize = 96;

/// A request, without its body: nothing here takes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub method: Method,
    /// Decoded; starts with `/`, and none of its parts is `.` or `..`.
    pub path: String,
    /// What stands after the `?`, as sent.
    pub query: String,
    pub host: Option<String>,
    pub range: Option<String>,
    pub if_range: Option<String>,
    pub if_none_match: Option<String>,
    pub last_event: Option<String>,
    /// Whether the script of the preview asks: a page of another site cannot say so without being allowed to.
    pub is_of_preview: bool,
    pub keeps: Keeps,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Head,
    Post,
    /// What would change something else: nothing here can be changed.
    Other,
}

/// What becomes of the connection after the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    Open,
    Closed,
}

/// What is made of the bytes received so far.
#[derive(Debug, PartialEq, Eq)]
pub enum Received {
    /// A request, and how many bytes it took.
    Whole(Request, usize),
    More,
    /// No request that a browser would send.
    Odd,
}

/// Reads a request from the first bytes of a connection.
pub fn read(bytes: &[u8]) -> Received {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut parsed = httparse::Request::new(&mut headers);
    let n_bytes = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(n_bytes)) => n_bytes,
        Ok(httparse::Status::Partial) if bytes.len() < LONGEST => return Received::More,
        Ok(httparse::Status::Partial) | Err(_) => return Received::Odd,
    };
    let header = |name: &str| {
        let found = parsed.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.and_then(|header| std::str::from_utf8(header.value).ok()).map(|value| value.trim().to_owned())
    };
    let n_hosts = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case("Host")).count();
    if n_hosts > 1 {
        return Received::Odd;
    }
    let target = parsed.path.unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let Some(path) = decoded(path).filter(|path| is_inside(path)) else { return Received::Odd };
    let says = |name: &str, word: &str| header(name).is_some_and(|value| value.eq_ignore_ascii_case(word));
    let has_body =
        header("Transfer-Encoding").is_some() || header("Content-Length").is_some_and(|n| n != "0");
    let is_old = parsed.version != Some(1);
    let request = Request {
        method: match parsed.method {
            Some("GET") => Method::Get,
            Some("HEAD") => Method::Head,
            Some("POST") => Method::Post,
            Some(_) | None => Method::Other,
        },
        path,
        query: query.to_owned(),
        host: header("Host"),
        range: header("Range"),
        if_range: header("If-Range"),
        if_none_match: header("If-None-Match"),
        last_event: header("Last-Event-ID"),
        is_of_preview: header("X-Jalon").is_some(),
        keeps: if is_old || has_body || says("Connection", "close") { Keeps::Closed } else { Keeps::Open },
    };
    Received::Whole(request, n_bytes)
}

impl Request {
    /// A value of the query, decoded.
    pub fn asked(&self, name: &str) -> Option<String> {
        let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).and_then(|(_, value)| decoded(value))
    }
}

/// `/plans/%C3%A9t%C3%A9/` as `/plans/été/`; none when it is no text.
fn decoded(written: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'%', [high, low, after @ ..]) => {
                let digit = |byte: &u8| char::from(*byte).to_digit(16);
                let value = digit(high)? * 16 + digit(low)?;
                bytes.push(u8::try_from(value).ok()?);
                rest = after;
            }
            (b'%', _) => return None,
            (byte, _) => bytes.push(*byte),
        }
    }
    String::from_utf8(bytes).ok()
}

/// Files are looked up by name among those of the site, never on the disk: a path that climbs could find
/// nothing. It is refused all the same, as no page asks for it.
fn is_inside(path: &str) -> bool {
    path.starts_with('/')
        && !path.contains(|c: char| c == '\\' || c.is_control())
        && path.split('/').all(|part| part != "." && part != "..")
}

#[cfg(test)]
mod tests {
    use super::{Received, read};

    fn check(text: &str, expected: &str) {
        let said = match read(text.as_bytes()) {
            Received::Whole(request, _) => {
                let query = if request.query.is_empty() { "" } else { "?" };
                format!("{:?} {}{query}{} {:?}", request.method, request.path, request.query, request.keeps)
            }
            Received::More => "more".to_owned(),
            Received::Odd => "odd".to_owned(),
        };
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn a_request_is_read_as_browsers_send_it() {
        check("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "Get / Open");
        check("HEAD /plans/%C3%A9t%C3%A9/?a=b HTTP/1.1\r\n\r\n", "Head /plans/été/?a=b Open");
        check("GET /a HTTP/1.1\r\nConnection: Close\r\n\r\n", "Get /a Closed");
        check("GET /a HTTP/1.0\r\n\r\n", "Get /a Closed");
        check("POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc", "Post /a Closed");
        check("PUT /a HTTP/1.1\r\n\r\n", "Other /a Open");
        check("GET /a HTTP/1.1\r\nHost: loc", "more");
    }

    #[test]
    fn what_no_browser_sends_is_odd() {
        for text in [
            "GET /../jalon.toml HTTP/1.1\r\n\r\n",
            "GET /%2e%2e/jalon.toml HTTP/1.1\r\n\r\n",
            "GET /a/..%2fb HTTP/1.1\r\n\r\n",
            "GET /a\\b HTTP/1.1\r\n\r\n",
            "GET /a%00b HTTP/1.1\r\n\r\n",
            "GET /a%2 HTTP/1.1\r\n\r\n",
            "GET /%E9 HTTP/1.1\r\n\r\n",
            "GET jalon.toml HTTP/1.1\r\n\r\n",
            "bonjour\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nhost: example.org\r\n\r\n",
        ] {
            check(text, "odd");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_without_a_stop(
            bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200),
        ) {
            let _whatever = read(&bytes);
        }
    }
}

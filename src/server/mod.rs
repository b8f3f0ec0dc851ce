//! Serves a site from memory to the browsers of this machine, and tells them when it changes.
//!
//! One thread for each connection, on the sockets of the standard library: a preview has a handful of
//! visitors. Files are looked up among those of the site; the disk is never touched.

pub mod answer;
pub mod media;
pub mod notice;
pub mod request;
pub mod stage;

use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::server::answer::{Answer, Body, Visitor, answer};
use crate::server::notice::FileAt;
use crate::server::request::{Keeps, Method, Received};
use crate::server::stage::{Follows, Looking, Order, Stage};

/// How many ports are tried after the one that was asked for.
const N_PORTS: u16 = 100;

/// A browser opens six connections to a host; some systems let a program open 256 files in all.
const MOST_CONNECTIONS: usize = 64;

/// How long a connection that says nothing stays open.
const IDLE: Duration = Duration::from_secs(30);

/// How long nothing is accepted after a refusal of the system. Without it, a connection that waits while no
/// file can be opened any more would be asked for again and again, by a processor that does nothing else.
const AFTER_REFUSAL: Duration = Duration::from_millis(50);

/// How often an open page is spoken to when nothing happens: only so is it known that it was closed.
const STILL_THERE: Duration = Duration::from_secs(10);

/// Opens a file of this machine at a place.
pub type Opens = dyn Fn(&FileAt) -> io::Result<()> + Send + Sync;

/// A place to serve from, taken but not served yet.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Takes a port, or the next one that is free.
    pub fn bind(interface: IpAddr, port: u16) -> io::Result<Server> {
        let mut taken = None;
        for port in port..=port.saturating_add(N_PORTS) {
            match TcpListener::bind((interface, port)) {
                Ok(listener) => return Ok(Server { address: listener.local_addr()?, listener }),
                Err(error) if is_taken(&error) => taken = Some(error),
                Err(error) => return Err(error),
            }
        }
        Err(taken.unwrap_or_else(|| io::ErrorKind::AddrInUse.into()))
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers from a thread of its own, until the program ends.
    pub fn serve(self, stage: Arc<Stage>, follows: Follows, opens: Arc<Opens>) -> io::Result<()> {
        let open = Arc::new(AtomicUsize::new(0));
        let accept = move || {
            for stream in accepted(self.listener.incoming(), || thread::sleep(AFTER_REFUSAL)) {
                if open.fetch_add(1, Ordering::Relaxed) >= MOST_CONNECTIONS {
                    open.fetch_sub(1, Ordering::Relaxed);
                    continue;
                }
                let (stage, count) = (Arc::clone(&stage), Arc::clone(&open));
                let opens = Arc::clone(&opens);
                let connection = move || {
                    // A browser that leaves in the middle of an answer is no news.
                    let _left = converse(stream, &stage, follows, &*opens);
                    count.fetch_sub(1, Ordering::Relaxed);
                };
                if thread::Builder::new().name("connection".to_owned()).spawn(connection).is_err() {
                    open.fetch_sub(1, Ordering::Relaxed);
                }
            }
        };
        thread::Builder::new().name("server".to_owned()).spawn(accept).map(drop)
    }
}

/// The connections that could be accepted, with a rest after each that could not.
fn accepted<S>(
    incoming: impl Iterator<Item = io::Result<S>>,
    mut rest: impl FnMut(),
) -> impl Iterator<Item = S> {
    incoming.filter_map(move |stream| stream.inspect_err(|_| rest()).ok())
}

/// A port below 1024 is as good as taken for who may not use it.
fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied)
}

/// Answers the requests of a connection, one after the other.
fn converse(mut stream: TcpStream, stage: &Stage, follows: Follows, opens: &Opens) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let visitor = visitor(&stream)?;
    stream.set_write_timeout(Some(IDLE))?;
    let mut received = Vec::new();
    let mut since = now();
    loop {
        let (request, n_bytes) = match request::read(&received) {
            Received::Whole(request, n_bytes) => (request, n_bytes),
            Received::Odd => return send(&mut stream, &answer::odd(), Method::Get, Keeps::Closed),
            Received::More => {
                // The time is that of the whole request: one that comes byte by byte would keep its place for ever.
                let left = IDLE.saturating_sub(since.elapsed());
                if left.is_zero() {
                    return Ok(());
                }
                stream.set_read_timeout(Some(left))?;
                let mut piece = [0; 4096];
                match stream.read(&mut piece)? {
                    0 => return Ok(()),
                    n_read => received.extend_from_slice(&piece[..n_read]),
                }
                continue;
            }
        };
        received.drain(..n_bytes);
        let mut answer = answer(follows, &stage.shown(), visitor, &request);
        if let Body::Opened(file) = &answer.body
            && let Err(error) = opens(file)
        {
            answer = answer::unopened(&error);
        }
        match (&answer.body, request.method) {
            (Body::Events(looking), Method::Get) => {
                send(&mut stream, &answer, request.method, Keeps::Open)?;
                return follow(&mut stream, stage, looking.clone());
            }
            (Body::Events(_) | Body::Bytes(..) | Body::Opened(_), _) => {
                send(&mut stream, &answer, request.method, request.keeps)?;
            }
        }
        if request.keeps == Keeps::Closed {
            return Ok(());
        }
        since = now();
    }
}

/// Whether a connection comes from this machine.
fn visitor(stream: &TcpStream) -> io::Result<Visitor> {
    let is_here = stream.peer_addr()?.ip().to_canonical().is_loopback();
    Ok(if is_here { Visitor::ThisMachine } else { Visitor::Network })
}

#[expect(clippy::disallowed_methods, reason = "a wait is measured; nothing of it reaches a file")]
fn now() -> Instant {
    Instant::now()
}

fn send(stream: &mut TcpStream, answer: &Answer, method: Method, keeps: Keeps) -> io::Result<()> {
    let Answer { status, headers, body } = answer;
    let mut head = format!("HTTP/1.1 {status} {}\r\n", reason(*status));
    for (name, value) in headers {
        write!(head, "{name}: {value}\r\n").expect("a String takes any text");
    }
    let bytes = match body {
        Body::Events(_) | Body::Opened(_) => &[],
        Body::Bytes(bytes, range) => {
            if *status != 304 {
                write!(head, "Content-Length: {}\r\n", range.len()).expect("a String takes any text");
            }
            &bytes[range.clone()]
        }
    };
    if keeps == Keeps::Closed {
        head.push_str("Connection: close\r\n");
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    match method {
        Method::Get | Method::Post | Method::Other => stream.write_all(bytes),
        Method::Head => Ok(()),
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        206 => "Partial Content",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        416 => "Range Not Satisfiable",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "",
    }
}

/// Tells an open page what happens, as server-sent events, until it is closed.
fn follow(stream: &mut TcpStream, stage: &Stage, mut looking: Looking) -> io::Result<()> {
    stream.write_all(b"retry: 1000\n\n")?;
    let mut shown = stage.shown();
    let mut told = None;
    loop {
        let version = shown.version;
        if told != Some(version) {
            let mut message = String::new();
            let notice = match told {
                Some(told) => shown.notice_since(told),
                None => shown.notice_at_first(&looking.seen),
            };
            if let Some(notice) = notice {
                event(&mut message, &shown.mark(), "problems", &notice.to_json());
            }
            match shown.order(&looking) {
                Some(Order::Reload) => event(&mut message, &shown.mark(), "reload", ""),
                Some(Order::Styles) => event(&mut message, &shown.mark(), "styles", ""),
                Some(Order::Go(address)) => event(&mut message, &shown.mark(), "go", &address),
                None => {}
            }
            stream.write_all(message.as_bytes())?;
            looking.seen = shown.mark();
            told = Some(version);
        }
        shown = stage.wait(version, STILL_THERE);
        if shown.version == version {
            stream.write_all(b":\n\n")?;
        }
    }
}

fn event(message: &mut String, mark: &str, name: &str, text: &str) {
    write!(message, "id: {mark}\nevent: {name}\ndata: {text}\n\n").expect("a String takes any text");
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::accepted;

    #[test]
    fn a_connection_that_cannot_be_accepted_is_followed_by_a_rest() {
        let refused = || Err(io::Error::other("too many open files"));
        let mut n_rests = 0;
        let incoming = [Ok("a"), refused(), refused(), Ok("b")];
        let streams: Vec<&str> = accepted(incoming.into_iter(), || n_rests += 1).collect();
        assert_eq!((streams, n_rests), (vec!["a", "b"], 2));
    }
}

//! Another site, on this machine: a path for each way of answering.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// A server that answers until the test ends.
pub struct Server {
    host: String,
    seen: Arc<Mutex<Vec<Request>>>,
}

#[derive(Clone)]
struct Request {
    line: String,
    name: String,
    came: Instant,
    left: Option<Instant>,
}

impl Server {
    pub fn start(host: &str) -> Server {
        let listener = TcpListener::bind((host, 0)).unwrap();
        let host = listener.local_addr().unwrap().to_string();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let server = Server { host, seen: Arc::clone(&seen) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let seen = Arc::clone(&seen);
                thread::spawn(move || answer_all(&stream, &seen));
            }
        });
        server
    }

    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.host)
    }

    /// Such as `HEAD /ici`, in the order they came.
    pub fn requests(&self) -> Vec<String> {
        self.seen.lock().unwrap().iter().map(|request| request.line.clone()).collect()
    }

    pub fn names(&self) -> Vec<String> {
        self.seen.lock().unwrap().iter().map(|request| request.name.clone()).collect()
    }

    /// How many requests were waiting for their answers together.
    pub fn most_at_once(&self) -> usize {
        let seen = self.seen.lock().unwrap();
        let at_once = |one: &Request| {
            let here =
                |other: &&Request| other.came <= one.came && other.left.is_none_or(|left| left > one.came);
            seen.iter().filter(here).count()
        };
        seen.iter().map(at_once).max().unwrap_or(0)
    }

    /// Between an answer and the next request.
    pub fn shortest_pause(&self) -> Duration {
        let seen = self.seen.lock().unwrap();
        let pauses = seen.windows(2).filter_map(|two| Some(two[1].came - two[0].left?));
        pauses.min().unwrap_or_default()
    }
}

/// Answers the requests of a connection, one after the other.
fn answer_all(stream: &TcpStream, seen: &Mutex<Vec<Request>>) {
    let mut reader = BufReader::new(stream);
    loop {
        let (mut line, mut name) = (String::new(), String::new());
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        loop {
            let mut header = String::new();
            if reader.read_line(&mut header).unwrap_or(0) == 0 || header.trim().is_empty() {
                break;
            }
            if let Some(value) = header.to_lowercase().strip_prefix("user-agent:") {
                name = value.trim().to_owned();
            }
        }
        let line = line.rsplit_once(' ').map_or("", |(line, _)| line).to_owned();
        let at = {
            let mut seen = seen.lock().unwrap();
            seen.push(Request { line: line.clone(), name, came: Instant::now(), left: None });
            seen.len() - 1
        };
        let Some(answer) = answer(&line) else { return };
        seen.lock().unwrap()[at].left = Some(Instant::now());
        let mut stream = stream;
        if stream.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

/// None where the connection is cut.
fn answer(line: &str) -> Option<String> {
    let (method, path) = line.split_once(' ')?;
    let status = match (path.split('?').next()?, method) {
        ("/ici", _) | ("/sans-tete" | "/tete-coupee", "GET") => "200 OK",
        ("/deplacee", _) => "301 Moved Permanently\r\nLocation: /ici",
        ("/boucle", _) => "302 Found\r\nLocation: /boucle",
        ("/retiree", _) => "410 Gone",
        ("/panne", _) => "500 Internal Server Error",
        ("/portier", _) => "403 Forbidden",
        ("/cohue", _) => "429 Too Many Requests",
        ("/sans-tete", _) => "405 Method Not Allowed",
        ("/tete-coupee", _) => return None,
        ("/lente", _) => {
            thread::sleep(Duration::from_secs(3));
            return None;
        }
        (_, _) => "404 Not Found",
    };
    Some(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"))
}

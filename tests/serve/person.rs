//! A person with a preview open: a site in a folder, the program, a browser that asks.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long anything may take on a slow machine that does ten things at once.
pub const LONG: Duration = Duration::from_secs(90);

pub const SETTINGS: &str = "title = \"Essai\"\nbase_url = \"https://example.org/\"\n";

/// A site of three pages.
pub fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "jalon.toml", SETTINGS);
    write(folder.path(), "content/_index.md", "+++\ntitle = \"Accueil\"\n+++\n\nBonjour.\n");
    write(folder.path(), "content/un.md", &page("Un", "Premier texte."));
    write(folder.path(), "content/deux.md", &page("Deux", "Second texte."));
    write(folder.path(), "static/note.txt", "0123456789");
    folder
}

pub fn page(title: &str, text: &str) -> String {
    format!("+++\ntitle = \"{title}\"\n+++\n\n{text}\n")
}

pub fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A running preview; it ends with the test.
pub struct Preview {
    pub child: Child,
    pub port: u16,
    /// What the terminal says first.
    pub first: String,
    /// The line that says where the preview is.
    pub greeting: String,
    lines: Receiver<String>,
}

impl Preview {
    /// Starts `jalon serve` in a folder and waits until it says where it is.
    pub fn start(folder: &Path, words: &str) -> Preview {
        Preview::of(command(folder, &format!("serve --lang fr -p 0 {words}")))
    }

    pub fn of(mut command: Command) -> Preview {
        let mut child = command.spawn().unwrap();
        let lines = lines(child.stdout.take().unwrap());
        let first = until(&lines, "");
        let greeting =
            if first.contains("aperçu à ") { first.clone() } else { until(&lines, "aperçu à ") };
        let (_, address) = greeting.split_once("http://127.0.0.1:").expect("the address is told");
        let port = address.split('/').next().unwrap().parse().unwrap();
        Preview { child, port, first, greeting, lines }
    }

    /// Waits for a line of the terminal.
    pub fn says(&self, words: &str) -> String {
        until(&self.lines, words)
    }

    pub fn get(&self, path: &str) -> Response {
        self.ask(&format!("GET {path} HTTP/1.1"), "")
    }

    pub fn get_with(&self, path: &str, headers: &str) -> Response {
        self.ask(&format!("GET {path} HTTP/1.1"), headers)
    }

    /// Asks with a first line and more headers of one's own, each with its line end.
    pub fn ask(&self, line: &str, headers: &str) -> Response {
        let host = match headers.contains("Host:") {
            true => String::new(),
            false => format!("Host: 127.0.0.1:{}\r\n", self.port),
        };
        let mut stream = self.connect();
        write!(stream, "{line}\r\n{host}{headers}Connection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Response::of(&bytes)
    }

    /// Waits until a page holds some words.
    pub fn shows(&self, path: &str, words: &str) -> Response {
        let started = Instant::now();
        loop {
            let response = self.get(path);
            if response.text().contains(words) {
                return response;
            }
            assert!(started.elapsed() < LONG, "{path} never shows {words}:\n{}", response.text());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Looks at a page as its script does.
    pub fn look(&self, path: &str) -> Looking {
        self.look_since(path, &self.get(path).seen())
    }

    /// Looks at a page that was last spoken to some time ago.
    pub fn look_since(&self, path: &str, seen: &str) -> Looking {
        let mut stream = self.connect();
        let host = self.port;
        write!(
            stream,
            "GET /.jalon/nouvelles?page={path}&seen={seen} HTTP/1.1\r\nHost: localhost:{host}\r\n\r\n"
        )
        .unwrap();
        let lines = lines(stream);
        until(&lines, "retry:");
        Looking { lines }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        stream
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

pub fn command(folder: &Path, words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    command.args(words.split_whitespace()).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// An open page, as its script hears of it.
pub struct Looking {
    lines: Receiver<String>,
}

impl Looking {
    /// The next thing the page is told: the name of an event and its text.
    pub fn hears(&self) -> (String, String) {
        let name = until(&self.lines, "event: ");
        let text = until(&self.lines, "data:");
        let after = |line: &str, start: &str| line.trim_start_matches(start).trim().to_owned();
        (after(&name, "event:"), after(&text, "data:"))
    }

    /// Waits for an event of this name.
    pub fn waits_for(&self, name: &str) -> String {
        loop {
            let (heard, text) = self.hears();
            if heard == name {
                return text;
            }
        }
    }

    /// Waits until the problems are these, by a part of what is told of them.
    pub fn waits_for_problem(&self, words: &str) -> String {
        loop {
            let told = self.waits_for("problems");
            if told.contains(words) {
                return told;
            }
        }
    }
}

/// What was answered.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Response {
    fn of(bytes: &[u8]) -> Response {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Response { status, head, body: bytes[end + 4..].to_vec() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.head.lines().filter_map(|line| line.split_once(": "));
        headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What the page says it has seen.
    pub fn seen(&self) -> String {
        let text = self.text();
        let (_, after) = text.split_once("data-seen=\"").expect("a page has its script");
        after.split('"').next().unwrap().to_owned()
    }

    /// The page without the line of its script.
    pub fn without_script(&self) -> String {
        let lines = self.text();
        let lines = lines.split_inclusive('\n').filter(|line| !line.contains("/.jalon/apercu.js"));
        lines.collect()
    }
}

fn lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(from).lines() {
            let Ok(line) = line else { return };
            if sender.send(line.replace('\u{a0}', " ")).is_err() {
                return;
            }
        }
    });
    receiver
}

fn until(lines: &Receiver<String>, words: &str) -> String {
    let mut passed = Vec::new();
    loop {
        match lines.recv_timeout(LONG) {
            Ok(line) if line.contains(words) => return line,
            Ok(line) => passed.push(line),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                panic!("« {words} » never came; only {passed:#?}")
            }
        }
    }
}

//! Opens the browser of the person on an address.

use std::io;
use std::process::{Command, Stdio};
use std::thread;

/// Asks the system to open an address.
pub fn open(url: &str) -> io::Result<()> {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "windows") {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(url);
    let mut opened = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // A program that nobody waits for stays in the list of the system until we end.
    thread::Builder::new().spawn(move || opened.wait()).map(drop)
}

//! Opens, in the programs of the person, an address or the file of a problem.

use std::ffi::OsString;
use std::io;
use std::path::{self, Path};
use std::process::{Command, Stdio};
use std::thread;

use crate::server::notice::FileAt;

/// What opens the files of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Editor {
    /// The program that the system has for each kind of file; it knows nothing of lines.
    OfSystem,
    /// A program by its name or its path: `code`, `zed`, `/usr/bin/kate`.
    Named(String),
}

/// The files that a system opens to be written in. Some others it would run.
const WRITTEN: [&str; 8] = ["css", "csv", "md", "ods", "toml", "tsv", "txt", "xlsx"];

impl Editor {
    /// Whether a file is one to write in.
    pub fn takes(&self, path: &str) -> bool {
        match self {
            Editor::Named(_) => true,
            Editor::OfSystem => {
                let ending =
                    Path::new(path).extension().map(|ending| ending.to_string_lossy().to_lowercase());
                ending.is_some_and(|ending| WRITTEN.contains(&ending.as_str()))
            }
        }
    }

    /// Opens a file, at its line for the programs that are known to go there.
    pub fn open(&self, file: &FileAt) -> io::Result<()> {
        // What starts with `-` would be an option.
        let path = path::absolute(&file.path)?;
        match self {
            Editor::OfSystem => run(&mut by_system(path.as_os_str().to_owned())),
            Editor::Named(name) => {
                let arguments = arguments(name, &path, file);
                let with = |name: &str| run(Command::new(name).args(&arguments));
                match with(name) {
                    // Where a command is a script, its whole name is asked for.
                    Err(error) if error.kind() == io::ErrorKind::NotFound && cfg!(target_os = "windows") => {
                        with(&format!("{name}.cmd"))
                    }
                    opened => opened,
                }
            }
        }
    }
}

/// Asks the system to open an address.
pub fn open(url: &str) -> io::Result<()> {
    run(&mut by_system(url.into()))
}

fn by_system(what: OsString) -> Command {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "windows") {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(what);
    command
}

fn run(command: &mut Command) -> io::Result<()> {
    let mut opened = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // A program that nobody waits for stays in the list of the system until we end.
    thread::Builder::new().spawn(move || opened.wait()).map(drop)
}

/// How each program is told a line; one that is not known opens the file alone.
fn arguments(name: &str, path: &Path, FileAt { path: _, line, column }: &FileAt) -> Vec<OsString> {
    let with = |before: &str, after: String| {
        let mut text = OsString::from(before);
        text.push(path);
        text.push(after);
        text
    };
    let at = || with("", format!(":{line}:{column}"));
    let plain = || path.as_os_str().to_owned();
    let stem = Path::new(name).file_stem().map(|stem| stem.to_string_lossy().to_lowercase());
    match stem.as_deref().unwrap_or_default() {
        "code" | "code-insiders" | "codium" | "cursor" | "vscodium" | "windsurf" => {
            vec!["--goto".into(), at()]
        }
        "subl" | "sublime_text" | "zed" | "zeditor" => vec![at()],
        "kate" | "kwrite" => {
            vec![
                "--line".into(),
                line.to_string().into(),
                "--column".into(),
                column.to_string().into(),
                plain(),
            ]
        }
        "gedit" | "gnome-text-editor" | "xed" => vec![format!("+{line}:{column}").into(), plain()],
        "notepad++" => vec![format!("-n{line}").into(), format!("-c{column}").into(), plain()],
        "mate" => vec!["--line".into(), format!("{line}:{column}").into(), plain()],
        "bbedit" => vec![format!("+{line}").into(), plain()],
        _ => vec![plain()],
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Editor, arguments};
    use crate::server::notice::FileAt;

    fn check(name: &str, expected: &str) {
        let file = FileAt { path: String::new(), line: 3, column: 7 };
        let said = arguments(name, Path::new("/site/été/un plan.md"), &file);
        let said: Vec<_> = said.iter().map(|it| it.to_string_lossy().into_owned()).collect();
        assert_eq!(said.join(" | "), expected, "{name}");
    }

    #[test]
    fn each_program_is_told_the_line_in_its_own_way() {
        check("code", "--goto | /site/été/un plan.md:3:7");
        check("/opt/VSCodium/codium", "--goto | /site/été/un plan.md:3:7");
        check("Code.exe", "--goto | /site/été/un plan.md:3:7");
        check("zed", "/site/été/un plan.md:3:7");
        check("kate", "--line | 3 | --column | 7 | /site/été/un plan.md");
        check("gedit", "+3:7 | /site/été/un plan.md");
        check("notepad++", "-n3 | -c7 | /site/été/un plan.md");
        check("mate", "--line | 3:7 | /site/été/un plan.md");
        check("bbedit", "+3 | /site/été/un plan.md");
        check("featherpad", "/site/été/un plan.md");
    }

    #[test]
    fn only_files_to_write_in_are_left_to_the_system() {
        for (path, expected) in [
            ("content/été.md", true),
            ("jalon.TOML", true),
            ("suivi.xlsx", true),
            ("outil.exe", false),
            ("outil", false),
        ] {
            assert_eq!(Editor::OfSystem.takes(path), expected, "{path}");
            assert!(Editor::Named("code".to_owned()).takes(path), "{path}");
        }
    }
}

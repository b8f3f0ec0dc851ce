//! The files of the project, and code without its comments.

use std::fmt;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// A text file of the project; `path` is relative to its root, written with `/`.
pub struct File {
    pub path: String,
    pub text: String,
}

/// Something to mend, at a line counted from 1 (0: the file as a whole).
pub struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl Finding {
    pub fn at(file: &File, line: usize, message: impl Into<String>) -> Finding {
        Finding { path: file.path.clone(), line, message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.message),
            line => write!(f, "{}:{line}: {}", self.path, self.message),
        }
    }
}

impl File {
    pub fn new(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    pub fn is_source(&self) -> bool {
        self.is_rust() && self.path.starts_with("src/")
    }

    /// The modules that lead to this file: `src/kind/plan/read.rs` is `kind`, `plan`, `read`.
    pub fn module(&self) -> Vec<&str> {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let inside = inside.strip_suffix(".rs").unwrap_or(inside);
        let inside = inside.strip_suffix("/mod").unwrap_or(inside);
        inside.split('/').filter(|part| !matches!(*part, "lib" | "main")).collect()
    }

    /// The lines that are compiled into the program, with their numbers: what stands before the
    /// tests, without comments. A `//` inside a string ends its line too, which hides nothing that
    /// the guards look for.
    pub fn code(&self) -> Vec<(usize, &str)> {
        let lines: Vec<&str> = self.text.lines().collect();
        lines[..n_lines_before_tests(&lines)]
            .iter()
            .enumerate()
            .map(|(at, line)| (at + 1, line.split("//").next().unwrap_or(line)))
            .collect()
    }

    pub fn n_lines_before_tests(&self) -> usize {
        n_lines_before_tests(&self.text.lines().collect::<Vec<_>>())
    }
}

/// Tests close a file: they start at the `#[cfg(test)]` that a `mod` with a body follows.
fn n_lines_before_tests(lines: &[&str]) -> usize {
    lines
        .iter()
        .enumerate()
        .position(|(at, line)| {
            let follows = lines[at + 1..].iter().find(|line| !line.starts_with("#["));
            *line == "#[cfg(test)]"
                && follows.is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
        })
        .unwrap_or(lines.len())
}

/// Every text file of the project, in the order of their paths.
pub fn files() -> Vec<File> {
    let root = root();
    let walk = WalkDir::new(root).sort_by_file_name().into_iter();
    let walk = walk.filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        let built = entry.depth() == 1 && matches!(&*name, "target" | "public");
        !built && name != ".git" && name != "__pycache__"
    });
    walk.map(|entry| entry.expect("the tree can be read"))
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(root).expect("the walk stays in the tree");
            let text = String::from_utf8(fs::read(entry.path()).expect("the file can be read")).ok()?;
            Some(File { path: path.to_string_lossy().replace('\\', "/"), text })
        })
        .collect()
}

/// One file of the project.
pub fn file(path: &str) -> File {
    let text = fs::read_to_string(root().join(path));
    File { path: path.to_owned(), text: text.unwrap_or_else(|error| panic!("{path}: {error}")) }
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The places where a name starts in a line of code: not in the middle of another name or path.
pub fn starts_of(code: &str, name: &str) -> Vec<usize> {
    let before = |at: usize| code[..at].chars().next_back();
    let inside = |c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '$';
    code.match_indices(name).map(|(at, _)| at).filter(|at| !before(*at).is_some_and(inside)).collect()
}

#[test]
fn code_stops_at_the_tests_and_has_no_comments() {
    let file =
        File::new("src/x.rs", "//! X.\nlet a = 1; // one\n#[cfg(test)]\nmod tests {\n    let b = 2;\n}\n");
    assert_eq!(file.code(), [(1, ""), (2, "let a = 1; ")]);
    assert_eq!(file.n_lines_before_tests(), 2);
}

#[test]
fn a_file_knows_its_module() {
    assert_eq!(File::new("src/kind/plan/mod.rs", "").module(), ["kind", "plan"]);
    assert_eq!(File::new("src/disk.rs", "").module(), ["disk"]);
    assert!(File::new("src/lib.rs", "").module().is_empty());
}

#[test]
fn the_walk_sees_the_sources_and_not_what_is_built() {
    let paths: Vec<String> = files().into_iter().map(|file| file.path).collect();
    assert!(paths.iter().any(|path| path == "src/lib.rs"));
    assert!(paths.iter().any(|path| path == ".gitignore"));
    assert!(!paths.iter().any(|path| path.starts_with("target/") || path.starts_with("public/")));
}

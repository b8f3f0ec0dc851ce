//! The program `jalon`: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    jalon::cli::main()
}

//! The program `jalon`: everything is in the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A site is millions of small texts, most of them let go of at once: see `benches/large_plan`.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    jalon::cli::main()
}

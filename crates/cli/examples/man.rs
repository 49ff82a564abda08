//! The manual page of `houvast`, made from the words of its command line: `man FILE`. `cargo xtask bundle` packs it.
//!
//! One page and not one for each command: the first lines of all pages stand in an index that everybody reads, and those of
//! the commands would say what the logbook is about.

#![allow(clippy::disallowed_methods, reason = "a page that was cut off can be made again")]

#[allow(dead_code, reason = "the page needs the words, not what they are read into")]
#[path = "../src/args.rs"]
mod args;

use clap::CommandFactory;

fn main() -> std::io::Result<()> {
    let file = std::env::args().nth(1).ok_or_else(|| std::io::Error::other("into which file?"))?;
    let mut page = Vec::new();
    clap_mangen::Man::new(args::Arguments::command()).render(&mut page)?;
    // It names a page for each command: here it names the command.
    let page = String::from_utf8_lossy(&page).replace("houvast\\-", "houvast ").replace("(1)\n", "\n");
    std::fs::write(file, page)
}

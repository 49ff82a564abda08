//! Lists the topics: a file that somebody adds to `content/topics` is part of the program, without a line of code.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "content/topics";

fn main() {
    println!("cargo:rerun-if-changed={FOLDER}");
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where the crate is"));
    let mut files: Vec<PathBuf> = fs::read_dir(here.join(FOLDER))
        .expect("the folder is part of the source")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    let mut list = String::from("&[\n");
    for path in files {
        let id = path.file_stem().and_then(|name| name.to_str()).expect("names are ids");
        // Writing to a String cannot fail.
        let _ = writeln!(
            list,
            r#"    ("{id}", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/{FOLDER}/{id}.toml"))),"#
        );
    }
    list.push(']');
    let out = env::var_os("OUT_DIR").expect("cargo says where to write");
    let mut file = fs::File::create(Path::new(&out).join("topics.rs")).expect("the list can be written");
    file.write_all(list.as_bytes()).expect("the list can be written");
}

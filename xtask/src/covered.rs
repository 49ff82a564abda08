//! Is every `cfg` in our code true in one of the builds that look at it? What no build looks at was never even read by a compiler.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use cfg_expr::targets::{TargetInfo, get_builtin_target_by_triple};
use cfg_expr::{Expression, Predicate};
use proc_macro2::{TokenStream, TokenTree};

use crate::check::SYSTEMS;
use crate::step::root;

/// What the tests themselves are built for.
const HERE: &str = "x86_64-unknown-linux-gnu";
/// What a compiler reads on a Mac alone: a build script is made for the machine that builds.
const NEVER_HERE: [(&str, &str); 1] = [("src-tauri/phone/build.rs", "target_os = \"macos\"")];

fn target(triple: &str) -> &'static TargetInfo {
    get_builtin_target_by_triple(triple).unwrap_or_else(|| panic!("{triple} is no target"))
}

/// The machines for which this file is read: the tests run here, the tools and the command line on a PC, the rest everywhere.
fn read_for(file: &Path) -> Vec<&'static TargetInfo> {
    let file = file.strip_prefix(root()).unwrap_or(file);
    let on_pc = ["xtask", "crates/cli", "src-tauri/src/main.rs"].iter().any(|place| file.starts_with(place));
    let systems = SYSTEMS.iter().filter(|system| match system.name {
        "android" | "ios" => !on_pc,
        _ => true,
    });
    let elsewhere = systems.flat_map(|system| system.targets).map(|triple| target(triple));
    let here = std::iter::once(target(HERE));
    if file.starts_with("tests") || file.ends_with("build.rs") {
        here.collect()
    } else {
        here.chain(elsewhere).collect()
    }
}

/// Is it about systems, and true on one of these? Whether it is a test, and which features it has, is left open.
fn is_read(expression: &Expression, machines: &[&TargetInfo]) -> bool {
    let about_systems =
        |predicate: &Predicate<'_>| matches!(predicate, Predicate::Target(_) | Predicate::Flag("mobile" | "desktop"));
    if !expression.predicates().any(|predicate| about_systems(&predicate)) {
        return true;
    }
    machines.iter().any(|machine| {
        let is_phone = machine.os.as_ref().is_some_and(|os| ["android", "ios"].contains(&os.as_str()));
        [true, false].into_iter().any(|open| {
            expression.eval(|predicate| match predicate {
                Predicate::Target(about) => about.matches(*machine),
                Predicate::Flag("mobile") => is_phone,
                Predicate::Flag("desktop") => !is_phone,
                _ => open,
            })
        })
    })
}

/// What stands in `cfg(…)`, `cfg!(…)` and first in `cfg_attr(…)`.
fn cfgs(tokens: TokenStream, found: &mut Vec<String>) {
    let mut named = None;
    for token in tokens {
        match token {
            TokenTree::Ident(name) => named = Some(name.to_string()),
            TokenTree::Punct(mark) if mark.as_char() == '!' => {}
            TokenTree::Group(group) => {
                match named.take().as_deref() {
                    Some("cfg") => found.push(group.stream().to_string()),
                    Some("cfg_attr") => {
                        let is_comma =
                            |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
                        let first: TokenStream =
                            group.stream().into_iter().take_while(|token| !is_comma(token)).collect();
                        found.push(first.to_string());
                    }
                    _ => {}
                }
                cfgs(group.stream(), found);
            }
            _ => named = None,
        }
    }
}

/// The conditions in a file, if it is Rust or a crate's list of what it is made of.
fn conditions(file: &Path) -> Vec<String> {
    let text = || std::fs::read_to_string(file).unwrap();
    if file.extension().is_some_and(|ending| ending == "rs") {
        let mut found = Vec::new();
        cfgs(TokenStream::from_str(&text()).unwrap_or_else(|why| panic!("{}: {why}", file.display())), &mut found);
        return found;
    }
    if file.file_name().is_some_and(|name| name == "Cargo.toml") {
        let of_line = |line: &str| Some(line.strip_prefix("[target.'cfg(")?.split_once(")'")?.0.to_owned());
        return text().lines().filter_map(of_line).collect();
    }
    Vec::new()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() && name != "target" && name != "gen" && name != "node_modules" {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn every_cfg_is_read_by_one_of_the_checks() {
    let mut all = Vec::new();
    for folder in ["crates", "src-tauri", "tests", "xtask"] {
        files(&root().join(folder), &mut all);
    }
    let (mut unread, mut seen) = (Vec::new(), 0);
    for file in &all {
        for condition in conditions(file) {
            let expression = Expression::parse(&condition).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
            seen += 1;
            let known = NEVER_HERE.iter().any(|(place, never)| file.ends_with(place) && condition == *never);
            if !known && !is_read(&expression, &read_for(file)) {
                unread.push(format!("{}: {condition}", file.display()));
            }
        }
    }
    assert!(seen > 50, "only {seen} conditions were found");
    assert!(unread.is_empty(), "no check reads what stands under\n{}", unread.join("\n"));
}

#[test]
fn a_condition_that_is_true_nowhere_is_found_wherever_it_stands() {
    let everywhere = read_for(&root().join("crates/vault/src/lib.rs"));
    let here = read_for(&root().join("tests/tests/window.rs"));
    let is = |condition: &str, machines: &[&TargetInfo]| is_read(&Expression::parse(condition).unwrap(), machines);
    for read in ["windows", "mobile", "target_os = \"ios\"", "all(unix, test)", "feature = \"pdf\"", "not(unix)"] {
        assert!(is(read, &everywhere), "{read}");
    }
    for unread in [
        "target_os = \"freebsd\"",
        "all(windows, mobile)",
        "target_arch = \"riscv64\"",
        "all(target_os = \"ios\", windows)",
    ] {
        assert!(!is(unread, &everywhere), "{unread}");
    }
    assert!(!is("windows", &here) && !is("mobile", &here) && is("target_os = \"linux\"", &here));
    let source =
        "#[cfg(windows)] fn a() { if cfg!(mobile) {} } #[cfg_attr(any(unix, test), inline)] mod b { \"cfg(x)\" }";
    let mut found = Vec::new();
    cfgs(TokenStream::from_str(source).unwrap(), &mut found);
    assert_eq!(
        found.iter().map(|text| text.replace(' ', "")).collect::<Vec<_>>(),
        ["windows", "mobile", "any(unix,test)"]
    );
}

//! Nothing of the Routekaart is left out unseen.

use std::collections::BTreeSet;

use houvast_guidance::{ledger, uses};
use toml::Value;

use crate::files::{each_table, files};

#[test]
fn every_line_is_used_or_says_why_it_is_not_for_the_victim() {
    let mut faults = Vec::new();
    for line in ledger() {
        match (&line.reason, line.used_by.is_empty()) {
            (None, true) => faults.push(format!("{} is neither used nor explained: {}", line.id, line.says)),
            (Some(_), false) => faults.push(format!("{} has a reason, but {:?} use it", line.id, line.used_by)),
            (Some(reason), true) if reason.trim().is_empty() => faults.push(format!("{} has no reason", line.id)),
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_line_that_the_content_names_exists() {
    let lines: BTreeSet<String> = ledger().into_iter().map(|line| line.id).collect();
    let uses = uses();
    assert!(!uses.is_empty());
    let faults: Vec<_> = uses.into_iter().filter(|(_, line)| !lines.contains(line)).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn every_use_in_the_files_is_counted() {
    let mut written = 0;
    for (_, table) in files() {
        each_table(&table, &mut |_, table| {
            written += table.get("lines").and_then(Value::as_array).map_or(0, Vec::len);
        });
    }
    assert_eq!(uses().len(), written);
}

#[test]
fn every_page_is_there_and_every_line_bears_its_page() {
    let lines = ledger();
    for page in 1..=7 {
        assert!(lines.iter().any(|line| line.page == page), "page {page}");
    }
    for line in lines {
        assert!(line.id.starts_with(&format!("r{}-", line.page)), "{} on page {}", line.id, line.page);
        assert!(!line.says.trim().is_empty(), "{}", line.id);
    }
}

#[test]
fn who_names_a_page_of_the_routekaart_uses_a_line_of_it() {
    let mut faults = Vec::new();
    for (name, table) in files() {
        each_table(&table, &mut |place, table| {
            let page =
                table.get("source").and_then(Value::as_str).and_then(|source| source.strip_prefix("Routekaart, p. "));
            let lines: Vec<&str> =
                table.get("lines").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
            if let Some(page) = page
                && !lines.is_empty()
                && !lines.iter().any(|line| line.starts_with(&format!("r{page}-")))
            {
                faults.push(format!("{name}, {place}: page {page}, {lines:?}"));
            }
        });
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

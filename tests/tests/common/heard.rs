//! What a screen reader gets of the app, through AT-SPI: the tree of what is shown, and what is announced.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Deserialize;
use serde_json::Value;

use super::desktop::Desktop;
use super::until;

/// One thing in the tree, in the order in which it is read.
#[derive(Debug, Clone, Deserialize)]
pub struct Node {
    pub role: String,
    pub name: String,
    pub text: String,
    pub level: String,
    pub focusable: bool,
    pub focused: bool,
}

/// A program that listens as a screen reader does.
pub struct Heard {
    child: Child,
    asked: ChildStdin,
    lines: Arc<Mutex<Vec<Value>>>,
}

impl Heard {
    pub fn start(desktop: &Desktop) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/common/heard.py");
        let mut child = desktop
            .command("/usr/bin/python3")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3-gi is installed");
        let (asked, out) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
        let lines = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&lines);
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                let said = serde_json::from_str(&line).expect("it writes JSON");
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(said);
            }
        });
        Self { child, asked, lines }
    }

    fn lines(&self) -> Vec<Value> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Everything that is shown, as it is read.
    pub fn tree(&mut self) -> Vec<Node> {
        let before = self.lines().len();
        self.asked.write_all(b"tree\n").expect("it listens");
        let tree = until("the tree", || self.lines()[before..].iter().find_map(|line| line.get("tree").cloned()));
        serde_json::from_value(tree).expect("it has this shape")
    }

    /// Waits for something of this role that says this.
    pub fn finds(&mut self, role: &str, says: &str) -> Node {
        until(&format!("{role} {says}"), || {
            let is = |node: &Node| node.role == role && (node.name.contains(says) || node.text.contains(says));
            self.tree().into_iter().find(is)
        })
    }

    /// Waits until something that says this was put into a region that is read out by itself.
    pub fn is_told_since(&self, before: usize, says: &str) {
        let is = |line: &Value| {
            let has = |key: &str| line[key].as_str().is_some_and(|text| text.contains(says));
            line["live"] == "polite" && line["event"].is_string() && (has("text") || has("name"))
        };
        until(&format!("an announcement: {says}"), || self.lines()[before..].iter().find(|line| is(line)).cloned());
    }

    /// Where the focus is, as a place among everything in the order in which it is read; and what has it.
    fn focus(&mut self) -> Option<(usize, Node)> {
        let inside = |node: &Node| node.focused && !["frame", "document web"].contains(&node.role.as_str());
        self.tree().into_iter().enumerate().rfind(|(_, node)| inside(node))
    }

    /// Waits until the focus has left this place.
    pub fn focus_after(&mut self, before: Option<usize>) -> (usize, Node) {
        until("the focus elsewhere", || self.focus().filter(|(place, _)| Some(*place) != before))
    }

    /// How much was heard until now.
    pub fn so_far(&self) -> usize {
        self.lines().len()
    }

    /// What can be pressed or filled in has a name.
    pub fn everything_has_a_name(&mut self) {
        let unnamed: Vec<Node> = self
            .tree()
            .into_iter()
            .skip_while(|node| node.role != "document web")
            .skip(1)
            .filter(|node| node.focusable && node.name.is_empty() && node.text.is_empty())
            .collect();
        assert!(unnamed.is_empty(), "without a name: {unnamed:?}");
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

//! Where work is done that is better not done in the middle of everything else.

use std::path::{Path, PathBuf};

/// Where a PDF is read, or pages are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart<'a> {
    /// In a child process of this program, which is one of ours.
    Child(&'a Path),
    /// In a thread of this process: a phone lets no app start a program of its own.
    Thread,
}

impl<'a> From<&'a Path> for Apart<'a> {
    fn from(program: &'a Path) -> Self {
        Self::Child(program)
    }
}

impl<'a> From<&'a PathBuf> for Apart<'a> {
    fn from(program: &'a PathBuf) -> Self {
        Self::Child(program)
    }
}

/// A program, if there can be a child of it.
impl<'a> From<Option<&'a Path>> for Apart<'a> {
    fn from(program: Option<&'a Path>) -> Self {
        program.map_or(Self::Thread, Self::Child)
    }
}

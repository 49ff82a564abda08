//! All that Typst may see: the template, the data, the pictures, the fonts. Everything else is refused.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::FONTS;

pub(crate) struct Desk {
    library: LazyHash<Library>,
    /// The only source there is.
    template: Source,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    /// A desk with this template and these files on it, by their names under the root.
    pub(crate) fn new(template: &str, files: Vec<(String, Vec<u8>)>) -> Self {
        let files = files.into_iter().filter_map(|(name, bytes)| Some((id(&name)?, Bytes::new(bytes)))).collect();
        let main = id("main.typ").expect("a plain file name is a path");
        Self { library: LazyHash::new(Library::default()), template: Source::new(main, template.to_owned()), files }
    }
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.faces.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

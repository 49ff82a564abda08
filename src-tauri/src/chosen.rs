//! A file outside the logbook that the person chose, or that another app handed over: on a PC it has a path, on a phone an
//! address, and whoever gave the address lets us read or write there.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use houvast_logbook::outside::{For, NotWhole, Sink, write_address, write_file};
use houvast_logbook::{KeepError, open_file};
use tauri::{AppHandle, Url};
use tauri_plugin_dialog::FilePath;

use crate::error::AppError;
use crate::window;

/// Where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Chosen {
    /// In a folder.
    Path(PathBuf),
    /// At an address: `content://…` on Android, `file://…` on iOS.
    Address(Url),
}

impl From<PathBuf> for Chosen {
    fn from(path: PathBuf) -> Self {
        Self::Path(path)
    }
}

impl Chosen {
    /// What a dialog answered. An address is one only on a phone; a PC's dialogs may write a path as one, and a test may want to
    /// go a phone's way.
    pub(crate) fn from_dialog(file: FilePath) -> Option<Self> {
        if let FilePath::Url(address) = &file
            && cfg!(mobile)
        {
            return Some(Self::Address(address.clone()));
        }
        let path = file.into_path().ok()?;
        if window::is_driven_by_a_test() && std::env::var_os("HOUVAST_ADDRESSES").is_some() {
            return Url::from_file_path(path).ok().map(Self::Address);
        }
        Some(Self::Path(path))
    }

    /// Its name, to tell the person. Of an address only the phone knows it.
    pub(crate) fn name(&self, app: &AppHandle) -> String {
        let of_path = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        match self {
            Self::Path(path) => of_path(path),
            Self::Address(address) => name_at(app, address),
        }
        .unwrap_or_default()
    }

    /// Where it was written, to tell the person: its name, on a PC behind that of its folder.
    pub(crate) fn place(&self, app: &AppHandle) -> String {
        let name = self.name(app);
        let folder = match self {
            Self::Path(path) => path.parent().and_then(Path::file_name),
            Self::Address(_) => None,
        };
        match folder {
            Some(folder) => Path::new(folder).join(name).to_string_lossy().into_owned(),
            None => name,
        }
    }

    /// Does what is written there take room on this device, as far as its address tells? Storage that can be taken out, and other
    /// apps, have room of their own.
    pub(crate) fn takes_room_here(&self) -> bool {
        match self {
            Self::Path(_) => true,
            Self::Address(address) => match (address.scheme(), address.host_str()) {
                ("file", _) | (_, Some("com.android.providers.downloads.documents")) => true,
                (_, Some("com.android.externalstorage.documents")) => address.path().contains("/primary"),
                _ => false,
            },
        }
    }

    /// Bytes in it, if that can be known before it is opened.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Self::Path(path) => {
                std::fs::metadata(path).map_or(0, |about| if about.is_file() { about.len() } else { 0 })
            }
            Self::Address(_) => 0,
        }
    }

    /// Opens it to be read, and says how long it is; not of a pipe, for which nobody knows.
    pub(crate) fn open(&self, app: &AppHandle) -> Result<(File, Option<u64>), KeepError> {
        let address = match self {
            Self::Path(path) => return open_file(path).map(|(file, size)| (file, Some(size))),
            Self::Address(address) => address,
        };
        let file = open_at(app, address, For::Reading).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => KeepError::Vanished,
            _ => KeepError::Unreadable(error),
        })?;
        let about = file.metadata().map_err(KeepError::Unreadable)?;
        if about.is_dir() {
            return Err(KeepError::Directory);
        }
        Ok((file, about.is_file().then_some(about.len())))
    }

    /// Writes it through `fill`: the whole file or none of it. At an address there is no rename: there it is written, synced and
    /// read again, and if it breaks off the error says what stands there.
    ///
    /// # Errors
    /// What `fill` said, or that it could not be written.
    pub(crate) fn write<E: From<io::Error> + Into<AppError>>(
        &self,
        app: &AppHandle,
        fill: impl FnOnce(&mut dyn Sink) -> Result<(), E>,
    ) -> Result<(), AppError> {
        match self {
            Self::Path(path) => write_file(path, fill).map_err(Into::into),
            Self::Address(address) => {
                write_address(&mut |what| open_at(app, address, what), fill).map_err(|error| match error {
                    NotWhole::Nothing(error) => error.into(),
                    NotWhole::Part(_) => AppError::new("half-written"),
                    _ => AppError::new("written-differs"),
                })
            }
        }
    }
}

/// The name that goes with an address: whoever gave it says so.
#[cfg(target_os = "android")]
fn name_at(app: &AppHandle, address: &Url) -> Option<String> {
    use tauri::Manager;
    app.path().file_name(address.as_str())
}

/// On iOS, and in a test on a PC, an address leads to a file.
#[cfg(not(target_os = "android"))]
fn name_at(_: &AppHandle, address: &Url) -> Option<String> {
    address.to_file_path().ok()?.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// Opens what is at an address, as whoever gave it allows.
#[cfg(mobile)]
fn open_at(app: &AppHandle, address: &Url, what: For) -> io::Result<File> {
    use tauri_plugin_fs::{FsExt, OpenOptions};
    let mut how = OpenOptions::new();
    match what {
        For::Reading => how.read(true),
        For::Writing => how.write(true).truncate(true),
    };
    app.fs().open(FilePath::Url(address.clone()), how)
}

#[cfg(desktop)]
fn open_at(_: &AppHandle, address: &Url, what: For) -> io::Result<File> {
    let path = address.to_file_path().map_err(|()| io::Error::from(io::ErrorKind::Unsupported))?;
    match what {
        For::Reading => File::open(path),
        For::Writing => File::create(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_to_the_device_itself_takes_room_there() {
        let here = |address: &str| Chosen::Address(Url::parse(address).unwrap()).takes_room_here();
        assert!(here("content://com.android.externalstorage.documents/document/primary%3ADownload%2Fa.db"));
        assert!(here("content://com.android.providers.downloads.documents/document/12"));
        assert!(here("file:///private/var/mobile/a.db"));
        // A card, a stick, somebody's cloud.
        assert!(!here("content://com.android.externalstorage.documents/document/1AEF-0F13%3Aa.db"));
        assert!(!here("content://com.google.android.apps.docs.storage/document/acc%3D1"));
    }
}

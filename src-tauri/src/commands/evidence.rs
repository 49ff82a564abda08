//! Keeping files, and giving them back.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use houvast_logbook::model::{Arrival, EvidenceId, IncidentId};
use houvast_logbook::view::{EvidenceView, Gallery, IncidentLine};
use houvast_logbook::{Keep, KeepError, Once, extract};
use serde::{Deserialize, Serialize};
use tauri::ipc::{InvokeBody, Request};
use tauri::{AppHandle, Emitter};

use super::backup::progress;
use super::{Answer, TheDesk};
use crate::awake::Awake;
use crate::chosen::Chosen;
use crate::clipboard::{self, Copied};
use crate::desk::held;
use crate::dialogs;
use crate::error::AppError;
use crate::window;

/// What became of files that were to be kept.
#[derive(Default, Serialize, ts_rs::TS)]
pub(crate) struct Import {
    /// The kept ones.
    pub kept: Vec<EvidenceView>,
    /// Those that are there already, and so were not kept again.
    pub had: Vec<Had>,
    /// The others, and why.
    pub refused: Vec<Refused>,
    /// How many were left when it was stopped or could not go on.
    pub left: usize,
}

/// A file that is there already.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct Had {
    /// The name that it came with now.
    pub name: String,
    /// The piece with the same bytes.
    pub piece: EvidenceView,
    /// The incident that it belongs with.
    pub incident: Option<IncidentLine>,
}

/// A file that was not kept.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct Refused {
    /// Its name.
    pub name: String,
    /// Why.
    pub error: AppError,
}

/// How far an import is.
#[derive(Clone, Serialize, ts_rs::TS)]
pub(crate) struct ImportProgress {
    /// The file.
    pub name: String,
    /// Which of them, from 1.
    pub index: usize,
    /// How many there are.
    pub count: usize,
    /// Bytes done of all of them.
    #[ts(type = "number")]
    pub done: u64,
    /// Bytes of all of them.
    #[ts(type = "number")]
    pub total: u64,
}

/// Bytes between two reports of progress.
const STEP: u64 = 4 << 20;

fn keep(
    app: &AppHandle,
    desk: &TheDesk<'_>,
    files: &[(Chosen, Arrival)],
    incident: Option<&IncidentId>,
    again: bool,
) -> Import {
    desk.stop_import.store(false, Ordering::Relaxed);
    let _awake = Awake::new(app);
    let mut import = Import::default();
    let mut twice = Vec::new();
    let mut total = files.iter().map(|(file, _)| file.size()).sum::<u64>();
    let mut before = 0;
    for (index, (file, arrival)) in files.iter().enumerate() {
        let name = file.name(app);
        let opened = file.open(app);
        let size = opened.as_ref().map_or(0, |(_, size)| size.unwrap_or(0));
        // What is at an address tells its size when it is opened.
        total = total.saturating_sub(file.size()) + size;
        let mut told = None;
        let mut progress = |done: u64, of: u64| {
            desk.touch();
            if told.is_none_or(|told| done == of || done - told >= STEP) {
                told = Some(done);
                let progress = ImportProgress {
                    name: name.clone(),
                    index: index + 1,
                    count: files.len(),
                    done: before + done,
                    total,
                };
                // A window that is closing no longer listens.
                let _ = app.emit_to(window::LABEL, "import-progress", progress);
            }
            if desk.stop_import.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let keep = Keep { name: &name, arrival: *arrival, incident };
        let done = opened.and_then(|(mut source, size)| {
            if again {
                keep.bytes(&***desk, &mut source, size, &mut progress).map(Once::Kept)
            } else {
                keep.bytes_once(&***desk, &mut source, size, &mut progress)
            }
        });
        before += size;
        if let Ok(Once::Had(_)) = done {
            twice.push((file.clone(), *arrival));
        }
        if let Err(error) = import.take(desk, &name, done) {
            import.left = files.len() - index;
            if error.code != "cancelled" {
                import.left -= 1;
                import.refused.push(Refused { name: houvast_intake::safe_name(&name), error });
            }
            break;
        }
    }
    if !again {
        *held(&desk.twice) = twice;
    }
    import
}

impl Import {
    /// Puts away what became of a file. An error here is one that ends the import.
    fn take(&mut self, desk: &TheDesk<'_>, name: &str, done: Result<Once, KeepError>) -> Result<(), AppError> {
        let told = done.map_err(AppError::from).and_then(|once| {
            desk.with(|book| {
                match once {
                    Once::Kept(id) => self.kept.push(book.one_evidence(&id)?),
                    Once::Had(id) => {
                        let piece = book.one_evidence(&id)?;
                        let incident = piece.incident.as_ref().and_then(|incident| book.incident_line(incident));
                        self.had.push(Had { name: houvast_intake::safe_name(name), piece, incident });
                    }
                }
                Ok::<_, AppError>(())
            })
        });
        match told {
            Err(error) if matches!(error.code.as_str(), "cancelled" | "full-disk" | "locked") => Err(error),
            Err(error) => {
                self.refused.push(Refused { name: houvast_intake::safe_name(name), error });
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }
}

/// A folder stands for the files in it, in the order of their names, hidden ones left out. What lies deeper is not taken,
/// and said: a folder can be large, and lead round in a circle.
fn spread(chosen: impl IntoIterator<Item = impl Into<Chosen>>, arrival: Arrival) -> Vec<(Chosen, Arrival)> {
    let in_folder = |path: PathBuf| -> Vec<PathBuf> {
        let is_hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let entries = std::fs::read_dir(&path).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| !is_hidden(path)).collect();
        files.sort();
        // What is no folder, or an empty one, is told as what it is when it is kept.
        if files.is_empty() { vec![path] } else { files }
    };
    let files = |chosen: Chosen| match chosen {
        Chosen::Path(path) => in_folder(path).into_iter().map(Chosen::Path).collect(),
        address @ Chosen::Address(_) => vec![address],
    };
    chosen.into_iter().map(Into::into).flat_map(files).map(|file| (file, arrival)).collect()
}

/// Lets the person choose files, or a folder.
#[tauri::command(async)]
pub(crate) fn pick_evidence(
    app: AppHandle,
    desk: TheDesk<'_>,
    incident: Option<IncidentId>,
    folder: Option<bool>,
) -> Import {
    let chosen = if folder == Some(true) {
        dialogs::pick_folder(&app).into_iter().map(Chosen::from).collect()
    } else {
        dialogs::pick_files(&app)
    };
    keep(&app, &desk, &spread(chosen, Arrival::Picked), incident.as_ref(), false)
}

#[tauri::command(async)]
pub(crate) fn import_dropped(app: AppHandle, desk: TheDesk<'_>, incident: Option<IncidentId>) -> Import {
    let paths = std::mem::take(&mut *held(&desk.dropped));
    keep(&app, &desk, &spread(paths, Arrival::Dropped), incident.as_ref(), false)
}

/// Keeps what the last import found to be there already, on purpose.
#[tauri::command(async)]
pub(crate) fn import_again(app: AppHandle, desk: TheDesk<'_>, incident: Option<IncidentId>) -> Import {
    let files = std::mem::take(&mut *held(&desk.twice));
    keep(&app, &desk, &files, incident.as_ref(), true)
}

/// What stands before the bytes of something that was pasted.
#[derive(Debug, PartialEq, Deserialize)]
struct Pasted {
    name: String,
    incident: Option<IncidentId>,
    /// Keep it even if it is there already.
    again: bool,
}

/// Something that was pasted. The page sends it as bytes, for as JSON a picture would be four times as long: a length
/// (4 bytes, big end first), so much JSON, and the rest is what was pasted.
#[tauri::command(async)]
pub(crate) fn import_bytes(desk: TheDesk<'_>, request: Request<'_>) -> Answer<Import> {
    let (Pasted { name, incident, again }, bytes) = match request.body() {
        InvokeBody::Raw(body) => parts(body),
        InvokeBody::Json(_) => None,
    }
    .ok_or_else(|| AppError::new("internal"))?;
    keep_pasted(&desk, &name, bytes, incident.as_ref(), again)
}

fn keep_pasted(
    desk: &TheDesk<'_>,
    name: &str,
    mut bytes: &[u8],
    incident: Option<&IncidentId>,
    again: bool,
) -> Answer<Import> {
    let keep = Keep { name, arrival: Arrival::Pasted, incident };
    let (size, mut progress) = (bytes.len() as u64, |_, _| ControlFlow::Continue(()));
    let done = if again {
        keep.bytes(&***desk, &mut bytes, size, &mut progress).map(Once::Kept)
    } else {
        keep.bytes_once(&***desk, &mut bytes, size, &mut progress)
    };
    let mut import = Import::default();
    import.take(desk, name, done)?;
    Ok(import)
}

/// Keeps what another program copied, where the page does not get it itself. A picture has no name, so it is given one.
#[tauri::command(async)]
pub(crate) fn import_clipboard(
    app: AppHandle,
    desk: TheDesk<'_>,
    name: String,
    incident: Option<IncidentId>,
    again: bool,
) -> Answer<Import> {
    match clipboard::read(&app) {
        Some(Copied::Files(paths)) => Ok(keep(&app, &desk, &spread(paths, Arrival::Pasted), incident.as_ref(), again)),
        Some(Copied::Picture(bytes, ending)) => {
            keep_pasted(&desk, &format!("{name}.{ending}"), &bytes, incident.as_ref(), again)
        }
        None => Err(AppError::new("nothing-to-paste")),
    }
}

fn parts(body: &[u8]) -> Option<(Pasted, &[u8])> {
    let (length, rest) = body.split_first_chunk::<4>()?;
    let (about, bytes) = rest.split_at_checked(u32::from_be_bytes(*length).try_into().ok()?)?;
    Some((serde_json::from_slice(about).ok()?, bytes))
}

#[tauri::command]
pub(crate) fn cancel_import(desk: TheDesk<'_>) {
    desk.stop_import.store(true, Ordering::Relaxed);
}

#[tauri::command(async)]
pub(crate) fn inbox(desk: TheDesk<'_>) -> Answer<Vec<EvidenceView>> {
    desk.with(|book| Ok::<_, AppError>(book.inbox()))
}

/// Every piece, with what it belongs to.
#[tauri::command(async)]
pub(crate) fn list_evidence(desk: TheDesk<'_>) -> Answer<Gallery> {
    desk.with(|book| Ok::<_, AppError>(book.gallery()))
}

/// Puts pieces with an incident, or back where they wait for one.
#[tauri::command(async)]
pub(crate) fn link_evidence(desk: TheDesk<'_>, ids: Vec<EvidenceId>, incident: Option<IncidentId>) -> Answer<()> {
    desk.with(|book| book.link_all(&ids, incident.as_ref()))
}

#[tauri::command(async)]
pub(crate) fn describe_evidence(
    desk: TheDesk<'_>,
    id: EvidenceId,
    caption: String,
    transcript: String,
) -> Answer<EvidenceView> {
    desk.with(|book| {
        book.describe_evidence(&id, caption, transcript)?;
        book.one_evidence(&id)
    })
}

#[tauri::command(async)]
pub(crate) fn withdraw_evidence(desk: TheDesk<'_>, id: EvidenceId, reason: String) -> Answer<EvidenceView> {
    desk.with(|book| {
        book.withdraw_evidence(&id, &reason)?;
        book.one_evidence(&id)
    })
}

#[tauri::command(async)]
pub(crate) fn restore_evidence(desk: TheDesk<'_>, id: EvidenceId, reason: String) -> Answer<EvidenceView> {
    desk.with(|book| {
        book.restore_evidence(&id, &reason)?;
        book.one_evidence(&id)
    })
}

/// Writes the original where the person chooses; answers with the file's name, or `null` if they chose none.
#[tauri::command(async)]
pub(crate) fn save_evidence(app: AppHandle, desk: TheDesk<'_>, id: EvidenceId) -> Answer<Option<String>> {
    let name = desk.with(|book| book.one_evidence(&id))?.name;
    let Some(chosen) = dialogs::save(&app, &name, None) else { return Ok(None) };
    desk.stop_work.store(false, Ordering::Relaxed);
    chosen.write(&app, |file| {
        extract(&**desk, &id, file, &mut |done, total| {
            desk.touch();
            progress(&app, "saving-progress", &desk.stop_work, done, total)
        })
        .map_err(AppError::from)
    })?;
    Ok(Some(chosen.place(&app)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pasted_comes_apart_into_what_it_is_and_its_bytes() {
        let about = r#"{"name":"plaatje é.png","incident":null,"again":false}"#.as_bytes();
        let mut body = u32::try_from(about.len()).unwrap().to_be_bytes().to_vec();
        body.extend_from_slice(about);
        body.extend_from_slice(b"bytes");
        let (pasted, bytes) = parts(&body).unwrap();
        assert_eq!(pasted, Pasted { name: "plaatje é.png".into(), incident: None, again: false });
        assert_eq!(bytes, b"bytes");
        assert_eq!(parts(&body[..20]), None);
        assert_eq!(parts(&[0, 0, 0]), None);
        assert_eq!(parts(&[0, 0, 0, 2, b'x', b'x']), None);
    }

    #[test]
    fn a_folder_stands_for_the_files_in_it_and_names_what_lies_deeper() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.jpg", "a.jpg", ".verborgen"] {
            std::fs::File::create(folder.path().join(name)).unwrap();
        }
        let (deeper, empty) = (folder.path().join("c"), folder.path().join("c/leeg"));
        std::fs::create_dir_all(&empty).unwrap();
        let alone = folder.path().join("a.jpg");
        let files = spread(vec![folder.path().to_owned(), empty.clone(), alone.clone()], Arrival::Dropped);
        let found: Vec<Chosen> = files.into_iter().map(|(file, _)| file).collect();
        assert_eq!(found, [alone.clone(), folder.path().join("b.jpg"), deeper, empty, alone].map(Chosen::Path));
    }
}

/** The one module that talks to Tauri. Nothing else imports it. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

import type { AgreementView } from "./bindings/AgreementView";
import type { AnchorView } from "./bindings/AnchorView";
import type { AppError } from "./bindings/AppError";
import type { BackupView } from "./bindings/BackupView";
import type { Case } from "./bindings/Case";
import type { CaseStep } from "./bindings/CaseStep";
import type { Checked } from "./bindings/Checked";
import type { Contact } from "./bindings/Contact";
import type { ContactMoment } from "./bindings/ContactMoment";
import type { ContactView } from "./bindings/ContactView";
import type { ErasedView } from "./bindings/ErasedView";
import type { EvidenceView } from "./bindings/EvidenceView";
import type { Expectation } from "./bindings/Expectation";
import type { Filter } from "./bindings/Filter";
import type { FoundIncident } from "./bindings/FoundIncident";
import type { Found } from "./bindings/Found";
import type { Gallery } from "./bindings/Gallery";
import type { GivenAnchor } from "./bindings/GivenAnchor";
import type { GivenView } from "./bindings/GivenView";
import type { Import } from "./bindings/Import";
import type { ImportProgress } from "./bindings/ImportProgress";
import type { Incident } from "./bindings/Incident";
import type { IncidentSummary } from "./bindings/IncidentSummary";
import type { IncidentView } from "./bindings/IncidentView";
import type { KeyState } from "./bindings/KeyState";
import type { Lang } from "./bindings/Lang";
import type { Linked } from "./bindings/Linked";
import type { MailShown } from "./bindings/MailShown";
import type { Measure } from "./bindings/Measure";
import type { MeasureGuide } from "./bindings/MeasureGuide";
import type { MomentView } from "./bindings/MomentView";
import type { NewsToTell } from "./bindings/NewsToTell";
import type { MeasureView } from "./bindings/MeasureView";
import type { Options } from "./bindings/Options";
import type { Pattern } from "./bindings/Pattern";
import type { Pick } from "./bindings/Pick";
import type { Picked } from "./bindings/Picked";
import type { Playing } from "./bindings/Playing";
import type { Preferences } from "./bindings/Preferences";
import type { PreviewPages } from "./bindings/PreviewPages";
import type { Put } from "./bindings/Put";
import type { ReportProgress } from "./bindings/ReportProgress";
import type { ReportSummary } from "./bindings/ReportSummary";
import type { RestoreView } from "./bindings/RestoreView";
import type { RiskLevel } from "./bindings/RiskLevel";
import type { SavedReport } from "./bindings/SavedReport";
import type { ShownOnce } from "./bindings/ShownOnce";
import type { Status } from "./bindings/Status";
import type { Strength } from "./bindings/Strength";
import type { TextShown } from "./bindings/TextShown";
import type { Timeline } from "./bindings/Timeline";
import type { Tip } from "./bindings/Tip";
import type { Topic } from "./bindings/Topic";
import type { Understood } from "./bindings/Understood";
import type { VaultInfo } from "./bindings/VaultInfo";
import type { WorkProgress } from "./bindings/WorkProgress";
import { consult } from "./consult.svelte";

/** Who looks along finds nothing by the words of a private note. It stands here so that no search can forget it. */
const looked = <F extends Partial<Filter>>(filter: F): F => ({ ...filter, without_notes: consult.on });

export const backend = {
  status: () => invoke<Status>("status"),
  setPreferences: (preferences: Preferences) => invoke<null>("set_preferences", { preferences }),
  /** Contact persons on the locked emergency panel: then they lie on the device in clear. */
  showOnPanel: (shown: boolean) => invoke<null>("show_on_panel", { shown }),
  strength: (passphrase: string) => invoke<Strength>("passphrase_strength", { passphrase }),
  create: (passphrase: string) => invoke<ShownOnce>("create_logbook", { passphrase }),
  unlock: (passphrase: string) => invoke<null>("unlock", { passphrase }),
  recover: (key: string, newPassphrase: string) =>
    invoke<null>("unlock_with_recovery_key", { key, newPassphrase }),
  unlockWithPin: (pin: string) => invoke<null>("unlock_with_pin", { pin }),
  /** Waits for a finger or a face. */
  unlockWithDeviceKey: () => invoke<null>("unlock_with_device_key"),
  lock: () => invoke<null>("lock"),
  quickExit: () => invoke<null>("quick_exit"),
  activity: () => invoke<null>("activity"),
  incidents: (filter: Partial<Filter>) =>
    invoke<IncidentSummary[]>("list_incidents", { filter: looked(filter) }),
  /** Incidents to choose from, the newest first, in one line each. */
  find: (search: string, most: number) =>
    invoke<FoundIncident[]>("find_incidents", { filter: looked({ search }), most }),
  lines: (ids: string[]) => invoke<FoundIncident[]>("incident_lines", { ids }),
  /**
   * What the filter lets through. The lines come only if the logbook is not as it was at this revision; nothing comes if it
   * is, and this was asked then.
   */
  timeline: (filter: Filter, known: number | null, again: boolean) =>
    invoke<Timeline | null>("show_timeline", { filter: looked(filter), known, again }),
  /** The same for the first look, with no more than so many lines. */
  beginTimeline: (filter: Filter, most: number) =>
    invoke<Timeline>("begin_timeline", { filter: looked(filter), most }),
  incident: (id: string) => invoke<IncidentView>("get_incident", { id }),
  linked: (id: string) => invoke<Linked[]>("linked_incidents", { id }),
  record: (incident: Incident, evidence: string[]) =>
    invoke<IncidentView>("record_incident", { incident, evidence }),
  amend: (id: string, incident: Incident, reason: string) =>
    invoke<IncidentView>("amend_incident", { id, incident, reason }),
  withdraw: (id: string, reason: string) => invoke<IncidentView>("withdraw_incident", { id, reason }),
  restore: (id: string, reason: string) => invoke<IncidentView>("restore_incident", { id, reason }),
  pick: (incident: string | null, folder = false) => invoke<Import>("pick_evidence", { incident, folder }),
  importDropped: (incident: string | null) => invoke<Import>("import_dropped", { incident }),
  /** Keeps, once more, the files that the last import found to be there already. */
  importAgain: (incident: string | null) => invoke<Import>("import_again", { incident }),
  /** As bytes, for as JSON they would be four times as many: a length, so much JSON, and the rest is what was pasted. */
  importBytes: (name: string, bytes: ArrayBuffer, incident: string | null, again: boolean) => {
    const about = new TextEncoder().encode(JSON.stringify({ name, incident, again }));
    const body = new Uint8Array(4 + about.length + bytes.byteLength);
    new DataView(body.buffer).setUint32(0, about.length);
    body.set(about, 4);
    body.set(new Uint8Array(bytes), 4 + about.length);
    return invoke<Import>("import_bytes", body);
  },
  /** What the page does not get itself: pictures and files that another program copied. */
  importClipboard: (name: string, incident: string | null, again: boolean) =>
    invoke<Import>("import_clipboard", { name, incident, again }),
  cancelImport: () => invoke<null>("cancel_import"),
  inbox: () => invoke<EvidenceView[]>("inbox"),
  gallery: () => invoke<Gallery>("list_evidence"),
  /** With an incident, or back where they wait for one. */
  linkEvidence: (ids: string[], incident: string | null) => invoke<null>("link_evidence", { ids, incident }),
  describe: (id: string, caption: string, transcript: string) =>
    invoke<EvidenceView>("describe_evidence", { id, caption, transcript }),
  withdrawEvidence: (id: string, reason: string) => invoke<EvidenceView>("withdraw_evidence", { id, reason }),
  restoreEvidence: (id: string, reason: string) => invoke<EvidenceView>("restore_evidence", { id, reason }),
  saveEvidence: (id: string) => invoke<string | null>("save_evidence", { id }),
  howPlayed: () => invoke<Playing>("how_played"),
  readText: (id: string, from: number) => invoke<TextShown>("read_text", { id, from }),
  readMail: (id: string) => invoke<MailShown>("read_mail", { id }),
  keepAttachment: (id: string, number: number) => invoke<EvidenceView>("keep_attachment", { id, number }),
  saveAttachment: (id: string, number: number) => invoke<string | null>("save_attachment", { id, number }),
  /** Width and height of each page. */
  pdfPages: (id: string) => invoke<[number, number][]>("pdf_pages", { id }),
  pdfText: (id: string, page: number) => invoke<string>("pdf_text", { id, page }),
  keepPhoto: (name: string, bytes: number[], incident: string | null) =>
    invoke<EvidenceView>("keep_photo", { name, bytes, incident }),
  startRecording: (name: string) => invoke<null>("start_recording", { name }),
  addRecording: (bytes: number[]) => invoke<null>("add_recording", { bytes }),
  endRecording: (incident: string | null) => invoke<EvidenceView>("end_recording", { incident }),
  dropRecording: () => invoke<null>("drop_recording"),
  getCase: () => invoke<Case>("get_case"),
  setCase: (value: Case) => invoke<null>("set_case", { case: value }),
  contacts: () => invoke<ContactView[]>("list_contacts"),
  setContact: (id: string | null, contact: Contact) => invoke<string>("set_contact", { id, contact }),
  succeedContact: (before: string, contact: Contact) =>
    invoke<string>("succeed_contact", { before, contact }),
  withdrawContact: (id: string, reason: string) => invoke<void>("withdraw_contact", { id, reason }),
  moments: () => invoke<MomentView[]>("list_moments"),
  setMoment: (id: string | null, moment: ContactMoment) => invoke<string>("set_moment", { id, moment }),
  withdrawMoment: (id: string, reason: string) => invoke<void>("withdraw_moment", { id, reason }),
  /** What an organisation has not been told yet, with the words to tell it. */
  news: (organisation: string, lang: Lang) =>
    invoke<NewsToTell>("news_for", { organisation, language: lang }),
  withdrawMeasure: (id: string, reason: string) => invoke<void>("withdraw_measure", { id, reason }),
  measures: () => invoke<MeasureView[]>("list_measures"),
  setMeasure: (id: string | null, measure: Measure) => invoke<string>("set_measure", { id, measure }),
  saveDraft: (form: string, draft: unknown) => invoke<null>("save_draft", { form, draft }),
  loadDraft: (form: string) => invoke<unknown>("load_draft", { form }),
  /** A time that was typed in words. */
  understand: (text: string, language: Lang) => invoke<Understood>("understand_when", { text, language }),
  reportSummary: (options: Options) => invoke<ReportSummary>("report_summary", { options }),
  pattern: (language: Lang) => invoke<Pattern>("show_pattern", { language }),
  /** The incidents behind a bar or a row of the pattern. */
  picked: (pick: Pick) => invoke<Picked[]>("pick_pattern", { pick }),
  previewReport: (options: Options) => invoke<PreviewPages>("preview_report", { options }),
  saveReport: (options: Options) => invoke<SavedReport | null>("save_report", { options }),
  savePackage: (options: Options, password: string | null) =>
    invoke<SavedReport | null>("save_package", { options, password }),
  makePassword: () => invoke<string>("make_password"),
  noteGiven: (to: string) => invoke<null>("note_given", { to }),
  given: () => invoke<GivenView[]>("list_given"),
  cancelReport: () => invoke<null>("cancel_report"),
  helpTopics: (language: Lang) => invoke<Topic[]>("help_topics", { language }),
  helpSearch: (language: Lang, words: string) => invoke<Found[]>("help_search", { language, words }),
  /** What is not chosen is null: then it is about all of them. */
  helpExpect: (language: Lang, organisation: string | null, step: CaseStep | null, level: RiskLevel | null) =>
    invoke<Expectation[]>("help_expect", { language, organisation, step, level }),
  measureGuides: (language: Lang) => invoke<MeasureGuide[]>("measure_guides", { language }),
  tipFor: (language: Lang, kinds: string[], dismissed: string[]) =>
    invoke<Tip | null>("tip_for", { language, kinds, dismissed }),
  changePassphrase: (current: string, next: string) =>
    invoke<null>("change_passphrase", { current, new: next }),
  newRecoveryKey: (passphrase: string) => invoke<ShownOnce>("new_recovery_key", { passphrase }),
  setPin: (passphrase: string, pin: string) => invoke<null>("set_pin", { passphrase, pin }),
  dropPin: () => invoke<null>("drop_pin"),
  deviceKeyState: () => invoke<KeyState>("device_key_state"),
  /** Waits for a finger or a face. */
  keepDeviceKey: (passphrase: string) => invoke<null>("keep_device_key", { passphrase }),
  dropDeviceKey: () => invoke<null>("drop_device_key"),
  saveKeySheet: (key: string, explained: boolean) =>
    invoke<string | null>("save_key_sheet", { key, explained }),
  check: () => invoke<Checked>("check_logbook"),
  giveAnchor: (to: string) => invoke<GivenAnchor>("give_anchor", { to }),
  anchors: () => invoke<AnchorView[]>("list_anchors"),
  saveAnchor: (text: string) => invoke<string | null>("save_anchor", { text }),
  compareAnchor: (text: string) => invoke<AgreementView>("compare_anchor", { text }),
  info: () => invoke<VaultInfo>("vault_info"),
  putNote: (text: string) => invoke<null>("put_in_note", { text }),
  putPhoto: (name: string, bytes: number[]) => invoke<null>("put_in_photo", { name, bytes }),
  putFiles: () => invoke<Put>("put_in_files"),
  putDropped: () => invoke<Put>("put_in_dropped"),
  /** A sound that is recorded while locked. It is sealed as it comes, and cannot be read back. */
  startPutSound: (name: string) => invoke<null>("start_put_sound", { name }),
  addPutSound: (bytes: number[]) => invoke<null>("add_put_sound", { bytes }),
  endPutSound: () => invoke<null>("end_put_sound"),
  dropPutSound: () => invoke<null>("drop_put_sound"),
  takeIn: () => invoke<number>("take_in"),
  eraseIncident: (id: string, withEvidence: boolean, reason: string) =>
    invoke<null>("erase_incident", { id, withEvidence, reason }),
  eraseEvidence: (id: string, reason: string) => invoke<null>("erase_evidence", { id, reason }),
  erased: () => invoke<ErasedView[]>("list_erased"),
  lastBackup: () => invoke<BackupView>("last_backup"),
  makeBackup: () => invoke<string | null>("make_backup"),
  cancelWork: () => invoke<null>("cancel_work"),
  readBackup: (secret: string, byKey: boolean) =>
    invoke<RestoreView | null>("read_backup", { secret, byKey }),
  putBackup: () => invoke<string | null>("put_backup"),
  dropBackup: () => invoke<null>("drop_backup"),
  /** Takes in what another app shared; null if nothing was. */
  takeShared: () => invoke<Put | null>("take_shared"),
  /** Goes back to the app that shared it; false where there is no way to. */
  backToOtherApp: () => invoke<boolean>("back_to_other_app"),
  /** Opens the dialler; false where there is none. */
  dial: (number: string) => invoke<boolean>("dial", { number }),
  draftsKept: () => invoke<null>("drafts_kept"),
  /** The system is asked for the camera or the microphone, which on a phone puts the app behind its question. */
  askingSystem: (asking: boolean) => invoke<null>("asking_system", { asking }),
};

const working = (name: string, then: (progress: WorkProgress) => void) =>
  listen<WorkProgress>(name, (event) => then(event.payload));

export const events = {
  dropped: (then: () => void) => listen("files-dropped", then),
  shared: (then: () => void) => listen("shared", then),
  /** The app went to the background and is about to lock. */
  leaving: (then: () => void) => listen("leaving", then),
  dragOver: (then: (over: boolean) => void) => {
    void listen("tauri://drag-enter", () => then(true));
    void listen("tauri://drag-leave", () => then(false));
    void listen("tauri://drag-drop", () => then(false));
  },
  importing: (then: (progress: ImportProgress) => void) =>
    listen<ImportProgress>("import-progress", (event) => then(event.payload)),
  backingUp: (then: (progress: WorkProgress) => void) => working("backup-progress", then),
  checking: (then: (progress: WorkProgress) => void) => working("check-progress", then),
  restoring: (then: (progress: WorkProgress) => void) => working("restore-progress", then),
  saving: (then: (progress: WorkProgress) => void) => working("saving-progress", then),
  takingIn: (then: (progress: WorkProgress) => void) => working("take-progress", then),
  puttingIn: (then: (progress: WorkProgress) => void) => working("put-progress", then),
  previewing: (then: (pages: PreviewPages) => void) =>
    listen<PreviewPages>("preview-pages", (event) => then(event.payload)),
  reporting: (then: (progress: ReportProgress) => void) =>
    listen<ReportProgress>("report-progress", (event) => then(event.payload)),
};

/** Windows and Android give our own sort of address to a host of that name. */
const VAULT = location.hostname === "tauri.localhost" ? "http://vault.localhost" : "vault://localhost";

/** Addresses of pictures and originals; answered only while the logbook is open. */
export const address = (what: "thumbnail" | "picture" | "close" | "original", id: string): string =>
  `${VAULT}/${what}/${id}`;

/** Address of a piece of a sound or film, counted from 0. */
export const pieceAddress = (id: string, piece: number): string => `${VAULT}/original/${id}/${piece}`;

/** Address of a page of a PDF that was kept, counted from 0, so many pixels wide. */
export const pdfAddress = (id: string, page: number, width: number): string =>
  `${VAULT}/page/${id}/${page}/${width}`;

/** Address of a page that is being looked at, counted from 0. */
export const pageAddress = (preview: number, page: number): string => `${VAULT}/preview/${preview}-${page}`;

/** What a command was rejected with. Anything else is a fault of the app itself. */
export function toAppError(thrown: unknown): AppError {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown) return thrown as AppError;
  return { code: "internal", field: null, reason: null, number: null };
}

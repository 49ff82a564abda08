/** Contact persons, moments and measures as rows of a name and a text; what is empty has no row. */
import type { Contact } from "./bindings/Contact";
import type { ContactMoment } from "./bindings/ContactMoment";
import type { ContactView } from "./bindings/ContactView";
import type { IncidentSummary } from "./bindings/IncidentSummary";
import type { Measure } from "./bindings/Measure";
import { named, t } from "./texts.svelte";
import { dayInWords, dayOf, timeInWords } from "./when";

export type Row = [string, string];
const day = (of: string | null | undefined): string => (of ? dayInWords(of) : "");
const filled = (rows: Row[]): Row[] => rows.filter(([, text]) => text.trim() !== "");

export const contactRows = (contact: Contact): Row[] =>
  filled([
    [t("phone"), contact.phone],
    [t("email"), contact.email],
    [t("hours"), contact.hours],
    [t("case-number"), contact.case_number],
    [t("since"), day(contact.since)],
    [t("until"), day(contact.until)],
    [t("predecessor"), contact.predecessor],
    [t("remark"), contact.remark],
  ]);

/** Everything, also what stands above the rows of a card. */
export const wholeContact = (contact: Contact): Row[] => [
  ...filled([
    [t("organisation"), named("organisation", contact.organisation)],
    [t("name"), contact.name],
    [t("role"), contact.role],
  ]),
  ...contactRows(contact),
];

export const whoOf = (moment: ContactMoment, contacts: ContactView[]): string =>
  contacts.find(({ id }) => id === moment.contact)?.name || moment.person;

export const momentRows = (moment: ContactMoment): Row[] =>
  filled([
    [t("moment-told"), moment.told],
    [t("moment-incidents"), moment.incidents.length ? t("found", { count: moment.incidents.length }) : ""],
    [t("moment-agreed"), moment.agreed],
    [t("moment-next"), moment.next_step],
    [t("moment-next-on"), day(moment.next_on)],
    [t("moment-done"), moment.done && (moment.next_step || moment.next_on) ? t("yes") : ""],
  ]);

export const wholeMoment = (moment: ContactMoment, contacts: ContactView[]): Row[] => [
  ...filled([
    [t("when"), `${dayInWords(dayOf(moment.when))}, ${timeInWords(moment.when)}`],
    [t("organisation"), named("organisation", moment.organisation)],
    [t("moment-with"), whoOf(moment, contacts)],
    [t("moment-how"), named("means", moment.how)],
  ]),
  ...momentRows(moment),
];

export const measureRows = (measure: Measure): Row[] =>
  filled([
    [t("from"), day(measure.start)],
    [t("to"), day(measure.end)],
    [t("conditions"), measure.conditions],
    [t("decided-by"), measure.decided_by],
    [t("number"), measure.number],
  ]);

export const wholeMeasure = (measure: Measure): Row[] => [
  [t("measure"), named("measure", measure.kind)],
  ...measureRows(measure),
];

/** Enough to know which it was. */
export function incidentLine(
  incident: Pick<IncidentSummary, "kind" | "what"> & { exact_words?: string },
): string {
  const kinds = incident.kind.map((kind) => named("kind", kind)).join(", ");
  const said = incident.what || incident.exact_words || "";
  const short = said.length > 90 ? `${said.slice(0, 90).trimEnd()}…` : said;
  return [kinds, short].filter(Boolean).join(": ");
}

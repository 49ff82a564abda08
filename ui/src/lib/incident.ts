/** An incident as an empty form begins with it. */
import type { Incident } from "./bindings/Incident";
import type { When } from "./bindings/When";

export const KINDS = [
  "coming-close",
  "calls",
  "messages",
  "email",
  "post",
  "gifts",
  "threat",
  "violence",
  "damage",
  "sexual",
  "through-others",
  "cyberstalking",
  "false-reports",
  "breach",
  "other",
] as const;

export function emptyIncident(when: When): Incident {
  return {
    when,
    kind: [],
    what: "",
    exact_words: "",
    where: "",
    coordinates: null,
    how_often: null,
    who: { name: "", known: "not-said", recognised_by: "" },
    channel: "",
    witnesses: [],
    reaction: "",
    effect: { fear: null, description: "", injury: "", damage: "", damage_cents: null },
    threat: null,
    violence: null,
    weapon: null,
    children: null,
    breached: [],
    reported: [],
    links: [],
    private_note: "",
  };
}

/** Without rows that were added and left empty. */
export function readable(incident: Incident): Incident {
  return {
    ...incident,
    witnesses: incident.witnesses.filter(({ name, contact }) => name || contact),
    reported: incident.reported.filter(
      ({ to, number, officer, agreed }) => to || number || officer || agreed,
    ),
  };
}

/** The incident's own fields out of a view, with fields that a newer version wrote. */
export function incidentOf(view: object): Incident {
  const beside = new Set(["id", "recorded", "days_later", "withdrawn", "history", "evidence", "amended"]);
  return Object.fromEntries(
    Object.entries(view).filter(([name]) => !beside.has(name)),
  ) as unknown as Incident;
}

/** The groups of the full form, and how many of their fields are filled in. */
import type { Incident } from "./bindings/Incident";

export const GROUPS = {
  exactly: ({ exact_words, where, channel, reaction }: Incident) => [exact_words, where, channel, reaction],
  who: ({ who }: Incident) => [who.name, who.known === "not-said" ? "" : who.known, who.recognised_by],
  witnesses: ({ witnesses }: Incident) => witnesses.map(({ name, contact }) => name || contact),
  effect: ({ effect }: Incident) => [effect.fear, effect.description, effect.injury, effect.damage],
  danger: ({ threat, violence, weapon, children }: Incident) => [threat, violence, weapon, children],
  reports: ({ breached, reported }: Incident) => [
    ...breached,
    ...reported.map(({ to, number, officer, agreed }) => to || number || officer || agreed),
  ],
  links: ({ links }: Incident) => links.map(({ to }) => to),
} as const;

export type Group = keyof typeof GROUPS;

export function filled(group: Group, incident: Incident): number {
  const values: (string | number | boolean | null)[] = GROUPS[group](incident);
  return values.filter((value) => value !== null && String(value).trim() !== "").length;
}

/** Of these one asks at once how often it was. */
export const counted = (incident: Pick<Incident, "kind" | "how_often">): boolean =>
  incident.how_often !== null || incident.kind.some((kind) => ["calls", "messages", "email"].includes(kind));

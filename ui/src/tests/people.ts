/** Made-up contact persons, measures and conversations for the tests. */
import type { ContactView } from "$lib/bindings/ContactView";
import type { MeasureView } from "$lib/bindings/MeasureView";
import type { MomentView } from "$lib/bindings/MomentView";
import { emptyContact, emptyMeasure, emptyMoment } from "$lib/people";

export const recorded = "2026-03-03T21:30:00+01:00";
export const person = (has: Partial<ContactView>): ContactView => ({
  ...emptyContact("police"),
  id: "c1",
  recorded,
  stands: true,
  history: [],
  ...has,
});
export const measure = (has: Partial<MeasureView>): MeasureView => ({
  ...emptyMeasure(),
  id: "w1",
  recorded,
  in_force: false,
  ends_in: null,
  broken: 0,
  files: [],
  history: [],
  ...has,
});
export const moment = (has: Partial<MomentView>): MomentView => ({
  ...emptyMoment("police", { day: "2026-03-03" }),
  id: "m1",
  recorded,
  history: [],
  ...has,
});

/** The charts of the pattern, and where one was in them. */
import type { Named } from "./bindings/Named";

/** In the order in which they stand on the page. */
export const CHARTS = ["weeks", "trend", "hours", "kinds", "breaches", "chains"] as const;

/** The part that was open when one went to an incident, and that incident. */
export interface At {
  chart: (typeof CHARTS)[number];
  of: Named;
  id: string;
}

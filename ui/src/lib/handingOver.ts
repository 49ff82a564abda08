/**
 * What was chosen to be handed over, by the visit on which it was: who looks at something else and comes back finds it; who
 * goes there anew begins anew, so that nothing is left out by a choice of long ago.
 */
import type { Having } from "./bindings/Having";
import type { Kind } from "./bindings/Kind";
import type { Lang } from "./bindings/Lang";

export interface Chosen {
  what: "package" | "full" | "consultation";
  from: string;
  to: string;
  lang: Lang;
  kinds: Kind[];
  having: Having[];
  search: string;
  parts: Record<"pictures" | "effects" | "witnesses" | "coordinates" | "address" | "children", boolean>;
}

const visits = new WeakMap<object, Chosen>();

export const remember = (visit: object, chosen: Chosen): void => void visits.set(visit, chosen);
export const chosenOn = (visit: object): Chosen | undefined => structuredClone(visits.get(visit));

/** Making elements. Texts only ever become text nodes. */
type Child = Node | string | null | false;

interface Wishes {
  class?: string;
  on?: Partial<Record<"click" | "change" | "submit" | "input", (event: Event) => void>>;
  [attribute: string]: string | number | boolean | undefined | Wishes["on"];
}

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  wishes: Wishes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(wishes)) {
    if (typeof value === "object") continue;
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  for (const [event, act] of Object.entries(wishes.on ?? {})) element.addEventListener(event, act);
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

/** Drawings of one line, on a grid of 24. */
const DRAWINGS = {
  yes: "M5 12.5l4.5 4.5L19 7.5",
  no: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  half: "M6 12h12",
  unsure: "M12 6v7M12 17.5v.01",
  parcel: "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8M8 6l8 4",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13z",
  zip: "M6 3h8l4 4v14H6zM14 3v4h4M10 5v.01M10 8v.01M10 11v.01M9 14h2v3H9z",
  folder: "M3 6h6l2 2h10v11H3z",
} as const;

export type Drawing = keyof typeof DRAWINGS;

const SVG = "http://www.w3.org/2000/svg";

/** A drawing that says nothing by itself. */
export function drawing(name: Drawing): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "drawing");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", DRAWINGS[name]);
  svg.append(path);
  return svg;
}

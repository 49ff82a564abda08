/** Choosing what to check. */
import { ofFile, ofFolder, type Chosen } from "./choose";
import { drawing, el, type Drawing } from "./dom";
import { t } from "./texts";

export function start(take: (chosen: Chosen | null) => void): HTMLElement[] {
  const takesFolders = "webkitdirectory" in document.createElement("input");
  return [
    el(
      "div",
      { class: "opening" },
      el("h1", { tabindex: -1 }, t("checker-question")),
      el("p", { class: "lead" }, t("checker-lead")),
    ),
    el(
      "section",
      { class: "drop", "aria-label": t("checker-choose") },
      el("div", { class: "parcel" }, drawing("parcel")),
      el("p", { class: "drag" }, t("checker-drop")),
      el(
        "div",
        { class: "row" },
        chooser("zip", "choose-zip", "checker-choose-zip", (list) => take(ofFile(list)), {
          accept: ".zip,application/zip",
        }),
        takesFolders &&
          chooser("folder", "choose-folder", "checker-choose-folder", (list) => take(ofFolder(list)), {
            webkitdirectory: true,
          }),
      ),
    ),
    el("p", { class: "local" }, drawing("lock"), el("span", {}, t("checker-local"))),
  ];
}

/** A field for files that looks like a button, and is reached by the keyboard like one. */
function chooser(
  sign: Drawing,
  id: string,
  label: string,
  act: (list: FileList | null) => void,
  more: Record<string, unknown>,
): HTMLElement {
  const input = el("input", {
    type: "file",
    id,
    "data-testid": id,
    ...more,
    on: { change: () => act(input.files) },
  });
  return el(
    "label",
    { class: `button${sign === "zip" ? " main" : ""}`, for: id },
    drawing(sign),
    t(label),
    input,
  );
}

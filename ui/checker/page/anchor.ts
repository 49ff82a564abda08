/** Holding the package against an anchor that somebody got before. */
import { verdict } from "../verify/problem";
import { drawing, el } from "./dom";
import type { Outcome } from "./outcome";
import { t } from "./texts";

export function anchor(outcome: Outcome, compare: (pasted: string) => void): HTMLElement | null {
  const { report, pasted, agreement } = outcome;
  if (!report.standpoint) return null;
  const field = el("textarea", { id: "anchor", "data-testid": "anchor", rows: 5, spellcheck: "false" });
  field.value = pasted;
  const submit = (event: Event) => {
    event.preventDefault();
    compare(field.value);
  };
  const told = agreement && [
    el(
      "p",
      {
        class: `answer ${agreement.holds ? "holds" : verdict([{ what: agreement.what }])}`,
        tabindex: -1,
        id: "answer",
      },
      drawing(agreement.holds ? "yes" : "no"),
      el(
        "span",
        {},
        agreement.holds
          ? t("verify-anchor-holds", { size: agreement.size })
          : `${t(`verify-problem-${agreement.what}`)} ${t(`verify-do-${agreement.what}`)}`,
      ),
    ),
  ];
  return el(
    "section",
    { class: "anchor", "data-testid": "anchor-section" },
    el("h2", {}, t("checker-anchor")),
    el("p", {}, t("checker-anchor-about")),
    el(
      "form",
      { class: "stack", on: { submit } },
      el("label", { for: "anchor" }, t("checker-anchor-text")),
      field,
      el(
        "div",
        { class: "row" },
        el("button", { type: "submit", "data-testid": "compare" }, t("checker-anchor-compare")),
      ),
      ...(told ?? []),
    ),
  );
}

/** What was checked, line by line. */
import { verdict } from "../verify/problem";
import { none, type Standing } from "../verify/timeline";
import { drawing, el, type Drawing } from "./dom";
import { mark, type Outcome } from "./outcome";
import { t } from "./texts";

export function checked({ report, agreement }: Outcome): HTMLElement {
  const { files, records, pieces, entries } = report;
  const lines: [Drawing, string][] = [
    files.held === files.listed
      ? ["yes", t("verify-files-hold", { count: files.held })]
      : ["no", t("checker-files-some", files)],
    report.signed ? ["yes", t("verify-signed")] : ["no", t("checker-signed-not")],
    report.checkpoint
      ? ["yes", t("verify-log", { size: report.checkpoint.size, fingerprint: mark(report) })]
      : ["no", t("checker-log-not")],
  ];
  if (records.listed > 0)
    lines.push(
      records.shown === records.listed
        ? ["yes", t("checker-records", records)]
        : ["no", t("checker-records-some", records)],
    );
  const told = none();
  for (const { standing } of entries) told[standing] += 1;
  if (entries.length > 0)
    lines.push([signOf(told), t("verify-entries", { full: told.full, partly: told.partly })]);
  const all = pieces.full + pieces.partly + pieces.differs + pieces.unproved;
  if (all > 0)
    lines.push([
      signOf(pieces),
      t(pieces.full === all ? "checker-pieces" : "checker-pieces-some", { shown: pieces.full, all }),
    ]);
  if (agreement)
    lines.push(
      agreement.holds
        ? ["yes", t("verify-anchor-holds", { size: agreement.size })]
        : [
            verdict([{ what: agreement.what }]) === "partly" ? "half" : "no",
            t(`verify-problem-${agreement.what}`),
          ],
    );
  return el(
    "section",
    { "data-testid": "checked" },
    el("h2", {}, t("checker-checked")),
    el(
      "ul",
      { class: "checked" },
      ...lines.map(([sign, text]) =>
        el(
          "li",
          { class: sign },
          drawing(sign),
          el("span", {}, el("span", { class: "unseen" }, t(`checker-${sign}`), " "), text),
        ),
      ),
    ),
  );
}

function signOf({ partly, differs, unproved }: Record<Standing, number>): Drawing {
  if (differs + unproved > 0) return "no";
  return partly > 0 ? "half" : "yes";
}

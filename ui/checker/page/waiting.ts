/** While it checks, and when it needs a password. */
import { drawing, el } from "./dom";
import { t } from "./texts";
import { size } from "./when";

/** The screen, and what moves its bar. */
export function waiting(stop: () => void): {
  screen: HTMLElement[];
  move: (done: number, all: number) => void;
} {
  const bar = el("progress", { max: 1, "aria-label": t("checker-busy") });
  const told = el("p", { class: "quiet" }, t("checker-opening"));
  const screen = [
    el("h1", { tabindex: -1 }, t("checker-busy")),
    el("div", { class: "stack" }, bar, told),
    el("div", { class: "row" }, el("button", { type: "button", on: { click: stop } }, t("checker-stop"))),
  ];
  return {
    screen,
    move(done, all) {
      bar.value = all === 0 ? 1 : done / all;
      told.textContent = t("checker-progress", { done: size(done), all: size(all) });
    },
  };
}

export function password(isWrong: boolean, take: (password: string) => void): HTMLElement[] {
  const input = el("input", {
    type: "password",
    id: "password",
    "data-testid": "password",
    autocomplete: "off",
    "aria-describedby": isWrong ? "password-wrong" : false,
    "aria-invalid": isWrong ? "true" : false,
  });
  const submit = (event: Event) => {
    event.preventDefault();
    if (input.value !== "") take(input.value);
  };
  return [
    el(
      "div",
      { class: "opening" },
      el("div", { class: "parcel" }, drawing("lock")),
      el("h1", { tabindex: -1 }, t("verify-password-needed")),
      el("p", { class: "lead" }, t("checker-password-ask")),
    ),
    el(
      "form",
      { class: "stack narrow", on: { submit } },
      el("label", { for: "password" }, t("checker-password")),
      input,
      isWrong && el("p", { class: "wrong", id: "password-wrong", role: "alert" }, t("verify-password-wrong")),
      el("div", { class: "row" }, el("button", { class: "main", type: "submit" }, t("checker-check"))),
    ),
  ];
}

// What is measured in each state, in the page itself. Every problem is a line: rule, element, what is wrong.
(() => {
  const TARGET = 44;
  const SEEN = ".unseen, [hidden], .chip input";
  const FOCUSABLE =
    "a[href], button, input, select, textarea, summary, :is(audio, video)[controls], [tabindex='0']";

  /** What one would look for in the source. */
  const named = (element) => {
    const id = element.closest("[data-testid]")?.dataset.testid;
    const own = element.tagName.toLowerCase() + [...element.classList].map((name) => `.${name}`).join("");
    const text = (element.textContent || element.value || "").trim().slice(0, 30);
    return `${own}${id ? ` in ${id}` : ""}${text ? ` “${text}”` : ""}`;
  };
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const layer = () => document.querySelector("dialog[open]") ?? document;
  const focusable = () =>
    [...layer().querySelectorAll(FOCUSABLE)].filter((element) => !element.disabled && isShown(element));
  // Nothing glides from one colour to the next while it is measured.
  const still = new CSSStyleSheet();
  still.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important }");
  document.adoptedStyleSheets = [still];
  /** Two frames later everything has been drawn as it was asked for. */
  const settled = () =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));
  const unmoved = async (work) => {
    const [x, y] = [scrollX, scrollY];
    try {
      return await work();
    } finally {
      scrollTo(x, y);
    }
  };

  /** Is a letter of it beside it? Spaces that a person wrote may hang over the end of a line: nobody sees them. */
  const outside = (element) => {
    const { left, right } = element.getBoundingClientRect();
    const range = document.createRange();
    const isBeside = () =>
      // A word that begins a line has a place without a width at the end of the one before.
      [...range.getClientRects()].some(
        (line) => line.width > 0 && (line.left < left - 1 || line.right > right + 1),
      );
    return [...element.childNodes].some((node) => {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) return false;
      range.selectNodeContents(node);
      // Only what seems to be beside it is looked at word by word.
      return (
        isBeside() &&
        [...node.data.matchAll(/\S+/g)].some(({ index, 0: word }) => {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          return isBeside();
        })
      );
    });
  };

  /** Nothing is wider than the window; nothing is cut off; whatever is touched is large enough. */
  const geometry = (where) => {
    const found = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      const wide = [...document.body.querySelectorAll("*")].filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return isShown(element) && !element.closest(SEEN) && (right > width + 0.5 || left < -0.5);
      });
      const deepest = wide.filter(
        (element) => !wide.some((other) => other !== element && element.contains(other)),
      );
      found.push(`${where} wider than the window: ${deepest.slice(0, 3).map(named).join("; ") || "?"}`);
    }
    for (const element of layer().querySelectorAll("body *")) {
      if (!isShown(element) || element.closest(SEEN) || element.closest("svg")) continue;
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
      const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
      const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      const holds = isText || element.matches("button, a, label, select, input");
      if (!holds || webkitLineClamp !== "none") continue;
      const sideways = element.scrollWidth - element.clientWidth;
      if (outside(element)) found.push(`${where} text runs out of its element: ${named(element)}`);
      if (cuts(overflowX) && sideways > 1) found.push(`${where} cut off: ${named(element)}`);
      if (cuts(overflowY) && element.scrollHeight - element.clientHeight > 2)
        found.push(`${where} cut off below: ${named(element)}`);
    }
    const picture = layer().querySelector("[data-testid=viewer-picture]");
    if (picture && isShown(picture)) {
      const [there, room] = [picture, picture.parentElement].map((one) => one.getBoundingClientRect());
      const beside = (there.left + there.right - room.left - room.right) / 2;
      if (Math.abs(beside) > 2) found.push(`${where} the picture is ${beside.toFixed(0)} px beside its place`);
    }
    return found;
  };
  /** What a touch goes to: the label around a box; of a drawing all of it, for the nearest part takes the touch. */
  const touched = (element) =>
    element.matches("[data-testid=spot]")
      ? element.parentElement
      : (element.closest("label:has(input[type=checkbox], input[type=radio])") ?? element);
  const targets = () =>
    [...new Set(focusable().map(touched))]
      .filter((element) => !element.closest(".unseen"))
      .flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const small = Math.min(width, height);
        return small + 0.5 < TARGET
          ? [`target of ${width.toFixed(0)} × ${height.toFixed(0)} px: ${named(element)}`]
          : [];
      });
  /** What has the focus is in sight, not under the corner or the bar, and has a ring. */
  const focus = () =>
    unmoved(async () => {
      const found = [];
      const over = [...document.querySelectorAll(".corner, .bar")];
      for (const element of focusable()) {
        // A long list puts away what it scrolled past.
        if (!element.isConnected) continue;
        element.focus();
        // It is scrolled to a moment later.
        await new Promise((done) => setTimeout(done));
        if (document.activeElement !== element) {
          found.push(`takes no focus: ${named(element)}`);
          continue;
        }
        const ring = element.closest(".chip, .option") ?? element;
        const { outlineStyle, outlineWidth } = getComputedStyle(ring);
        if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) found.push(`no ring: ${named(element)}`);
        if (over.some((bar) => bar.contains(element))) continue;
        const hidden = () => {
          const spot = (element.closest("label") ?? element).getBoundingClientRect();
          // Of what is higher than the window a part is in sight.
          const [top, bottom] = [Math.max(0, spot.top), Math.min(innerHeight, spot.bottom)];
          const y = bottom > top ? (top + bottom) / 2 : -1;
          const there = document.elementFromPoint(spot.left + spot.width / 2, y);
          return !there || over.some((bar) => bar.contains(there))
            ? `at ${y.toFixed(0)} of ${innerHeight}`
            : "";
        };
        if (hidden()) await settled();
        if (hidden()) found.push(`out of sight with the focus: ${named(element)} ${hidden()}`);
      }
      window.was?.focus({ preventScroll: true });
      return found;
    });
  /** The screen begins where one can see it. */
  const covered = () =>
    unmoved(() => {
      scrollTo(0, 0);
      // So does what scrolls by itself.
      for (const one of document.querySelectorAll("main *")) if (one.scrollTop) one.scrollTop = 0;
      const corner = [...document.querySelectorAll(".corner button")].map((one) =>
        one.getBoundingClientRect(),
      );
      return [
        ...document.querySelectorAll("main h1, main h2, main p, main button, main a, main label, main img"),
      ]
        .filter((element) => {
          if (!isShown(element) || document.querySelector("dialog[open]")) return false;
          return [...element.getClientRects()].some((rect) =>
            corner.some(
              (over) =>
                rect.left < over.right &&
                rect.right > over.left &&
                rect.top < over.bottom &&
                rect.bottom > over.top,
            ),
          );
        })
        .map((element) => `under the corner: ${named(element)}`);
    });

  const ACCENTS = Object.fromEntries(
    [..."aeiouycnsAEIOUYCNS"].map((plain, at) => [plain, [..."áéîöûýçñšÁÉÎÖÛÝÇÑŠ"][at]]),
  );
  /** A language that nobody speaks, put over the one that is shown: long, or from right to left. */
  const pseudo = (kind) => {
    const undo = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const change = (text) => {
      const words = text.replace(/[a-z]/gi, (letter) => ACCENTS[letter] ?? letter);
      const longer = words.replace(
        /\p{L}{3,}/gu,
        (word) => word + word.slice(0, Math.ceil(word.length * 0.4)),
      );
      return kind === "long" ? longer : `\u202e${text}\u202c`;
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // What people wrote, and names that are no language, stay.
      if (!node.data.trim() || node.parentElement.closest(".written, .mono, .address, svg, style, textarea"))
        continue;
      const [text, one] = [node.data, node];
      one.data = change(text);
      undo.push(() => (one.data = text));
    }
    for (const field of document.querySelectorAll("[placeholder]")) {
      const text = field.placeholder;
      field.placeholder = change(text);
      undo.push(() => (field.placeholder = text));
    }
    document.documentElement.dir = kind === "long" ? "ltr" : "rtl";
    return () => {
      document.documentElement.removeAttribute("dir");
      for (const back of undo) back();
    };
  };
  let undo = () => undefined;

  const DARK = ["dark", "system"];
  const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const axe = async (where, runOnly) => {
    const { violations } = await window.axe.run(document, {
      runOnly,
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => {
        const { fgColor, bgColor, contrastRatio } = any[0]?.data ?? {};
        const colours = fgColor ? ` (${fgColor} on ${bgColor}: ${contrastRatio})` : "";
        return `${where} ${id}: ${target.join(" ")}${colours}`;
      }),
    );
  };
  const look = async (theme, contrast) => {
    Object.assign(document.documentElement.dataset, { theme, contrast });
    await settled();
  };

  /** Sets the app's own size in percent, and waits until the page has it. The rest is as the walk set it. */
  const enlarged = async (size, is) => {
    const language = document.documentElement.lang;
    const preferences = { language, theme: "light", contrast: "system", lock_minutes: 30, size };
    await window.__TAURI_INTERNALS__.invoke("set_preferences", { preferences });
    while (!is()) await settled();
    await settled();
  };

  window.measure = {
    parts: { geometry, targets, focus, covered, axe },
    settled,
    look,
    async pseudo(kind) {
      undo();
      undo = kind ? pseudo(kind) : () => undefined;
      await settled();
    },
    begin() {
      const found = [];
      // What began something long waits to be used again, and gets the focus back then: the next state shows that.
      const waits = document.querySelector("main progress") !== null;
      if (!waits && (document.activeElement === document.body || !document.activeElement))
        found.push("the focus is lost");
      if (!document.documentElement.lang) found.push("no language");
      for (const over of document.querySelectorAll("dialog[open]"))
        if (!over.querySelector("[data-testid$=quick-exit]")) found.push("Snel weg is not to be had over this");
      window.was = document.activeElement;
      return found;
    },
    async all({ wide }) {
      const found = [];
      found.push(...geometry("as it is,"), ...targets(), ...(await focus()), ...(await covered()));
      found.push(...(await axe("light", { type: "tag", values: RULES })));
      // As much contrast as there is looks alike at every width.
      for (const [theme, contrast] of wide ? [DARK] : [DARK, ["light", "high"], ["dark", "high"]]) {
        await look(theme, contrast);
        found.push(
          ...(await axe(`${theme} ${contrast}`, {
            type: "rule",
            values: ["color-contrast"],
          })),
        );
      }
      await look("light", "system");
      for (const kind of ["long", "rtl"]) {
        const back = pseudo(kind);
        await settled();
        found.push(...geometry(`${kind},`));
        back();
      }
      await settled();
      return found;
    },
    /** With everything twice as large, as one sets it on a PC: the page is half as wide then. */
    async twice() {
      const half = innerWidth / 2;
      await enlarged(200, () => innerWidth <= half);
      const found = geometry("twice as large,");
      await enlarged(100, () => innerWidth > half);
      return found;
    },
    /** In another size of window, for which it only lays itself out anew. */
    async sized(where) {
      // Some parts learn of the new width a few frames late.
      for (let frames = 0; ; frames++) {
        await settled();
        const found = [...geometry(`${where},`), ...targets(), ...(await covered())];
        if (found.length === 0 || frames > 10) return found;
      }
    },
    /** With letters twice as large, as one sets them on a phone: the page is as wide as ever. */
    async letters() {
      const root = document.documentElement;
      root.style.fontSize = "212.5%";
      await settled();
      const found = geometry("twice as large letters,");
      root.style.fontSize = "";
      await settled();
      return found;
    },
    /** Notes where the focus goes, and answers with how many places there are. */
    beginTabbing() {
      const passed = new Set();
      window.passed = passed;
      document.addEventListener("focusin", ({ target }) => passed.add(target));
      // Inside a field for a date only the keys tell.
      document.addEventListener("keyup", () => passed.add(document.activeElement));
      window.wanted = focusable().filter(
        // Of radio buttons with one name the keyboard stops at one, and so it does of the parts of a drawing.
        (element) => (element.type !== "radio" || element.checked) && element.tabIndex >= 0,
      );
      // Day, month and year are places of their own.
      const inside = window.wanted.filter((element) => /^(date|time)$/.test(element.type)).length * 3;
      return window.wanted.length + inside;
    },
    endTabbing() {
      const missed = window.wanted.filter((element) => !window.passed.has(element));
      window.was?.focus({ preventScroll: true });
      return missed.map((element) => `Tab does not reach: ${named(element)}`);
    },
  };
})();

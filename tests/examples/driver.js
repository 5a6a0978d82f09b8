// What the runner asks of the frame that shows an app: (order) => answer. Selectors are the author's; see README.md.
(order) => {
  const page = [...document.querySelectorAll(".mp--page")].filter((box) => !box.hidden && box.getClientRects().length).pop();
  const root = page && page.querySelector("mp-page");
  const PART = /(\s+)|:text\(([^)]*)\)|:nth\((\d+)\)|([.#]?)([\w-]+)/gy;
  const hasBox = (node) => node.getClientRects().length > 0;
  const textOf = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const translated = (mark, word) => (mark === "." ? "._" + CSS.escape(word) : mark === "#" ? "#" + CSS.escape(word) : "mp-" + word);

  function compounds(selector) {
    const list = [{ css: "", ends: [] }];
    PART.lastIndex = 0;
    while (PART.lastIndex < selector.length) {
      const at = PART.lastIndex;
      const match = PART.exec(selector);
      if (!match) throw new Error(`"${selector}" has an unknown word at ${at}`);
      const [, blank, text, nth, mark, word] = match;
      const last = list[list.length - 1];
      if (blank) list.push({ css: "", ends: [] });
      else if (text !== undefined) last.ends.push((found) => found.filter((node) => textOf(node).includes(text)));
      else if (nth) last.ends.push((found) => found.slice(nth - 1, nth));
      else last.css += translated(mark, word);
    }
    return list;
  }

  function find(selector) {
    let found = root ? [root] : [];
    for (const { css, ends } of compounds(selector)) {
      const inner = new Set(found.flatMap((node) => [...node.querySelectorAll(css)]));
      const ordered = root ? [...root.querySelectorAll(css)].filter((node) => inner.has(node) && hasBox(node)) : [];
      found = ends.reduce((left, end) => end(left), ordered);
    }
    return found;
  }

  const field = (node) => (node.matches("input,textarea") ? node : node.querySelector("input,textarea"));

  function valueOf(node) {
    const inner = field(node);
    if (inner) return inner.value;
    if (node.hasAttribute("aria-valuenow")) return Number(node.getAttribute("aria-valuenow"));
    return node.hasAttribute("aria-checked") ? node.getAttribute("aria-checked") === "true" : null;
  }

  const isDisabled = (node) => {
    const marked = [node, ...node.querySelectorAll("button,input,textarea")];
    return marked.some((each) => each.getAttribute("aria-disabled") === "true" || each.disabled === true);
  };

  const hex = (value) => {
    const match = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value);
    return match ? "#" + match.slice(1).map((part) => Number(part).toString(16).padStart(2, "0")).join("") : value;
  };

  function attribute(node, name) {
    const owner = [node, ...node.querySelectorAll("*")].find((each) => each.hasAttribute(name));
    return owner ? owner.getAttribute(name) : null;
  }

  const picked = (keys, read) => Object.fromEntries(Object.keys(keys).map((key) => [key, read(key)]));

  const READ = {
    text: ([first]) => (first ? textOf(first) : null),
    has: ([first]) => (first ? textOf(first) : null),
    count: (found) => found.length,
    texts: (found) => found.map(textOf),
    value: ([first]) => (first ? valueOf(first) : null),
    disabled: ([first]) => (first ? isDisabled(first) : null),
    style: ([first], keys) => first && picked(keys, (key) => hex(getComputedStyle(first)[key])),
    attribute: ([first], keys) => first && picked(keys, (key) => attribute(first, key)),
  };

  const shown = (selector) => {
    const node = [...document.querySelectorAll(selector)].filter(hasBox).pop();
    return node ? textOf(node) : null;
  };

  function stored(keys) {
    const prefix = Object.keys(localStorage).map((key) => /^mp:[^:]*:/.exec(key)).find(Boolean);
    const read = (key) => JSON.parse((prefix && localStorage.getItem(prefix[0] + key)) || "null");
    return picked(keys, read);
  }

  const WORDS = {
    $page: () => location.hash.replace(/^#\/?/, ""),
    $depth: () => history.state && history.state.depth,
    $title: () => shown(".mp--title"),
    $toast: () => shown(".mp--toast"),
    $dialog: () => shown(".mp--dialog"),
    $share: () => window.miniport.simulator && window.miniport.simulator.share(),
    $stored: stored,
    $errors: () => null,
  };

  // A class that the author wrote, spelled as the runtime spells it; a digit begins the names it adds itself.
  const isAuthors = (name) => /^_\D/.test(name);
  const LOOKS = ["color", "backgroundColor", "fontSize", "display", "fontWeight", "lineHeight", "textAlign", "opacity", "borderTopColor"];
  const isEndless = (animation) => animation.effect.getTiming().iterations === Infinity;
  const isStill = () => document.getAnimations().every((each) => each.playState !== "running" || isEndless(each));

  function reachable(node) {
    if (!node || !isStill()) return null;
    const { left, top, width, height } = node.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    return over && (node.contains(over) || over.contains(node)) ? node : null;
  }

  const TASKS = {
    look: ({ expect }) =>
      picked(expect, (selector) => {
        const wanted = expect[selector];
        if (selector in WORDS) return WORDS[selector](wanted || {});
        const found = find(selector);
        if (wanted === null) return found.length ? textOf(found[0]) : null;
        return typeof wanted === "object" ? picked(wanted, (key) => READ[key](found, wanted[key])) : READ.text(found);
      }),
    // The node, once it is in the middle, nothing moves and nothing lies over it.
    ready: ({ selector }) => {
      const [node] = find(selector);
      if (node) node.scrollIntoView({ block: "center", inline: "center" });
      return reachable(node);
    },
    outside: ({ selector, text }) =>
      reachable([...document.querySelectorAll(selector)].find((node) => hasBox(node) && textOf(node).includes(text))),
    field: ({ selector }) => find(selector).map(field)[0] || null,
    wheel: ({ text }) => {
      const turn = [...document.querySelectorAll(".mp--turn")].find((each) => each.textContent.includes(text));
      if (!turn) return null;
      const at = [...turn.querySelectorAll(".mp--spoke")].findIndex((item) => textOf(item) === text);
      turn.focus();
      return at - Number(turn.getAttribute("aria-valuenow"));
    },
    rail: ({ selector, value }) => {
      const [node] = find(selector);
      if (!node) return null;
      node.scrollIntoView({ block: "center" });
      const { left, top, width, height } = node.querySelector(".mp--rail").getBoundingClientRect();
      const [min, max] = ["min", "max"].map((name) => Number(node.getAttribute("aria-value" + name)));
      return { x: left + ((value - min) / (max - min)) * width, y: top + height / 2 };
    },
    box: ({ selector }) => {
      const [node] = find(selector);
      const { left, top, width, height } = node.getBoundingClientRect();
      return { x: left, y: top, width, height };
    },
    scroll: ({ to }) => {
      const scroller = page.querySelector(".mp--scroll");
      if (to !== "bottom" && to !== "top") return find(to)[0].scrollIntoView({ block: "center" });
      return scroller.scrollTo(0, to === "top" ? 0 : scroller.scrollHeight);
    },
    area: () => {
      const { left, top, width, height } = page.getBoundingClientRect();
      return { x: left, y: top, width, height };
    },
    // By how much the page is higher than what shows of it.
    overflow: () => {
      const scroller = page.querySelector(".mp--scroll");
      return Math.max(0, scroller.scrollHeight - scroller.clientHeight);
    },
    isStill,
    // Each element with a class or id of the author's, in document order: its name, box and looks.
    boxes: () => {
      const { left, top } = page.getBoundingClientRect();
      const own = [...root.querySelectorAll("*")].filter((node) => node.id || [...node.classList].some(isAuthors));
      return own.map((node) => {
        const box = node.getBoundingClientRect();
        const style = getComputedStyle(node);
        const classes = [...node.classList].filter(isAuthors).map((name) => "." + name.slice(1));
        const name = node.localName.replace(/^mp-/, "") + (node.id ? "#" + node.id : "") + classes.join("");
        const place = hasBox(node) ? [box.left - left, box.top - top, box.width, box.height] : [0, 0, 0, 0];
        return { name, box: place, looks: LOOKS.map((name) => style[name]) };
      });
    },
    pause: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  };
  return TASKS[order.task](order);
}

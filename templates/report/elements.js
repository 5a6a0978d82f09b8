// Elements without markup in strings: whatever a project holds is text here, never HTML.
function el(tag, properties, ...children) {
  const made = document.createElement(tag);
  setAll(made, properties || {});
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

function svg(tag, properties, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(properties)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function setAll(made, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, text] of Object.entries(value)) made.style.setProperty(key, text);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
}

// A row of buttons of which one is chosen.
function choice(label, options, chosen, choose) {
  const buttons = options.map(([value, text]) =>
    el("button", {
      type: "button", class: "choice", "data-value": value, "aria-pressed": String(value === chosen),
      onclick: () => choose(value),
    }, text));
  return el("div", { class: "choices", role: "group", "aria-label": label }, buttons);
}

function section(id, title, hint, ...children) {
  return el("section", { id, "aria-labelledby": `${id}-title` },
    el("h2", { id: `${id}-title` }, title), hint ? el("p", { class: "hint" }, hint) : null, ...children);
}

function bytes(size) {
  if (size < 1024) return `${size} B`;
  const kilo = size / 1024;
  return kilo < 1024 ? `${kilo < 10 ? kilo.toFixed(1) : Math.round(kilo)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}

// A path that is too long loses its head, not its tail: the paragraph runs from the right, the path does not.
function pathText(path) {
  return el("span", { class: "path", title: path }, el("bdi", { dir: "ltr" }, path));
}

function spotText(spot) {
  return spot.line ? `${spot.path}:${spot.line}:${spot.column}` : spot.path;
}

// The line of code, with what is meant marked in it.
function frame(spot) {
  if (!spot.line || !spot.text.trim()) return null;
  const points = Array.from(spot.text);
  const start = Math.min(spot.column - spot.textColumn, points.length);
  const end = spot.endLine === spot.line ? spot.endColumn - spot.textColumn : points.length;
  const cut = (from, to) => points.slice(from, to).join("");
  return el("pre", { class: "frame", tabindex: "0", "aria-label": spotText(spot) },
    el("span", { class: "number", "aria-hidden": "true" }, String(spot.line)),
    el("code", {}, spot.textColumn > 1 ? "…" : "", cut(0, start),
      el("mark", {}, cut(start, Math.max(end, start + 1)) || " "), cut(Math.max(end, start + 1))));
}

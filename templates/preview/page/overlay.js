/* What covers a phone when something is wrong: the message, the code around it, and the way to the editor. */

import { el } from "./dom.js";
import { choose, order } from "./state.js";
import { say } from "./words.js";

export const placeText = ({ path, line, column }) => (line ? `${path}:${line}${column ? `:${column}` : ""}` : path);

/* A place as a button that opens the editor there; a text where there is no project or no editor. */
export function placeLink(place, { hasProject, hasEditor }) {
  const text = placeText(place);
  if (!hasProject || !hasEditor) return el("code", { class: "place" }, text);
  const said = el("span", { class: "refused", role: "status" });
  const open = async () => {
    said.textContent = await order("open", place).then(() => "", ({ message }) => message);
  };
  return el("span", {}, el("button", { class: "place", type: "button", title: say("openEditor"), onClick: open }, text), said);
}

function code({ first, line, lines }, column) {
  return el(
    "pre",
    { class: "code" },
    lines.map((text, at) => {
      const isIt = first + at === line;
      const caret = isIt && column ? el("span", { class: "caret" }, `\n     │ ${" ".repeat(Math.max(0, column - 1))}^`) : null;
      return el("span", { class: isIt ? "line it" : "line" }, `${String(first + at).padStart(4)} │ ${text}`, caret, "\n");
    }),
  );
}

/* The column in a source's line of one in what became of that line; 0 where it lies in what was rewritten. */
function columnIn(text, emitted, column) {
  const least = Math.min(text.length, emitted.length);
  let head = 0;
  while (head < least && text[head] === emitted[head]) head += 1;
  if (column <= head) return column;
  let tail = 0;
  while (tail < least - head && text[text.length - 1 - tail] === emitted[emitted.length - 1 - tail]) tail += 1;
  return column > emitted.length - tail ? column - emitted.length + text.length : 0;
}

async function fillCode(box, place) {
  const { emitted } = place;
  const asked = emitted ? { frame: emitted.frame, version: emitted.version, at: emitted.line } : {};
  const response = await fetch(`source?${new URLSearchParams({ path: place.path, line: place.line, ...asked })}`);
  if (!response.ok) return;
  const found = await response.json();
  // The editor opens there, too.
  if (found.emitted) place.column = columnIn(found.lines[found.line - found.first], found.emitted, emitted.column);
  box.replaceChildren(code(found, place.column));
}

/* `problem`: {title, text, help, more, place, stack, again}; `more` leads to the findings, `again` starts the app anew. */
export function overlay({ title, text, help, more, place, stack, again }, told, close) {
  const frame = el("div", {});
  if (place && place.line && told.hasProject) void fillCode(frame, place);
  return el(
    "div",
    { class: "overlay", role: "alert" },
    el("strong", {}, title),
    el("p", { class: "message" }, text),
    place && placeLink(place, told),
    frame,
    help && el("p", { class: "help" }, help),
    more && el("button", { type: "button", class: "quiet more", onClick: () => choose({ panel: "findings", onlyPage: false }) }, more),
    !place && stack && el("pre", { class: "code" }, stack),
    again && el("button", { type: "button", onClick: again }, say("restart")),
    el("button", { type: "button", class: "quiet", onClick: close }, say("dismiss")),
  );
}

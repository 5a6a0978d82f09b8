/* Values of an app, to look into. */

import { el } from "./dom.js";

const short = (text) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

function brief(value) {
  if (typeof value === "string") return JSON.stringify(value);
  if (value === null || typeof value !== "object") return String(value);
  const error = value["[error]"];
  return error || JSON.stringify(value);
}

/* An error with its stack; `lead` gives that as its user reads it. */
function trace(text, lead) {
  const box = el("pre", { class: "value error" }, text);
  if (lead) void lead(text).then((told) => (box.textContent = told));
  return box;
}

/* A value on one line; what holds more can be opened. */
export function value(given, name, lead) {
  const label = name === undefined ? null : el("span", { class: "name" }, `${name}: `);
  if (given === null || typeof given !== "object") {
    const kind = given === null ? "null" : typeof given;
    return el("div", { class: "value" }, label, el("span", { class: `is-${kind}` }, brief(given)));
  }
  if (given["[error]"]) return trace(given["[error]"], lead);
  const box = el("details", { class: "value" }, el("summary", {}, label, el("span", { class: "brief" }, short(brief(given)))));
  // Filled when it is opened: data may be large.
  box.addEventListener(
    "toggle",
    () => box.append(...Object.entries(given).map(([key, inner]) => value(inner, key, lead))),
    { once: true },
  );
  return box;
}

/* Values as the console shows them: texts without quotes. */
export function line(values, lead) {
  return values.map((each) => (typeof each === "string" ? el("span", { class: "words" }, `${each} `) : value(each, undefined, lead)));
}

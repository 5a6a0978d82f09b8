/* The panels of storage, of the page stack, and of findings. */

import { el, refill } from "./dom.js";
import { concerning, isAbout, tally, worstFirst } from "./findings.js";
import { empty } from "./logs.js";
import { placeLink } from "./overlay.js";
import { choose, chosen, told } from "./state.js";
import { value } from "./value.js";
import { say, wordsOf } from "./words.js";

function storageRow(phone, body, { key, text }) {
  // A form with an invalid field sends nothing: what is typed next has to be tried again.
  const field = el("input", { type: "text", value: text, "aria-label": key, spellcheck: false, onInput: () => field.setCustomValidity("") });
  const store = async (given) => {
    try {
      await phone.ask("store", { key, text: given });
      field.setCustomValidity("");
      field.blur();
      await drawStorage(body, phone);
    } catch (problem) {
      field.setCustomValidity(say("notJson"));
      field.reportValidity();
    }
  };
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, key),
    el("td", {}, el("form", { onSubmit: (event) => (event.preventDefault(), store(field.value)) }, field)),
    el("td", {}, el("button", { type: "button", class: "quiet", "aria-label": `${say("remove")} ${key}`, onClick: () => store(null) }, "×")),
  );
}

function adding(phone, body) {
  const key = el("input", { type: "text", required: true, placeholder: say("key"), "aria-label": say("key") });
  const text = el("input", { type: "text", required: true, placeholder: say("value"), "aria-label": say("value") });
  const add = async (event) => {
    event.preventDefault();
    try {
      await phone.ask("store", { key: key.value, text: text.value });
      key.blur();
      text.blur();
      document.activeElement.blur();
      await drawStorage(body, phone);
    } catch (problem) {
      text.setCustomValidity(say("notJson"));
      text.reportValidity();
      text.setCustomValidity("");
    }
  };
  return el("form", { class: "bar", onSubmit: add }, key, text, el("button", { type: "submit" }, say("add")));
}

export async function drawStorage(body, phone) {
  const entries = await phone.ask("stored").catch(() => []);
  if (body.dataset.panel !== "storage") return;
  refill(body, adding(phone, body), entries.length ? el("table", { class: "pairs" }, entries.map((entry) => storageRow(phone, body, entry))) : empty());
}

export function drawStack(body, phone) {
  const rows = phone.stack.map((page, at) =>
    el("li", { "aria-current": at === phone.stack.length - 1 ? "page" : false }, el("code", {}, page.path), Object.keys(page.query || {}).length ? value(page.query) : null),
  );
  refill(body, rows.length ? el("ol", { class: "stack", reversed: true }, rows.reverse()) : empty());
}

const pathsOf = (node) => [node.path.replace(/^\//, ""), ...node.children.flatMap(pathsOf)];

function findingRow(finding) {
  const { code, severity, place, targets } = finding;
  const { message, help } = wordsOf(finding);
  return el(
    "div",
    { class: `row finding ${severity}` },
    el("div", { class: "said" }, el("strong", {}, `${code} `), message, targets.length ? el("span", { class: "about" }, ` ${targets.join(", ")}`) : null),
    help && el("div", { class: "help" }, help),
    place.path && place.path !== "." ? placeLink(place, told) : null,
  );
}

/* What is listed, and where that is not all, what there is in all. */
const counts = (found, all) => [found.length && tally(found), found.length < all.length && say("inAll", { tally: tally(all) })].filter(Boolean).join(" · ");

export async function drawFindings(body, phone) {
  const tree = await phone.ask("tree").catch(() => null);
  if (body.dataset.panel !== "findings") return;
  const isInTree = isAbout(tree ? pathsOf(tree) : []);
  const isHere = (finding) => /^MP37[67]$/.test(finding.code) || isInTree(finding);
  const all = concerning(phone);
  const found = worstFirst(chosen.onlyPage ? all.filter(isHere) : all);
  const box = el("input", { type: "checkbox", checked: chosen.onlyPage, onChange: () => {
    choose({ onlyPage: box.checked });
    void drawFindings(body, phone);
  } });
  const bar = el("div", { class: "bar" }, el("label", {}, box, say("onlyPage")), el("span", { class: "about" }, counts(found, all)));
  refill(body, bar, found.length ? found.map(findingRow) : el("p", { class: "empty" }, say(all.length ? "noneHere" : "noFindings")));
}

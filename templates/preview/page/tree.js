/* The panel of components: the tree of the page that is shown, the data and props of one, and changing its data. */

import { el, refill } from "./dom.js";
import { empty } from "./logs.js";
import { value } from "./value.js";
import { say } from "./words.js";

let selected = 0;

function branch(node, phone, redraw) {
  const pick = () => {
    selected = node.id;
    redraw();
  };
  const point = (id) => phone.ask("point", { id }).catch(() => {});
  const button = el(
    "button",
    {
      type: "button",
      class: "node",
      "aria-pressed": String(node.id === selected),
      onClick: pick,
      onMouseenter: () => point(node.id),
      onMouseleave: () => point(0),
      onFocus: () => point(node.id),
      onBlur: () => point(0),
    },
    node.path.replace(/^\//, ""),
  );
  return el("li", {}, button, node.children.length ? el("ul", {}, node.children.map((child) => branch(child, phone, redraw))) : null);
}

const all = (node) => [node, ...node.children.flatMap(all)];

function editor(node, phone) {
  const said = el("span", { class: "said", role: "status" });
  const field = el("textarea", { rows: 3, spellcheck: false, "aria-label": "setData", placeholder: '{"count": 1, "list[0].name": "…"}' });
  const apply = async () => {
    try {
      await phone.ask("setData", { id: node.id, patch: JSON.parse(field.value) });
      said.textContent = "✓";
      field.blur();
    } catch (problem) {
      said.textContent = problem instanceof SyntaxError ? say("notJson") : problem.message;
    }
  };
  return el("form", { class: "edit", onSubmit: (event) => (event.preventDefault(), apply()) }, field, el("div", { class: "bar" }, el("button", { type: "submit" }, say("apply")), said));
}

function about(node, phone) {
  return el(
    "div",
    { class: "about-node" },
    el("h3", {}, node.path.replace(/^\//, "")),
    node.props && el("h4", {}, say("props")),
    node.props && Object.entries(node.props).map(([name, each]) => value(each, name)),
    el("h4", {}, say("data")),
    Object.entries(node.data || {}).map(([name, each]) => value(each, name)),
    editor(node, phone),
  );
}

export async function drawTree(body, phone) {
  const found = await phone.ask("tree").catch(() => null);
  if (body.dataset.panel !== "tree") return;
  if (!found) {
    refill(body, empty());
    return;
  }
  const state = JSON.stringify(found);
  const redraw = () => {
    const node = all(found).find(({ id }) => id === selected) || found;
    selected = node.id;
    body.state = state + selected;
    refill(body, el("div", { class: "columns" }, el("ul", { class: "tree" }, branch(found, phone, redraw)), about(node, phone)));
  };
  // Drawing it again would close what has been opened.
  if (body.state !== state + selected || !body.querySelector(".tree")) redraw();
}

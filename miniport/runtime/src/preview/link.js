/* What one does in one frame, so that it can be done in the other; and what a frame shows, so that both can be compared. */

import { enter } from "./form.js";
import { say } from "./wire.js";

const PLACES = [".mp--layers", ".mp--tabs", ".mp--bar"];
const PATIENCE = 400;

let isReplaying = false;
let touchedAt = -1e9;

const shownPage = () => [...document.querySelectorAll(".mp--page")].filter((box) => !box.hidden).pop();
const rootAt = (place) => (place === "page" ? shownPage() : document.querySelector(place));
const placeOf = (node) => (node.closest(".mp--page") ? "page" : PLACES.find((place) => node.closest(place)));

/* Where a node is: a place, and the numbers of the children on the way to it. */
function pathTo(node) {
  const place = placeOf(node);
  const root = place && rootAt(place);
  const steps = [];
  for (let at = node; at && at !== root; at = at.parentNode) {
    steps.unshift([].indexOf.call(at.parentNode ? at.parentNode.childNodes : [], at));
  }
  return root ? { place, steps } : null;
}

function nodeAt({ place, steps }) {
  return steps.reduce((node, step) => node && node.childNodes[step], rootAt(place));
}

function tell(kind, node, more) {
  const path = !isReplaying && node.nodeType === 1 ? pathTo(node) : null;
  if (path) {
    say("action", Object.assign({ kind, path }, more));
  }
}

/* Listen to what the user does; events that code made are not his. */
export function watchActions() {
  const on = (type, run) => document.addEventListener(type, (event) => event.isTrusted && run(event), { capture: true, passive: true });
  on("click", ({ target }) => (target.closest(".mp--back") ? !isReplaying && say("action", { kind: "back" }) : tell("tap", target)));
  on("input", ({ target }) => tell("input", target, { value: target.value, isOn: target.checked }));
  ["wheel", "touchmove", "keydown"].forEach((type) => on(type, () => (touchedAt = performance.now())));
  on("scroll", ({ target }) => performance.now() - touchedAt < PATIENCE && tell("scroll", target, { top: target.scrollTop, left: target.scrollLeft }));
}

const mouse = (node, type) => {
  const { left, top, width, height } = node.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2 };
  return node.dispatchEvent(new MouseEvent(type, Object.assign({ bubbles: true, cancelable: true, composed: true, view: window }, at)));
};

const DO = {
  tap: (node) => ["mousedown", "mouseup", "click"].forEach((type) => mouse(node, type)),
  input: (node, { value, isOn }) => (node.type === "checkbox" || node.type === "radio" ? node.checked !== isOn && node.click() : enter(node, value)),
  scroll: (node, { top, left }) => node.scrollTo({ top, left, behavior: "instant" }),
};

/* Do what was done in the other frame; false where there is nothing to do it to. */
export function replay(core, action) {
  if (action.kind === "back") {
    core.router().navigateBack(1).catch(() => {});
    return true;
  }
  const node = nodeAt(action.path);
  if (!node || node.nodeType !== 1) {
    return false;
  }
  isReplaying = true;
  try {
    DO[action.kind](node, action);
  } finally {
    isReplaying = false;
  }
  return true;
}

const isSeen = (node) => node.getClientRects().length > 0;

function collect(node, found) {
  node.childNodes.forEach((child) => {
    if (child.nodeType === 3) {
      const words = child.data.replace(/\s+/g, " ").trim();
      if (words && isSeen(node)) {
        found.push({ text: words, path: pathTo(node) });
      }
    } else if (child.nodeType === 1) {
      if (child.matches("input, textarea") && child.type !== "hidden" && isSeen(child)) {
        found.push({ text: child.value || child.placeholder, path: pathTo(child) });
      }
      collect(child, found);
    }
  });
}

/* What can be read in the frame, in the order of the document, each with its place. Title bars are the platforms' own. */
export function texts() {
  const found = [];
  ["page", ".mp--layers", ".mp--tabs"].map(rootAt).forEach((root) => root && collect(root, found));
  return found.filter(({ text }) => text);
}

function box(node, colour) {
  const { left, top, width, height } = node.getBoundingClientRect();
  const mark = document.createElement("div");
  const style = { position: "fixed", pointerEvents: "none", zIndex: 2147483647, boxSizing: "border-box", borderRadius: "3px" };
  const place = { left: left - 2 + "px", top: top - 2 + "px", width: width + 4 + "px", height: height + 4 + "px" };
  Object.assign(mark.style, style, place, { outline: "2px solid " + colour, background: colour + "22" });
  mark.className = "mp--mark";
  document.body.append(mark);
}

/* Draw a frame around nodes; an empty list takes the frames away. */
export function mark(nodes, colour) {
  document.querySelectorAll(".mp--mark").forEach((each) => each.remove());
  nodes.filter(Boolean).forEach((node) => box(node, colour));
}

export const markPaths = (paths) => mark(paths.map(nodeAt), "#e5484d");

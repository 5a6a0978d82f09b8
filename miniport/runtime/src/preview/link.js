/* What one does in one frame, so that it can be done in the other; and what a frame shows, so that both can be compared. */

import { enter } from "./form.js";
import { say } from "./wire.js";

const PLACES = [".mp--layers", ".mp--tabs", ".mp--bar"];
const PATIENCE = 400;
const KEYS = ["Enter", "Escape", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
/* No pointer of the browser's has this number. */
const POINTER = 770077;

let isReplaying = false;
let touchedAt = -1e9;
let held = null;

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

/* Tell of a finger or the mouse from where it goes down until it is lifted, wherever it has got to by then. */
function watchPointer(on) {
  let down = null;
  const follow = (kind) => (event) => {
    if (down && event.pointerId === down.id) {
      touchedAt = performance.now();
      say("action", { kind, x: event.clientX - down.x, y: event.clientY - down.y });
      down = kind === "move" ? down : null;
    }
  };
  on("pointerdown", ({ target, pointerId, clientX, clientY, isPrimary, button }) => {
    if (isPrimary && button === 0 && !target.closest(".mp--back")) {
      const { left, top, width, height } = target.getBoundingClientRect();
      down = { id: pointerId, x: clientX, y: clientY };
      tell("press", target, { x: (clientX - left) / (width || 1), y: (clientY - top) / (height || 1) });
    }
  });
  on("pointermove", follow("move"));
  on("pointerup", follow("lift"));
  on("pointercancel", follow("cancel"));
}

/* Listen to what the user does; events that code made are not his. */
export function watchActions() {
  const on = (type, run) => document.addEventListener(type, (event) => event.isTrusted && run(event), { capture: true, passive: true });
  watchPointer(on);
  on("click", ({ target }) => (target.closest(".mp--back") ? !isReplaying && say("action", { kind: "back" }) : tell("click", target)));
  on("input", ({ target }) => tell("input", target, { value: target.value, isOn: target.checked }));
  on("keydown", ({ target, key }) => KEYS.includes(key) && tell("key", target, { key }));
  ["focus", "blur"].forEach((type) => on(type, ({ target }) => tell(type, target)));
  ["wheel", "touchmove", "keydown"].forEach((type) => on(type, () => (touchedAt = performance.now())));
  on("scroll", ({ target }) => performance.now() - touchedAt < PATIENCE && tell("scroll", target, { top: target.scrollTop, left: target.scrollLeft }));
  const { setPointerCapture } = Element.prototype;
  // What is replayed goes to one node anyhow, and the browser knows of no such pointer.
  Element.prototype.setPointerCapture = function (id) {
    return id === POINTER ? undefined : setPointerCapture.call(this, id);
  };
}

/* The pointer that is replayed, and the mouse that browsers make of it. */
function point(types, x, y) {
  const at = { bubbles: true, cancelable: true, composed: true, view: window, clientX: x, clientY: y };
  types.forEach((type) => {
    const more = type.startsWith("pointer") ? { pointerId: POINTER, isPrimary: true, pointerType: "mouse" } : {};
    held.node.dispatchEvent(new (more.pointerId ? PointerEvent : MouseEvent)(type, Object.assign(more, at)));
  });
}

const moved = (types, { x, y }) => held && point(types, held.x + x, held.y + y);

function press(node, { x, y }) {
  const { left, top, width, height } = node.getBoundingClientRect();
  held = { node, x: left + x * width, y: top + y * height };
  point(["pointerdown", "mousedown"], held.x, held.y);
}

/* A field cannot have the focus in two frames: the app alone hears of it here. */
function focus(node, kind) {
  if (document.activeElement !== node || !document.hasFocus()) {
    [kind, kind === "focus" ? "focusin" : "focusout"].forEach((type) => node.dispatchEvent(new FocusEvent(type, { bubbles: type !== kind, composed: true })));
  }
}

const DO = {
  press,
  click: (node) => node.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, view: window })),
  input: (node, { value, isOn }) => (node.type === "checkbox" || node.type === "radio" ? node.checked !== isOn && node.click() : enter(node, value)),
  key: (node, { key }) => ["keydown", "keyup"].forEach((type) => node.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }))),
  focus: (node) => focus(node, "focus"),
  blur: (node) => focus(node, "blur"),
  scroll: (node, { top, left }) => node.scrollTo({ top, left, behavior: "instant" }),
};

/* What follows a press, on the node that was pressed. */
const AFTER = {
  move: (action) => moved(["pointermove", "mousemove"], action),
  lift: (action) => (moved(["pointerup", "mouseup"], action), (held = null)),
  cancel: (action) => (moved(["pointercancel", "mouseup"], action), (held = null)),
};

/* Do what was done in the other frame; false where there is nothing to do it to. */
export function replay(core, action) {
  if (action.kind === "back") {
    core.router().navigateBack(1).catch(() => {});
    return true;
  }
  if (AFTER[action.kind]) {
    const isHeld = Boolean(held);
    AFTER[action.kind](action);
    return isHeld;
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

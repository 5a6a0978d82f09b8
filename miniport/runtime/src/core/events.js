/* Events of app code: listened to once at the root, then walked along the nodes that have a `mp` property.
 *
 * mp = {o: record that wrote the tag, e: {"tap": handler, "tap:catch": ..., "tap:capture": ..., "tap:capture-catch": ...}, d: dataset}.
 * A handler is a method's name, looked up when the event comes, or a function of a script module.
 */

import { report } from "./report.js";
import { clone } from "./value.js";

/* Preact sets a property where the element has one of that name, so the prototype gets an empty one. */
export function prepareElements() {
  HTMLElement.prototype.mp = undefined;
}

const isOurs = (dom) => dom.nodeType === 1 && dom.tagName.slice(0, 3) === "MP-";

function described(dom) {
  const node = dom.mp;
  return {
    id: dom.id,
    tagName: dom.tagName.slice(3).toLowerCase(),
    dataset: (node && clone(node.d)) || {},
    offsetLeft: dom.offsetLeft,
    offsetTop: dom.offsetTop,
  };
}

/* What `fire` gives where a listener has ended the event. */
const STOPPED = 2;

/* True where the handler, which is one of a script module (part/respond.js), has ended the event. */
function call(source, dom, handler, event) {
  const node = dom.mp;
  const { self } = node.o;
  const place = node.o.place(String(handler));
  const method = typeof handler === "function" ? handler : self[handler];
  if (typeof method !== "function") {
    report(new Error('there is no method "' + handler + '" for ' + event.type), node.o.place());
    return false;
  }
  try {
    if (method.inside) {
      return method.inside(event, dom, source);
    }
    method.call(self, event);
  } catch (error) {
    report(error, place);
  }
  return false;
}

function eventAt(source, dom, type, detail, more) {
  const at = described(dom);
  const from = source === dom ? at : described(source);
  // The platform gives the data of the listening node as the target's, and the touched node's beside it.
  const target = Object.assign({}, from, { dataset: at.dataset, targetDataset: from.dataset });
  return Object.assign({ type, timeStamp: Date.now(), target, currentTarget: at, detail: detail || {} }, more);
}

function fire(source, dom, key, type, detail, more) {
  const handler = dom.mp && dom.mp.e && dom.mp.e[key];
  if (!handler) {
    return false;
  }
  return call(source, dom, handler, eventAt(source, dom, type, detail, more)) ? STOPPED : true;
}

/* Tell one element's listeners of an event that does not bubble; `more` are members of the event beside its detail.
 * An element that has left the page (a picture that came late, a field that lost its focus by going) tells nobody.
 */
export function emit(dom, type, detail, more) {
  if (!dom) {
    return false;
  }
  const isCaught = fire(dom, dom, type + ":catch", type, detail, more);
  return fire(dom, dom, type, type, detail, more) || isCaught;
}

/* What is told of a point, as the page sees it: its window begins below the bars, and pageX and pageY count from the start of
 * what scrolls. Rects of queries have the same origin.
 */
function seen({ detail, more }, page) {
  const { left, top } = page.frame.box.getBoundingClientRect();
  const { scrollLeft, scrollTop } = page.frame.scroller;
  const point = (at) => {
    if (!at || at.clientX === undefined) {
      return at;
    }
    const x = at.clientX - left;
    const y = at.clientY - top;
    // A canvas has put its own coordinates there.
    const own = at.x === at.clientX && at.y === at.clientY ? { x, y } : null;
    return Object.assign({}, at, { clientX: x, clientY: y, pageX: x + scrollLeft, pageY: y + scrollTop }, own);
  };
  const { touches, changedTouches } = more || {};
  const points = touches && { touches: touches.map(point), changedTouches: changedTouches.map(point) };
  return { detail: point(detail), more: points ? Object.assign({}, more, points) : more };
}

/* Walk a bubbling event along the path: captures from outside in, then listeners from inside out. True if one ran.
 * An element that says more of its own events has `mpEvent(type, {detail, more}, inner)`, which changes what is told.
 */
export function dispatch(inner, type, given, extra) {
  let source = inner;
  while (source && !isOurs(source)) {
    source = source.parentNode;
  }
  const first = { detail: given, more: extra };
  if (source && source.mpEvent) {
    source.mpEvent(type, first, inner);
  }
  const path = [];
  for (let dom = source; dom && dom.nodeType === 1; dom = dom.parentNode) {
    if (dom.mp && dom.mp.e) {
      path.push(dom);
    }
  }
  let isHeard = false;
  if (!path.length) {
    return isHeard;
  }
  const { detail, more } = seen(first, path[0].mp.o.page);
  for (const dom of path.slice().reverse()) {
    const told = fire(source, dom, type + ":capture", type, detail, more);
    isHeard = told || isHeard;
    if (told === STOPPED || fire(source, dom, type + ":capture-catch", type, detail, more)) {
      return true;
    }
  }
  for (const dom of path) {
    const told = fire(source, dom, type, type, detail, more);
    isHeard = told || isHeard;
    if (told === STOPPED || fire(source, dom, type + ":catch", type, detail, more)) {
      return true;
    }
    if (dom.mpDisabled) {
      return isHeard;
    }
  }
  return isHeard;
}

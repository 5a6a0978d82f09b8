/* The nodes of a page that app code asks for by selectors. */

import { router } from "miniport:core";
import { translate } from "./translate.js";

/* Add the nodes below a node of Preact's tree that the template of `record` has written; `writer` wrote what is here. */
function collect(vnode, record, writer, found) {
  const { type, props } = vnode;
  const isText = type === null;
  if (typeof type === "string" && writer === record) {
    found.add(vnode.__e);
  }
  const inner = (props && props.record) || (props && props.children && props.children.writer) || writer;
  (isText ? [] : vnode.__k || []).forEach((child) => child && collect(child, record, inner, found));
  return found;
}

/* The page whose nodes are meant: that of a record, or the one on top. */
export const pageOf = (record) => (record ? record.page : router().top());

/* Every node of the page on top that a selector means, or of those that the template of a record has written; a selector that
 * cannot be read means none. */
export function nodes(selector, record) {
  const page = pageOf(record);
  try {
    const all = page ? Array.from(page.frame.box.querySelectorAll(translate(selector))) : [];
    const own = record && record.painter ? collect(record.painter.__v, record, record, new Set()) : null;
    return own ? all.filter((node) => own.has(node)) : record ? [] : all;
  } catch (error) {
    return [];
  }
}

/* The box of a node as the page sees it: bars are no part of the page. */
export function boxOf(node) {
  const origin = node.closest(".mp--page").getBoundingClientRect();
  const { left, top, width, height } = node.getBoundingClientRect();
  const x = left - origin.left;
  const y = top - origin.top;
  return { x, y, width, height, top: y, left: x, right: x + width, bottom: y + height };
}

/* The dataset of app code, with its values as they were bound. */
export const dataOf = (node) => Object.assign({}, (node.mp && node.mp.d) || {});

/* What scrolls in a node: the node itself, or the box that an element put into it. */
export const scrollerOf = (node) =>
  [node].concat(Array.from(node.children)).find((one) => /auto|scroll/.test(getComputedStyle(one).overflow)) || node;

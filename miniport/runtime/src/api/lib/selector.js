/* The nodes of a page that app code asks for by selectors. */

import { router } from "miniport:core";
import { translate } from "./translate.js";

/* Every node of the page on top that a selector means; one that cannot be read means none. */
export function nodes(selector) {
  const page = router().top();
  try {
    return page ? Array.from(page.frame.box.querySelectorAll(translate(selector))) : [];
  } catch (error) {
    return [];
  }
}

/* The box of a node as the page sees it: bars are no part of the page. */
export function boxOf(node) {
  const origin = router().top().frame.box.getBoundingClientRect();
  const { left, top, width, height } = node.getBoundingClientRect();
  const x = left - origin.left;
  const y = top - origin.top;
  return { x, y, width, height, top: y, left: x, right: x + width, bottom: y + height };
}

/* The dataset of app code, with its values as they were bound. */
export const dataOf = (node) => Object.assign({}, (node.mp && node.mp.d) || {});

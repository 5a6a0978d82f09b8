/* Slots: what an instance's owner puts into it. */

import { template } from "../core/template.js";
import { entries } from "./list.js";

const isNothing = (content) =>
  content === null ||
  content === undefined ||
  content === "" ||
  content === false ||
  (Array.isArray(content) && content.every(isNothing));

/* Children that another template than the one around them has written: its record is what `writer` of them says. */
const written = (children, writer) => Object.defineProperty(children, "writer", { value: writer });

/* The content of a slot, or its fallback. */
export function slot(owner, name, site, values, fallback) {
  const fill = owner.slots[name || "$default"];
  const content = fill ? fill(site + "~", values) : null;
  if (isNothing(content)) {
    return fallback ? fallback() : content;
  }
  return typeof content === "object" ? written([].concat(content), owner.owner) : content;
}

/* Put content under a slot name that is known at run time only; several tags may share one. */
export function fill(slots, name, draw) {
  const key = name || "$default";
  const before = slots[key];
  slots[key] = before ? (site, values) => [before(site, values), draw(site, values)] : draw;
  return slots;
}

/* The same for the items of a loop, each of which names its slot. */
export function fills(slots, list, first, name, draw) {
  const [items, keys] = entries(list, first);
  items.forEach((item, at) => {
    const index = keys ? keys[at] : at;
    fill(slots, name(item, index), (site) => draw(item, index, undefined, site + "[" + at + "]"));
  });
  return slots;
}

Object.assign(template, { fill, fills, slot });

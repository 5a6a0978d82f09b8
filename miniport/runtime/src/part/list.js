/* Loops of templates.
 *
 * What was drawn of an item is kept: while the item is identical and so is what else its template reads, its node stays the
 * same object, which Preact passes over. That identical means equal is what setAt of core/value.js sees to. The components in
 * it stay as they are, too; one that would miss something (isQuiet of part/component.js) has its item drawn anew.
 */

import { evaluating } from "../core/record.js";
import { warn } from "../core/report.js";
import { get, template } from "../core/template.js";

/* The items of a list and, where it is an object, their keys. `first` is the item that a loop over a number begins with: one
 * from 0 ends before the number, one from 1 with it, also where it is no whole one.
 */
export function entries(list, first) {
  if (Array.isArray(list)) {
    return [list, null];
  }
  if (typeof list === "number") {
    const length = Number.isFinite(list) ? Math.max(0, first ? Math.floor(list) : Math.ceil(list)) : 0;
    return [Array.from({ length }, (_, at) => at + first), null];
  }
  if (typeof list === "string") {
    return [Array.from(list), null];
  }
  if (list && typeof list === "object") {
    const keys = Object.keys(list);
    return [keys.map((key) => list[key]), keys];
  }
  return [[], null];
}

function keyOf(item, at, name) {
  const key = typeof name === "function" ? name(item, at) : name === "*this" ? item : get(item, name);
  return key === undefined || key === null || typeof key === "object" ? undefined : key;
}

const opened = (turn, before) => ({ turn, before, loops: null, kids: null });

/* What surrounds a loop: the item that is being drawn, else the record as a whole. `loops` has by site what the loops in it
 * draw this time, `before` the same of the last time; `kids` are the components in it.
 */
function around(record) {
  const { turn, drawing } = record;
  if (!drawing || drawing.turn !== turn) {
    record.drawing = opened(turn, drawing && drawing.loops);
  }
  return record.drawing;
}

const NEVER = { reads: [], rows: [] };

const isSame = (before, reads) => reads && before.length === reads.length && reads.every((value, at) => value === before[at]);

/* What an item is known by: its key or, where it has none, its place. A number and a text never meet. */
function placeOf(item, index, at, name) {
  const key = name === undefined ? undefined : keyOf(item, index, name);
  return key === undefined ? at : "-" + key;
}

/* The rows of a list by what they are known by; made as soon as one is not where it was. */
const byPlace = (rows) => new Map(rows.map((row) => [row.place, row]));

const isQuiet = (kids) => !kids || kids.every((kid) => kid.isQuiet());

/* Have the components of an item or a loop live on with what is around. */
function keep({ kids }, outer) {
  if (kids) {
    outer.kids = outer.kids || [];
    kids.forEach((kid) => {
      kid.seen = outer.turn;
      outer.kids.push(kid);
    });
  }
}

/* One node per item: `draw(item, index, key, site)`. `first`: see entries. `name` is the member that is the key, "*this", or a function. `reads` are
 * the values that `draw` and `name` look at besides the item, none where that cannot be said; `isPlaced`: the index is one.
 */
export function each(list, first, site, name, draw, reads, isPlaced) {
  const record = evaluating();
  const outer = around(record);
  const before = (outer.before && outer.before.get(site)) || NEVER;
  const isKept = isSame(before.reads, reads);
  outer.loops = outer.loops || new Map();
  if (isKept && before.list === list && isQuiet(before.kids)) {
    outer.loops.set(site, before);
    keep(before, outer);
    return before.nodes;
  }
  const [items, keys] = entries(list, first);
  const rows = [];
  const whole = opened(record.turn);
  let known = null;
  let taken = null;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    const index = keys ? keys[at] : at;
    let row = before.rows[at];
    const isThere = isKept && row && row.item === item && row.index === index;
    let place = isThere ? row.place : placeOf(item, index, at, name);
    if (!taken && !(row && row.place === place)) {
      known = byPlace(before.rows);
      taken = byPlace(rows);
    }
    if (taken) {
      if (taken.has(place)) {
        warn('the key "' + String(place).slice(1) + '" repeats in a list');
        place = at;
      }
      row = known.get(place);
      taken.set(place, true);
    }
    if (!row || !isKept || row.item !== item || (isPlaced && row.index !== index) || !isQuiet(row.kids)) {
      const drawn = (record.drawing = opened(record.turn, row && row.loops));
      const node = draw(item, index, name === undefined ? undefined : place, site + "[" + place + "]");
      row = { place, item, index, node, loops: drawn.loops, kids: drawn.kids };
    }
    keep(row, whole);
    rows.push(row);
  }
  record.drawing = outer;
  const nodes = rows.map((row) => row.node);
  keep(whole, outer);
  outer.loops.set(site, { list, reads: reads || [], rows, nodes, kids: whole.kids });
  return nodes;
}

Object.assign(template, { each });

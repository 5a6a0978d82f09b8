/* Observers: told which paths were set, once for each setData, after deriveDataFromProps and before the paint. */

import { parts } from "../core/parts.js";
import { attempt, report } from "../core/report.js";
import { keysOf } from "../core/value.js";
import { getAt, same } from "./lib/path.js";

const ROUNDS = 100;

const begins = (short, long) => short.length <= long.length && short.every((key, at) => String(key) === String(long[at]));

const meets = ({ keys, isWild }, path) => begins(path, keys) || (isWild && begins(keys, path));

/* "a, b.**" -> [{keys: ["a"]}, {keys: ["b"], isWild: true}] */
const watched = (text) =>
  text.split(",").map((part) => {
    const [all, path] = /^(.*?)\.?(?:\*\*)?$/.exec(part.trim());
    return { keys: path ? keysOf(path) : [], isWild: path !== all };
  });

/* What tables of observers say: [watched paths, method, the paths as written]. */
function watches(tables) {
  const found = [];
  tables.forEach((one) => Object.keys(one).forEach((key) => found.push([watched(key), one[key], key])));
  return found;
}

/* Call the observers of what `record.touched` lists: a list of paths for each setData. What they set counts again. */
function observe(record) {
  const { self, touched } = record;
  for (let round = 0; touched.length; round++) {
    const paths = touched.shift();
    if (round >= ROUNDS) {
      touched.length = 0;
      report(new Error("an observer sets what it observes without end"), record.place("observers"));
      return;
    }
    record.watches.forEach(([watches, method, key]) => {
      if (watches.some((watch) => paths.some((path) => meets(watch, path)))) {
        const seen = Object.assign({}, self.props, self.data);
        attempt(record.place("observers " + key), method, self, ...watches.map(({ keys }) => getAt(seen, keys)));
      }
    });
  }
}

/* The paths of the props that differ from what they were. */
const changedProps = (before, next) =>
  Object.keys(Object.assign({}, before, next))
    .filter((name) => !same((before || {})[name], next[name]))
    .map((name) => [name]);

Object.assign(parts, { watches, observe, changedProps });

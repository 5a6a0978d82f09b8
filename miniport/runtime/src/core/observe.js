/* Observers: told which paths were set, once for each setData, after deriveDataFromProps and before the paint. */

import { attempt, report } from "./report.js";
import { getAt } from "./value.js";

const ROUNDS = 100;

const begins = (short, long) => short.length <= long.length && short.every((key, at) => String(key) === String(long[at]));

const meets = ({ keys, isWild }, path) => begins(path, keys) || (isWild && begins(keys, path));

/* Call the observers of what `record.touched` lists: a list of paths for each setData. What they set counts again. */
export function observe(record) {
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

const same = (a, b) =>
  a === b ||
  (a && b && typeof a === "object" && typeof b === "object" && Array.isArray(a) === Array.isArray(b)
    ? Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => same(a[key], b[key]))
    : a !== a && b !== b);

/* The paths of the props that differ from what they were. */
export const changedProps = (before, next) =>
  Object.keys(Object.assign({}, before, next))
    .filter((name) => !same((before || {})[name], next[name]))
    .map((name) => [name]);

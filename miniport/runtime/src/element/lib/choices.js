/* What a picker offers: columns of texts, where each stands, and the value that stands for it. */

import { warn } from "miniport:core";
import { numberOf, textOf } from "../../lib/given.js";
import { limited } from "./motion.js";

const two = (number) => (number < 10 ? "0" : "") + number;
const list = (value) => (Array.isArray(value) ? value : []);

function label(item, key) {
  if (item === null || typeof item !== "object") {
    return textOf(item);
  }
  if (key === undefined || key === "") {
    warn("the range of a picker holds objects; range-key says which member to show");
    return "";
  }
  return textOf(item[key]);
}

/* A place that is none is the first. */
const placed = (value, items) => {
  const at = numberOf(value, 0);
  return at >= 0 && at < items.length ? Math.floor(at) : 0;
};

function selector(props) {
  const items = list(props.range);
  const columns = [items.map((item) => label(item, props["range-key"]))];
  return { columns: () => columns, at: [placed(props.value, items)], value: ([at]) => at };
}

function multiSelector(props) {
  const range = list(props.range).map(list);
  const value = list(props.value);
  const columns = range.map((items) => items.map((item) => label(item, props["range-key"])));
  return { columns: () => columns, at: range.map((items, at) => placed(value[at], items)), value: (at) => at.slice() };
}

const numbers = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/* A value made of numbers of which each column limits the next: `bounds(part, before)` -> [least, most]. */
function parts({ value, bounds, count, words, join }) {
  const ranges = (given) => {
    const before = [];
    return Array.from({ length: count }, (_, part) => {
      const [least, most] = bounds(part, before);
      const number = limited(given[part], least, most);
      before.push(number);
      return { least, most, number };
    });
  };
  const chosen = (at) => {
    const before = [];
    at.forEach((place, part) => {
      const [least, most] = bounds(part, before);
      before.push(limited(least + place, least, most));
    });
    return before;
  };
  return {
    columns: (at) => ranges(chosen(at)).map(({ least, most }, part) => numbers(least, most).map((number) => words(number, part))),
    at: ranges(value).map(({ least, number }) => number - least),
    value: (at) => join(chosen(at)),
  };
}

const read = (text, pattern) => {
  const found = pattern.exec(textOf(text));
  return found ? found.slice(1).map((part) => (part === undefined ? undefined : +part)) : null;
};

function time(props) {
  const clock = (text) => read(text, /^(\d{1,2}):(\d{1,2})/);
  const start = clock(props.start) || [0, 0];
  const end = clock(props.end) || [23, 59];
  const now = new Date();
  const bounds = (part, [hour]) =>
    part === 0 ? [start[0], end[0]] : [hour === start[0] ? start[1] : 0, hour === end[0] ? end[1] : 59];
  const value = clock(props.value) || [now.getHours(), now.getMinutes()];
  const words = (number, part) => two(number) + (part ? "分" : "时");
  return parts({ value, bounds, count: 2, words, join: (chosen) => chosen.map(two).join(":") });
}

const COUNTS = { year: 1, month: 2 };
const UNITS = ["年", "月", "日"];

function date(props) {
  const day = (text, missing) => {
    const found = read(text, /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/);
    return found && found.map((part, at) => (part === undefined ? missing[at] : part));
  };
  const now = new Date();
  const year = now.getFullYear();
  const start = day(props.start, [0, 1, 1]) || [Math.min(1900, year), 1, 1];
  const end = day(props.end, [0, 12, 31]) || [Math.max(2099, year), 12, 31];
  const lengthOf = (at, month) => new Date(at, month, 0).getDate();
  const bounds = (part, before) => {
    const isFirst = before.every((number, at) => number === start[at]);
    const isLast = before.every((number, at) => number === end[at]);
    const most = [end[0], 12, part === 2 ? lengthOf(before[0], before[1]) : 0][part];
    return [isFirst ? start[part] : 1, isLast ? Math.min(most, end[part]) : most];
  };
  const value = day(props.value, [0, 1, 1]) || [year, now.getMonth() + 1, now.getDate()];
  const words = (number, part) => number + UNITS[part];
  const join = (chosen) => chosen.map((number) => two(number)).join("-");
  return parts({ value, bounds, count: COUNTS[props.fields] || 3, words, join });
}

const MODES = { selector, multiSelector, date, time };

/* {columns(at), at, value(at)} of a picker; `at` holds an index per column. Undefined for a mode that is not there. */
export const choicesOf = (props) => {
  const make = MODES[props.mode || "selector"];
  return make && make(props);
};

/* Dates of a picker as lists of numbers: the words of a format, the range of each, texts read and written. */

const WORDS = /yyyy|MM|dd|HH|mm|ss/g;
const LOWEST = { yyyy: 1900, MM: 1, dd: 1, HH: 0, mm: 0, ss: 0 };
const HIGHEST = { yyyy: 2100, MM: 12, dd: 31, HH: 23, mm: 59, ss: 59 };

/* "yyyy-MM" -> ["yyyy", "MM"]; [] where the format has none of the words. */
export const wordsOf = (format) => format.match(WORDS) || [];

const pad = (number, word) => String(number).padStart(word.length, "0");

export function write(format, values) {
  let at = 0;
  return format.replace(WORDS, (word) => pad(values[at++], word));
}

/* The numbers that stand in `text` where `format` has words; null where it is of another form. */
export function read(format, text) {
  const pattern = format.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(WORDS, (word) => "(\\d{1," + word.length + "})");
  const found = new RegExp("^" + pattern + "$").exec(String(text).trim());
  return found && found.slice(1).map(Number);
}

export function now(words, date = new Date()) {
  const parts = {
    yyyy: date.getFullYear(),
    MM: date.getMonth() + 1,
    dd: date.getDate(),
    HH: date.getHours(),
    mm: date.getMinutes(),
    ss: date.getSeconds(),
  };
  return words.map((word) => parts[word]);
}

const isPrefix = (limit, values, length) => limit && values.slice(0, length).every((value, at) => value === limit[at]);

function lastDay(words, values) {
  const year = words.indexOf("yyyy") < 0 ? 2000 : values[words.indexOf("yyyy")];
  return words.indexOf("MM") < 0 ? 31 : new Date(year, values[words.indexOf("MM")], 0).getDate();
}

/* [first, last] of the column `at`, given what the columns before it say. */
export function rangeOf(words, values, at, start, end) {
  const word = words[at];
  const first = isPrefix(start, values, at) ? start[at] : LOWEST[word];
  const natural = word === "dd" ? lastDay(words, values) : HIGHEST[word];
  const last = isPrefix(end, values, at) ? Math.min(end[at], natural) : natural;
  return [first, Math.max(first, last)];
}

/* The same date with every column moved into its range. */
export function clamp(words, values, start, end) {
  const fit = values.slice();
  words.forEach((word, at) => {
    const [first, last] = rangeOf(words, fit, at, start, end);
    fit[at] = Math.min(Math.max(fit[at], first), last);
  });
  return fit;
}

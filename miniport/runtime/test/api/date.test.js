import assert from "node:assert/strict";
import test from "node:test";
import { clamp, now, rangeOf, read, wordsOf, write } from "../../src/api/lib/date.js";

test("the words of a format are its columns", () => {
  assert.deepEqual(wordsOf("yyyy-MM-dd"), ["yyyy", "MM", "dd"]);
  assert.deepEqual(wordsOf("HH:mm"), ["HH", "mm"]);
  assert.deepEqual(wordsOf("yyyy"), ["yyyy"]);
  assert.deepEqual(wordsOf("none"), []);
});

test("a date is read and written in its format", () => {
  for (const [format, text] of [
    ["yyyy-MM-dd", "2024-02-29"],
    ["HH:mm", "07:05"],
    ["yyyy/MM", "2024/12"],
    ["yyyy年MM月", "2024年01月"],
  ]) {
    assert.equal(write(format, read(format, text)), text);
  }
  assert.deepEqual(read("HH:mm", "7:5"), [7, 5]);
  assert.equal(read("yyyy-MM-dd", "soon"), null);
});

test("today is told in the words of the format", () => {
  assert.deepEqual(now(["yyyy", "MM", "dd", "HH"], new Date(2024, 1, 3, 4)), [2024, 2, 3, 4]);
});

test("a month has its own last day", () => {
  const words = wordsOf("yyyy-MM-dd");
  assert.deepEqual(rangeOf(words, [2024, 2, 1], 2), [1, 29]);
  assert.deepEqual(rangeOf(words, [2023, 2, 1], 2), [1, 28]);
  assert.deepEqual(clamp(words, [2023, 2, 31]), [2023, 2, 28]);
});

test("limits count where the columns before them stand at the limit", () => {
  const words = wordsOf("yyyy-MM-dd");
  const [start, end] = [
    [2024, 3, 10],
    [2024, 5, 20],
  ];
  assert.deepEqual(rangeOf(words, [2024, 1, 1], 0, start, end), [2024, 2024]);
  assert.deepEqual(rangeOf(words, [2024, 3, 1], 1, start, end), [3, 5]);
  assert.deepEqual(rangeOf(words, [2024, 3, 1], 2, start, end), [10, 31]);
  assert.deepEqual(rangeOf(words, [2024, 4, 1], 2, start, end), [1, 30]);
  assert.deepEqual(clamp(words, [2030, 1, 1], start, end), [2024, 3, 10]);
});

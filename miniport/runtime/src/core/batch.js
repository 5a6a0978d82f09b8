/* One flush per turn: evaluate what changed, parents first; let Preact paint; then call back. */

import { options } from "preact";
import { tellListeners } from "./hooks.js";
import { report } from "./report.js";

const ROUNDS = 100;

const dirty = new Set();
let afterPaint = [];
let paint = null;
let isScheduled = false;
let isEndless = false;
/* Whose evaluation came last. */
let latest = null;

options.debounceRendering = (run) => {
  paint = run;
  schedule();
};

function schedule() {
  if (!isScheduled) {
    isScheduled = true;
    Promise.resolve().then(flush);
  }
}

/* Have `record.evaluate()` called in the next flush. */
export function invalidate(record) {
  dirty.add(record);
  schedule();
}

export function validate(record) {
  dirty.delete(record);
}

/* Run a function after the next paint; smaller `rank` first, in order of arrival within one rank. */
export function later(rank, run) {
  afterPaint.push([rank, run]);
  schedule();
}

export const MOUNT = 1;
export const UPDATE = 2;
export const READY = 3;
export const CALLBACK = 4;

function round() {
  while (dirty.size) {
    let first = null;
    dirty.forEach((record) => {
      first = first && first.depth <= record.depth ? first : record;
    });
    dirty.delete(first);
    latest = first;
    first.evaluate();
  }
  while (paint) {
    const run = paint;
    paint = null;
    run();
  }
  const calls = afterPaint;
  afterPaint = [];
  calls.sort((a, b) => a[0] - b[0]).forEach((call) => call[1]());
}

export function flush() {
  isScheduled = true;
  let rounds = 0;
  while ((dirty.size || paint || afterPaint.length) && rounds < ROUNDS) {
    rounds++;
    try {
      round();
    } catch (error) {
      report(error, "render");
    }
  }
  isScheduled = false;
  tellListeners("flush");
  const isOpen = dirty.size > 0 || Boolean(paint) || afterPaint.length > 0;
  if (isOpen) {
    // Said once: what goes on says it again for ever.
    if (!isEndless) {
      report(new Error("setData calls itself without end"), latest ? latest.place() : "render");
    }
    isScheduled = true;
    setTimeout(flush, 50);
  }
  isEndless = isOpen;
  latest = null;
}

/* The app, its pages and components: their scripts, and what those registered. */

import { report, warn } from "./report.js";

let load = null;
let units = new Map();
let byScript = new Map();
let options = new Map();
const open = [];

/* `read` runs a module; `list` holds {path, script, template, components, config}. */
export function useUnits(read, list) {
  load = read;
  units = new Map();
  byScript = new Map();
  options = new Map();
  list.forEach((unit) => {
    units.set(unit.path, unit);
    byScript.set(unit.script, unit);
  });
}

export const unitAt = (path) => units.get(path);

/* What App, Page and Component do: keep the options of the unit whose script runs. */
export function register(given) {
  const running = load.running || [];
  let unit;
  for (let at = running.length - 1; at >= 0 && !unit; at--) {
    unit = byScript.get(running[at]);
  }
  unit = unit || open[open.length - 1];
  if (unit) {
    options.set(unit, given || {});
  } else {
    warn("App, Page or Component was called after the start of every script");
  }
}

/* The options a unit registered, {} where it did not; its script runs at the first call. */
export function optionsOf(unit) {
  if (!options.has(unit)) {
    open.push(unit);
    try {
      if (unit.script) {
        load(unit.script);
      }
    } catch (error) {
      report(error, unit.script);
    }
    open.pop();
    if (!options.has(unit)) {
      if (unit.script) {
        warn(unit.script + " registers nothing");
      }
      options.set(unit, {});
    }
  }
  return options.get(unit);
}

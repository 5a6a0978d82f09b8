/* The findings that concern a phone and its page, and how many they are. */

import { told } from "./state.js";
import { say } from "./words.js";

const LEVELS = [["error", "errors"], ["warning", "warnings"], ["note", "notes"]];

const stem = (path) => path.replace(/\.[^/]*$/, "");

/* Those of the phone's target, and those of the project as a whole. */
export const concerning = (phone) => told.findings.filter(({ targets }) => !targets.length || targets.includes(phone.name));

/* Tells of a finding whether it is about one of these units, each a path without suffix. */
export const isAbout = (units) => ({ place }) => units.some((unit) => stem(place.path).endsWith(unit));

/* Those that have to be mended come first. */
export const worstFirst = (findings) => LEVELS.flatMap(([level]) => findings.filter(({ severity }) => severity === level));

/* How many there are of each severity, as `miniport check` counts: the same at several places is one. */
export function counted(findings) {
  const seen = LEVELS.map(() => new Set());
  findings.forEach(({ code, severity, arguments: { target, ...given } }) =>
    seen[LEVELS.findIndex(([level]) => level === severity)].add(JSON.stringify([code, Object.entries(given).sort()])));
  return seen.map(({ size }) => size);
}

/* The same in words, with the number of places. */
export function tally(findings) {
  const levels = counted(findings).map((count, at) => count && say(LEVELS[at][1], { count })).filter(Boolean);
  return levels.length ? `${levels.join(say("comma"))} (${say("places", { count: findings.length })})` : "";
}

/* What the server tells: builds, changes of what is shown, changes of mocks. */

import { concerning, isAbout } from "./findings.js";
import { chosen, told } from "./state.js";
import { say, wordsOf } from "./words.js";

const REMEMBERED = { app: "app", nothing: "nothingChanged" };

/* What could not be changed in place is there after a start. */
function restarted(problem) {
  console.warn(`miniport: ${problem.message}`);
  return "app";
}

/* How long ago a build began that took so many seconds until a moment. */
const since = (at, seconds) => `${Math.max(0, Math.round(Date.now() - at + seconds * 1000))} ms`;

/* `isLate`: it came while the one before was under way, which may have read what this one tells of. */
async function update(phone, { version, files, pages, isAround, seconds, at, isLate }) {
  phone.version = version;
  const { isStuck } = phone;
  // What a build found is the next build's to take back, and its word comes later than its files.
  if (phone.problem && !phone.problem.isOfBuild) phone.show(null);
  const how = isAround || isStuck || !phone.isRunning ? "app" : await phone.ask("update", { version, files }).catch(restarted);
  const done = () => {
    const taken = since(at, seconds);
    phone.say(() => `${say(REMEMBERED[how] || how)} · ${taken}`);
  };
  if (how === "app") {
    // In place of the one before: an app that fails at its start never tells that it has started.
    phone.onStart = done;
    phone.restart(pages);
  } else if (how !== "nothing" || !isLate) done();
  phone.tell("updated", { how });
}

const joined = (before, value) => ({
  ...value,
  files: [...new Set([...before.files, ...value.files])],
  isAround: before.isAround || value.isAround,
  isLate: before.isLate,
});

const same = (finding) => JSON.stringify([finding.code, finding.message, finding.place && finding.place.path]);

/* What the last build found that was written: an error that it had is not new when its cause comes back. */
let written = null;

/* The errors that came last, and all that there were then: what was just saved stands in front of what is older. */
let newest = new Set();
let before = new Set();

function date(findings) {
  const now = findings.filter(({ severity }) => severity === "error").map(same);
  const fresh = now.filter((each) => !before.has(each));
  if (fresh.length) newest = new Set(fresh);
  before = new Set(now);
}

/* Those of which something holds, all where it holds of none. */
function nearest(findings, holds) {
  const found = findings.filter(holds);
  return found.length ? found : findings;
}

/* What keeps a build from being written covers the phones, and so does an error that the one before did not have. */
function cover(phones) {
  const { isGood, at } = told.build;
  const known = new Set((written || told.findings).map(same));
  if (isGood && at) written = told.findings;
  date(told.findings);
  phones.forEach((phone) => {
    const errors = concerning(phone).filter(({ severity }) => severity === "error");
    const stoppers = isGood ? [] : nearest(errors, ({ isBlocking }) => isBlocking);
    const shown = stoppers.length ? stoppers : errors.filter((finding) => !known.has(same(finding)));
    const latest = nearest(shown, (finding) => newest.has(same(finding)));
    const [worst] = nearest(latest, isAbout(phone.top ? [phone.top.path] : []));
    if (worst) {
      const count = errors.length - 1;
      const words = () => {
        const { message, help } = wordsOf(worst);
        const more = count ? say("moreErrors", { count }) : "";
        return { title: say(stoppers.length ? "failed" : "newError"), text: `${worst.code} ${message}`, help, more };
      };
      phone.show({ words, place: worst.place, isOfBuild: true });
    } else if (phone.problem && phone.problem.isOfBuild) phone.show(null);
  });
}

function unchanged(phone, { seconds, at }) {
  const taken = since(at, seconds);
  phone.say(() => `${say("nothingChanged")} · ${taken}`);
}

export function listen(phones, changed) {
  const stream = new EventSource("events");
  const hear = (kind, run) => stream.addEventListener(kind, ({ data }) => run(JSON.parse(data)));
  const running = new Map();
  const waiting = new Map();
  const updated = new Set();
  hear("update", (value) => {
    updated.add(value.frame);
    const phone = phones.find(({ name }) => name === value.frame);
    if (!phone) return;
    // One after the other: a change must not overtake the one before. Those that wait become one.
    const before = waiting.get(phone);
    waiting.set(phone, before ? joined(before, value) : { ...value, isLate: running.has(phone) });
    if (!before) void follow(phone);
  });
  async function follow(phone) {
    await running.get(phone);
    const value = waiting.get(phone);
    waiting.delete(phone);
    const run = update(phone, value).catch(() => {});
    running.set(phone, run);
    await run;
    if (running.get(phone) === run) running.delete(phone);
  }
  hear("build", ({ findings, ...build }) => {
    const isMended = build.isGood && !told.build.isGood;
    const isSame = build.at === told.build.at;
    Object.assign(told, { build, findings });
    cover(phones);
    // What they say of an earlier save is not what became of this one.
    if (isMended) phones.filter(({ name }) => !updated.has(name)).forEach((phone) => unchanged(phone, build));
    if (!isSame) updated.clear();
    changed("build");
  });
  hear("restart", () => phones.forEach((phone) => phone.restart()));
  hear("mocks", () => phones.forEach((phone) => phone.send("mocks", { isOn: chosen.mocks })));
  stream.addEventListener("error", () => document.body.classList.add("lost"));
  stream.addEventListener("open", () => void reunite(phones, changed));
  cover(phones);
}

/* The line stands, for the first time or again: what happened meanwhile was told to nobody. */
async function reunite(phones, changed) {
  const wasLost = document.body.classList.contains("lost");
  document.body.classList.remove("lost");
  const now = await (await fetch("state")).json();
  const origins = ({ frames }) => frames.map(({ origin }) => origin).join();
  if (origins(now) !== origins(told)) {
    location.reload();
    return;
  }
  Object.assign(told, now);
  now.frames.forEach(({ name, version, pages }) => {
    const phone = phones.find((each) => each.name === name);
    // One that was on its way when the server went never arrives.
    if (phone.version !== version || (wasLost && !phone.isRunning)) {
      phone.version = version;
      phone.restart(pages);
    }
  });
  cover(phones);
  changed("build");
}

/* What the server tells: builds, changes of what is shown, changes of mocks. */

import { told } from "./state.js";
import { say } from "./words.js";

const REMEMBERED = { app: "app", nothing: "nothingChanged" };

/* What could not be changed in place is there after a start. */
function restarted(problem) {
  console.warn(`miniport: ${problem.message}`);
  return "app";
}

async function update(phone, { version, files, isAround, seconds, at }) {
  phone.version = version;
  phone.show(null);
  const how = isAround || !phone.isRunning ? "app" : await phone.ask("update", { version, files }).catch(restarted);
  const time = () => `${Math.max(0, Math.round(Date.now() - at + seconds * 1000))} ms`;
  const text = say(REMEMBERED[how] || how);
  if (how === "app") {
    const done = (from, kind) => {
      if (kind === "started") phone.say(`${text} · ${time()}`);
      if (kind === "started") phone.listeners.splice(phone.listeners.indexOf(done), 1);
    };
    phone.on(done);
    phone.restart();
  } else phone.say(`${text} · ${time()}`);
  phone.tell("updated", { how });
}

/* The first thing that keeps a build from being written covers the phones. */
function cover(phones) {
  const { isGood } = told.build;
  phones.forEach((phone) => {
    const isOfIt = ({ targets }) => !targets.length || targets.includes(phone.name);
    const found = !isGood && told.findings.find((finding) => finding.isBlocking && isOfIt(finding));
    if (found) phone.show({ title: say("failed"), text: `${found.code} ${found.message}`, help: found.help, place: found.place });
    else if (phone.problem && phone.problem.isOfBuild) phone.show(null);
    if (found) phone.problem.isOfBuild = true;
  });
}

export function listen(phones, changed) {
  const stream = new EventSource("events");
  const hear = (kind, run) => stream.addEventListener(kind, ({ data }) => run(JSON.parse(data)));
  const queues = new Map();
  hear("update", (value) => {
    const phone = phones.find(({ name }) => name === value.frame);
    if (!phone) return;
    // One after the other: a change must not overtake the one before.
    queues.set(phone, (queues.get(phone) || Promise.resolve()).then(() => update(phone, value)).catch(() => {}));
  });
  hear("build", ({ findings, ...build }) => {
    Object.assign(told, { build, findings });
    cover(phones);
    changed("build");
  });
  hear("restart", () => phones.forEach((phone) => phone.restart()));
  hear("mocks", () => phones.forEach((phone) => phone.send("mocks", { isOn: true })));
  stream.addEventListener("error", () => document.body.classList.add("lost"));
  stream.addEventListener("open", () => void reunite(phones, changed));
  cover(phones);
}

/* The line stands, for the first time or again: what happened meanwhile was told to nobody. */
async function reunite(phones, changed) {
  document.body.classList.remove("lost");
  const now = await (await fetch("state")).json();
  const origins = ({ frames }) => frames.map(({ origin }) => origin).join();
  if (origins(now) !== origins(told)) {
    location.reload();
    return;
  }
  Object.assign(told, now);
  now.frames.forEach(({ name, version }) => {
    const phone = phones.find((each) => each.name === name);
    if (phone.version !== version) {
      phone.version = version;
      phone.restart();
    }
  });
  cover(phones);
  changed("build");
}

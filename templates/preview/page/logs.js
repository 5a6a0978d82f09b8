/* The panels that are logs: console, network, calls of APIs, the bridge of a container. */

import { el, refill } from "./dom.js";
import { concerning } from "./findings.js";
import { led, placeOf } from "./map.js";
import { placeLink } from "./overlay.js";
import { order, told } from "./state.js";
import { line, value } from "./value.js";
import { say, wordsOf } from "./words.js";

const empty = () => el("p", { class: "empty" }, say("nothing"));
const ms = (number) => (number === undefined ? "" : `${Math.round(number)} ms`);

/* Draw what is new of a log behind what is there: rows that are open stay so. */
function follow(body, head, entries, row) {
  let list = body.querySelector(".rows");
  if (!list || list.entries !== entries) {
    list = el("div", { class: "rows" });
    list.entries = entries;
    list.rows = new Map();
    refill(body, head, list);
  }
  const isAtEnd = body.scrollHeight - body.scrollTop - body.clientHeight < 40;
  const kept = new Set(entries);
  list.rows.forEach((node, entry) => {
    if (!kept.has(entry)) {
      node.remove();
      list.rows.delete(entry);
    }
  });
  entries.forEach((entry) => {
    const state = JSON.stringify([entry.isDone, entry.isOk, entry.status]);
    const before = list.rows.get(entry);
    if (before && before.dataset.state === state) return;
    const node = row(entry);
    node.dataset.state = state;
    if (before) before.replaceWith(node);
    else list.append(node);
    list.rows.set(entry, node);
  });
  list.classList.toggle("none", !entries.length);
  list.dataset.none = say("nothing");
  body.querySelector(".bar .quiet").disabled = !entries.length;
  if (isAtEnd) body.scrollTop = body.scrollHeight;
}

const cleared = (phone, name) => el("button", { type: "button", class: "quiet", onClick: () => {
  phone[name] = [];
  phone.tell("starting");
} }, say("clear"));

function consoleRow(phone) {
  return (entry) => {
    const place = el("span", { class: "where" });
    void placeOf(phone, entry.stack).then((found) => found && place.replaceChildren(placeLink(found, told)));
    const said = isStopped(entry) ? stopped(entry) : line(entry.values, (stack) => led(phone, stack));
    return el("div", { class: `row log ${entry.level}` }, el("div", { class: "said" }, said), place);
  };
}

export function drawConsole(body, phone) {
  follow(body, el("div", { class: "bar" }, cleared(phone, "logs")), phone.logs, consoleRow(phone));
}

function detail(summary, ...parts) {
  const box = el("details", { class: "row" }, el("summary", {}, summary));
  box.addEventListener("toggle", () => box.append(...parts.map((part) => part()).filter(Boolean)), { once: true });
  return box;
}

const labelled = (name, given) => el("div", { class: "labelled" }, el("span", { class: "label" }, name), typeof given === "string" ? el("pre", {}, given) : value(given));

function json(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    return text;
  }
}

const summaryOf = (state, name, about, time) => [
  el("span", { class: `mark ${state}`, role: "img", "aria-label": state && say(state) }),
  el("span", { class: "what" }, name),
  el("span", { class: "about" }, about || ""),
  el("span", { class: "time" }, time),
];

/* A socket's last status is why it was closed. */
const isBad = (method, status) => status === 0 || (method === "WS" ? ![101, 1000, 1001, 1005].includes(status) : status >= 400);

const stateOf = ({ isDone, isOk, status, problem, method }) =>
  !isDone ? "open" : problem || isOk === false || isBad(method, status) ? "bad" : "good";

const isUnnamed = (problem) => (problem || "").includes("is not in dev.hosts");

/* What the server and the browser say of a request, in the language of the page. */
const spoken = (problem) => (problem === "blocked" ? say("blocked") : isUnnamed(problem) ? say("notInHosts") : problem);

/* What the preview keeps from an app: what is asked of a host that the project does not name. */
export const isStopped = ({ problem }) => problem === "blocked" || isUnnamed(problem);

/* What a browser calls the kinds of things that a policy holds back, in words of the page. */
const KINDS = { "img-src": "picture", "font-src": "font", "media-src": "media", "style-src": "sheet", "script-src": "script", "frame-src": "framed" };
const kindOf = (directive) => say(KINDS[directive.replace(/-(elem|attr)$/, "")] || "request");

const cureOfRow = (cure) => cure && el("div", { class: "cure" }, el("span", {}, say("addHost")), el("pre", {}, cure));

/* A line of the console: what was not loaded, why, and what lets it in. */
function stopped(entry) {
  const cure = cureOf(entry);
  const reason = cure ? say("notInHosts") : say("blocked");
  return [el("span", { class: "words" }, say("notLoaded", { kind: kindOf(entry.directive), url: entry.url, reason })), cureOfRow(cure)];
}

/* The lines of miniport.yaml with which the app may reach a host. */
function cureOf({ url, problem }) {
  const host = isStopped({ problem }) ? hostOf(url) : "";
  return host && `# miniport.yaml\ndev:\n  hosts:\n    - ${JSON.stringify(host)}`;
}

function hostOf(url) {
  try {
    return new URL(url).host;
  } catch (error) {
    return "";
  }
}

function requestRow(entries) {
  return (entry) => {
    const cure = cureOf(entry);
    // Where there was no answer, what came back is our server's own word.
    const isAnswered = !entry.problem;
    const about = [isAnswered && entry.status, entry.isMocked && say("mocked"), spoken(entry.problem)].filter(Boolean).join(" · ");
    const row = detail(
      summaryOf(stateOf(entry), `${entry.directive ? kindOf(entry.directive) : entry.method} ${entry.url}`, about, ms(entry.ms)),
      () => cureOfRow(cure),
      () => isAnswered && entry.body !== undefined && entry.body !== "" && labelled(say("body"), json(entry.body)),
      () => isAnswered && entry.headers && labelled(say("headers"), entry.headers),
    );
    row.classList.add("request");
    // One line to add lets in all that is asked of a host.
    row.open = Boolean(cure) && entries.find((each) => cureOf(each) === cure) === entry;
    return row;
  };
}

/* What has been seen, as mocks: good answers of HTTP, and results of APIs that a device gives. */
function seen(phone) {
  const http = phone.requests
    .filter(({ isDone, isMocked, problem, status, isFrame, method }) => isDone && !isMocked && !problem && !isFrame && status >= 200 && method !== "WS")
    .map(({ method, url, status, body }) => ({ method, url: url.split("?")[0], status, body: json(body) }));
  const api = {};
  phone.calls
    .filter(({ name, isDone, value: given }) => isDone && DEVICE.test(name) && given && typeof given === "object")
    .forEach(({ name, isOk, value: given }) => (api[name] = isOk ? { success: given } : { fail: given }));
  return { http, api };
}

const DEVICE = /^my\.(getAuthCode|getOpenUserInfo|getPhoneNumber|getLocation|scan|tradePay|getSetting|chooseAddress|getAddress|rsa)$/;

async function record(phone, said) {
  const found = seen(phone);
  if (!found.http.length && !Object.keys(found.api).length) {
    said.textContent = say("nothingRecorded");
    return;
  }
  try {
    said.textContent = say("recorded", await order("record", found));
  } catch (problem) {
    said.textContent = problem.message;
  }
}

export function drawRequests(body, phone) {
  const said = el("span", { class: "said", role: "status" });
  const button = el("button", { type: "button", disabled: !told.hasProject, onClick: () => record(phone, said) }, say("record"));
  follow(body, el("div", { class: "bar" }, button, said, cleared(phone, "requests")), phone.requests, requestRow(phone.requests));
}

/* The lines of a mock for an API that only a device has, or nobody: what the runtime says of both. */
function mockOf({ name, isDone, isOk, value: given }) {
  const isHad = !isDone || isOk || !/ (needs a device|is not supported)\b/.test(JSON.stringify(given));
  return !isHad && told.hasProject && `# mocks/api.yaml\napi:\n  ${name}: {success: {}}`;
}

/* What the build says of an API that a module of the project has to supply. */
function supplied(phone, name) {
  const bare = (full) => full.replace(/^\w+\./, "");
  const found = concerning(phone).find(({ arguments: given }) => given.capability && bare(given.name) === bare(name));
  if (!found) return null;
  const { message, help } = wordsOf(found);
  return el("div", { class: "cure" }, el("span", {}, `${found.code} ${message}`), el("div", {}, help));
}

export function drawCalls(body, phone) {
  const row = (entry) => {
    const mock = mockOf(entry);
    const made = detail(
      summaryOf(stateOf(entry), entry.name, short(entry.args), ms(entry.ms)),
      () => mock && el("div", { class: "cure" }, el("span", {}, say("addMock")), el("pre", {}, mock)),
      () => mock && supplied(phone, entry.name),
      () => labelled(say("args"), entry.args),
      () => entry.isDone && labelled(say("result"), entry.value === undefined ? "undefined" : entry.value),
    );
    made.open = Boolean(mock) && phone.calls.find((each) => mockOf(each) === mock) === entry;
    return made;
  };
  follow(body, el("div", { class: "bar" }, cleared(phone, "calls")), phone.calls, row);
}

const short = (given) => {
  const text = given === "" ? "" : JSON.stringify(given) || "";
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
};

function bridgeRow(entry) {
  if (entry.kind === "wbx") {
    const state = !("isOk" in entry) ? "open" : entry.isOk ? "good" : "bad";
    return detail(
      summaryOf(state, `wbx.${entry.name}`, short(entry.args), ""),
      () => labelled(say("args"), entry.args),
      () => "isOk" in entry && labelled(say("result"), entry.value === undefined ? "undefined" : entry.value),
    );
  }
  const { message, way } = entry;
  const about = short(message.name || message.args || message.value || "");
  return detail(summaryOf("", `${way === "up" ? "↑" : "↓"} ${message.t}`, about, ""), () => value(message));
}

export function drawBridge(body, phone) {
  follow(body, el("div", { class: "bar" }, cleared(phone, "bridge")), phone.bridge, bridgeRow);
}

export { empty };

/* The preview of an app that sits in a container: the emitted project in the stand-in for it, with its members answered. */

import { decode } from "../link/message.js";
import { answerOf, loadMocks, useMocks } from "./mocks.js";
import { plain } from "./plain.js";
import { asPng, shot } from "./shot.js";
import { DOOR, PROBLEM, doorHeaders, exchange, namesOf, routed, useNetwork } from "./traffic.js";
import { answer, say, useWire, welcome } from "./wire.js";

const WHOLE = ".";

let host = null;
const partial = {};

/* The messages of a frame of the bridge; pieces of a long one are kept until the last has come. */
function messages(side, frame) {
  const found = [];
  ((frame && frame.batch) || []).forEach((text) => {
    partial[side] = (partial[side] || "") + text.slice(1);
    if (text.charAt(0) === WHOLE) {
      found.push(decode(partial[side]));
      partial[side] = "";
    }
  });
  return found.filter(Boolean);
}

const NOTES = {
  wbx: ({ name, args }) => say("member", { name, args: plain(args), at: Date.now() }),
  answer: ({ name, isFailed, value }) => say("memberResult", { name, isOk: !isFailed, value: plain(value) }),
  attribute: ({ name, value }) => name === "data" && messages("down", value).forEach((message) => say("bridge", { way: "down", message: plain(message) })),
  event: ({ type, detail }) =>
    type === "message" && messages("up", detail && detail.data).forEach((message) => say("bridge", { way: "up", message: plain(message) })),
};

/* A request as the container makes it. */
async function request(options) {
  const method = String(options.method || "GET").toUpperCase();
  const headers = Object.assign({}, options.header);
  const isRead = method === "GET" && options.data && typeof options.data === "object";
  const url = isRead ? options.url + (options.url.includes("?") ? "&" : "?") + new URLSearchParams(options.data) : options.url;
  const body = method === "GET" ? undefined : typeof options.data === "string" ? options.data : JSON.stringify(options.data);
  const order = { method, url, headers: Object.assign({ "content-type": "application/json" }, headers) };
  const told = exchange(method, url, body);
  try {
    const { mock } = await routed(Object.assign({ body }, order));
    const asked = mock ? { status: mock.status, headers: mock.headers } : order;
    const response = await fetch(DOOR, { method: "POST", headers: doorHeaders(asked), body: mock ? mock.body : body });
    const text = await response.text();
    const read = (name) => response.headers.get(name);
    const problem = read(PROBLEM);
    const header = Object.fromEntries(namesOf(read).map((name) => [name, read(name)]));
    told({ status: response.status, body: text, headers: "", isMocked: Boolean(mock), problem });
    if (problem) {
      throw { errMsg: "request:fail " + problem, error: 12 };
    }
    return { statusCode: response.status, data: parsed(text, options.dataType), header };
  } catch (problem) {
    if (problem instanceof Error) {
      told({ status: 0, body: "", problem: problem.message });
    }
    throw problem instanceof Error ? { errMsg: "request:fail " + problem.message, error: 12 } : problem;
  }
}

function parsed(text, dataType) {
  if (dataType === "text") {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    return text;
  }
}

/* Every member asks the mocks first; what no mock answers is answered as the stand-in does it. */
function answers(system) {
  const own = {
    request: { call: request },
    getSystemInfoSync: { sync: system },
    getSystemInfo: { success: system },
  };
  return (name, answer) => {
    const mock = answerOf("wbx." + name);
    if (!mock) {
      return own[name] || answer;
    }
    return "sync" in answer ? { sync: mock.atOnce() } : { call: mock.run };
  };
}

const SYSTEMS = {
  ios: { platform: "ios", brand: "iPhone", model: "iPhone15,2", system: "iOS 17.4" },
  android: { platform: "android", brand: "google", model: "Pixel 8", system: "Android 14" },
};

function systemOf(name) {
  const sizes = { screenWidth: window.innerWidth, screenHeight: window.innerHeight, pixelRatio: window.devicePixelRatio, statusBarHeight: 0 };
  return Object.assign({ language: "zh_CN", version: "14.0.0", SDKVersion: "1.0.0" }, sizes, SYSTEMS[name] || SYSTEMS.ios);
}

async function picture() {
  const canvas = await shot();
  const scale = window.devicePixelRatio || 1;
  const page = host.top;
  const inner = page && page.content && page.content.miniport;
  if (inner && inner.preview) {
    const { left, top } = page.frame.getBoundingClientRect();
    canvas.getContext("2d").drawImage(await inner.preview.shot(scale), left, top, page.frame.clientWidth, page.frame.clientHeight);
  }
  return asPng(canvas);
}

async function begin() {
  const given = await welcome;
  useNetwork(given.network || "fast", given.token);
  useMocks(given.mocks);
  await loadMocks();
  const heard = (entry) => NOTES[entry.what] && NOTES[entry.what](entry);
  const options = { heard, script: { choose: answers(systemOf(given.system)) } };
  host = await window.fakehost.load("/app/", options);
  window.fakehost.host = host;
  const { path, query } = given.entry || {};
  await host.open(path || undefined, query || {});
  host.theme((given.look || {}).isDark ? "dark" : "light");
}

answer("look", ({ isDark }) => host && host.theme(isDark ? "dark" : "light"));
answer("network", (kind) => useNetwork(kind));
answer("mocks", ({ isOn }) => (useMocks(isOn), loadMocks()));
answer("life", (name) => host[name]());
answer("shot", picture);

window.miniport = {
  preview(settings) {
    useWire(Object.assign({ role: "container" }, settings));
    window.addEventListener("error", ({ error, message }) => say("log", { level: "error", values: [message], stack: error && error.stack, isThrown: true }));
    say("ready", {});
    begin().catch((problem) => say("log", { level: "error", values: [problem.message], stack: problem.stack, isThrown: true }));
  },
};

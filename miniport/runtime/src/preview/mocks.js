/* Made-up answers of the project's folder of mocks: of HTTP by method and pattern, of APIs by name.
 *
 * An HTTP answer: {method, url, status, delay, headers, body}; `url` has * for anything, or is a pattern between slashes.
 * An API answer: {success} or {fail}, with {delay}. In a script of the project `body` and an API answer may be functions of
 * what was asked: they return a body and an answer. What is not understood is told of, and answers nothing.
 */

const SCRIPT = /\.m?js$/;

const FRESH = 500;

const KEYS = { file: ["http", "api"], http: ["method", "url", "status", "delay", "headers", "body"], api: ["success", "fail", "delay"] };

let isOn = true;
let isLeaving = false;
let readAt = 0;
let reading = Promise.resolve();
let http = [];
let api = {};
const listeners = [];

/* Have `run()` called whenever the mocks have been read anew. */
export const onMocks = (run) => listeners.push(run);

export const useMocks = (wanted) => {
  isOn = wanted !== false;
};

// What a phone that starts again had asked for fails, which is nothing to tell.
window.addEventListener("pagehide", () => {
  isLeaving = true;
});

const one = (list) => [].concat(list || []);

const complain = (place, error) => isLeaving || console.error(`[mocks] ${place}: ${error.message}`, error);

/* What is wrong with a value of one of the kinds above, "" where nothing is. */
function wrongWith(kind, given) {
  if (!given || typeof given !== "object" || Array.isArray(given)) {
    return "it is no object";
  }
  const other = Object.keys(given).find((key) => KEYS[kind].indexOf(key) < 0);
  if (other !== undefined) {
    return `there is no key "${other}": ${KEYS[kind].join(", ")}`;
  }
  if (kind === "http" && !given.url) {
    return '"url" is missing';
  }
  return kind === "api" && "success" in given === "fail" in given ? 'it needs either "success" or "fail"' : "";
}

function isGood(place, kind, given) {
  const wrong = wrongWith(kind, given);
  if (wrong) {
    complain(place, new Error(wrong));
  }
  return !wrong;
}

/* The server has looked at files of data in the same way. */
function understood(name, given) {
  isGood(name, "file", given);
  const answers = given.api || {};
  const names = Object.keys(answers).filter((each) => typeof answers[each] === "function" || isGood(`${name}: ${each}`, "api", answers[each]));
  return {
    http: one(given.http).filter((each, at) => isGood(`${name}: http[${at}]`, "http", each)),
    api: Object.assign({}, ...names.map((each) => ({ [each]: answers[each] }))),
  };
}

/* What a script exports: {http, api}. */
async function exported(name, version) {
  try {
    return understood(name, (await import(`/~miniport/mocks/${name}?v=${version}`)).default || {});
  } catch (error) {
    complain(name, error);
    return {};
  }
}

async function read() {
  try {
    const files = await (await fetch("/~miniport/mocks")).json();
    const found = await Promise.all(files.map(({ name, version, content }) => (SCRIPT.test(name) ? exported(name, version) : content || {})));
    // At once: who asks meanwhile gets what was there before.
    http = found.flatMap((given) => one(given.http));
    api = Object.assign({}, ...found.map((given) => given.api));
    listeners.forEach((run) => run());
  } catch (error) {
    complain("mocks", error);
  }
}

/* Read all mocks again; scripts are modules whose default export has `http` and `api`. */
export function loadMocks() {
  readAt = performance.now();
  reading = read();
  return reading;
}

function matches(pattern, url) {
  const written = /^\/(.+)\/(i?)$/.exec(pattern);
  const expression = written ? new RegExp(written[1], written[2]) : new RegExp("^" + pattern.split("*").map(escaped).join(".*") + "$");
  return expression.test(url) || (pattern.indexOf("?") < 0 && expression.test(url.split("?")[0]));
}

const escaped = (text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");

const later = (ms, value) => new Promise((resolve) => setTimeout(() => resolve(value), ms || 0));

/* Somebody may be writing them just now. */
const renewed = () => (performance.now() - readAt > FRESH ? loadMocks() : reading);

/* The answer to a request as {status, headers, body (text)}, after its delay; null where there is none. A mock that
 * throws is told of, and there is no answer at all.
 */
export async function answerTo(request) {
  await renewed();
  try {
    return await made(request);
  } catch (error) {
    complain(request.url, error);
    throw error;
  }
}

async function made(request) {
  const { method, url } = request;
  const mock = isOn && http.find((each) => (!each.method || each.method.toUpperCase() === method) && matches(String(each.url), url));
  if (!mock) {
    return null;
  }
  const given = typeof mock.body === "function" ? await mock.body(request) : mock.body;
  const body = typeof given === "string" ? given : JSON.stringify(given === undefined ? null : given);
  const type = typeof given === "string" ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
  return later(mock.delay, { status: mock.status || 200, headers: Object.assign({ "content-type": type }, mock.headers), body });
}

const isMocked = (name) => isOn && Object.prototype.hasOwnProperty.call(api, name);

/* What an answer gives, or throws. */
const outcome = (answer) => {
  if ("fail" in answer) {
    const { fail } = answer;
    // Both are what a failure is known by.
    throw fail && typeof fail === "object" && "error" in fail ? Object.assign({ errorMessage: "" }, fail) : fail;
  }
  return answer.success;
};

/* What a function of a script has returned, which is an answer like one that is written. */
function returned(name, answer) {
  const wrong = wrongWith("api", answer);
  if (wrong) {
    const error = new Error(`what the mock of ${name} returned is not understood: ${wrong}`);
    complain(name, error);
    throw error;
  }
  return answer;
}

async function answered(name, answer, options) {
  const made = typeof answer === "function" ? returned(name, await answer(options)) : answer;
  await later(made.delay);
  return outcome(made);
}

/* The answer to an API as {run(options) -> Promise, atOnce(options)}; null where there is none. */
export function answerOf(name) {
  // What answers at once cannot wait: the call after this one knows.
  const fresh = renewed();
  if (!isMocked(name)) {
    return null;
  }
  const known = api[name];
  return {
    atOnce: (options) => outcome(typeof known === "function" ? returned(name, known(options)) : known),
    run: (options) => fresh.then(() => answered(name, isMocked(name) ? api[name] : known, options)),
  };
}

export const mockedApis = () => (isOn ? Object.keys(api) : []);

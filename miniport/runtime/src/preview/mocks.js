/* Made-up answers of the project's folder of mocks: of HTTP by method and pattern, of APIs by name.
 *
 * An HTTP answer: {method, url, status, delay, headers, body}; `url` has * for anything, or is a pattern between slashes.
 * An API answer: {success} or {fail}, with {delay}. In a script of the project either may be a function of what was asked.
 */

const SCRIPT = /\.m?js$/;

const FRESH = 500;

let isOn = true;
let isLeaving = false;
let readAt = 0;
let reading = Promise.resolve();
let http = [];
let api = {};

export const useMocks = (wanted) => {
  isOn = wanted !== false;
};

// What a phone that starts again had asked for fails, which is nothing to tell.
window.addEventListener("pagehide", () => {
  isLeaving = true;
});

const one = (list) => [].concat(list || []);

const complain = (place, error) => isLeaving || console.error(`[mocks] ${place}: ${error.message}`, error);

/* What a script exports: {http, api}. */
async function exported(name, version) {
  try {
    return (await import(`/~miniport/mocks/${name}?v=${version}`)).default || {};
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

/* The answer to an API as {run(options) -> Promise, atOnce(options)}; null where there is none. */
export function answerOf(name) {
  // What answers at once cannot wait: the call after this one knows.
  void renewed();
  if (!isOn || !Object.prototype.hasOwnProperty.call(api, name)) {
    return null;
  }
  const given = api[name];
  const value = (options) => {
    if (typeof given === "function") {
      return given(options);
    }
    if (given && "fail" in given) {
      throw given.fail;
    }
    return given && "success" in given ? given.success : given;
  };
  return { atOnce: value, run: (options) => later(given && given.delay).then(() => value(options)) };
}

export const mockedApis = () => (isOn ? Object.keys(api) : []);

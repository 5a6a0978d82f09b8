/* APIs that a module of the project supplies: the module is asked, and its answer is the API's.
 *
 * A module exports one function (options, {host, dialect, api}) -> result or a Promise of it. What it throws, best
 * {error, errorMessage}, is how the call fails. It has 30 s; what it waits for from the host does not count.
 */

import { config, fail, host, load, openTypes } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";

const PATIENCE = 30000;
const ABSENT = 1;
const FAILED = 3;
const LATE = 13;

/* The host as a module sees it; `waits(true)` is told while it is asked. */
function contact(waits) {
  return {
    name: host().name,
    has: (member) => Boolean(host().has && host().has(member)),
    call(member, values) {
      waits(true);
      const over = () => waits(false);
      const answer = host().call
        ? host().call(member, values || {})
        : Promise.reject(fail(ABSENT, '"' + member + '" needs a host, and this page has none'));
      answer.then(over, over);
      return answer;
    },
  };
}

function functionOf(id, name) {
  const found = load(id).default;
  const run = found && typeof found.default === "function" ? found.default : found;
  if (typeof run !== "function") {
    throw fail(FAILED, name + ": " + id + " has no default export");
  }
  return run;
}

const told = (problem, name) =>
  problem && problem.error !== undefined && !problem.errorMessage
    ? Object.assign({}, problem, { errorMessage: problem.message || name + " was refused" })
    : problem;

const adapter = (name, id, dialect) => (given) =>
  new Promise((resolve, reject) => {
    let pending = 0;
    let timer = 0;
    let isOver = false;
    const wind = () => {
      clearTimeout(timer);
      timer = isOver || pending ? 0 : setTimeout(() => reject(fail(LATE, name + " was not answered in time")), PATIENCE);
    };
    const waits = (is) => {
      pending += is ? 1 : -1;
      wind();
    };
    const end = (settle) => (value) => {
      isOver = true;
      wind();
      settle(value);
    };
    const options = Object.assign({}, given);
    ["success", "fail", "complete"].forEach((callback) => delete options[callback]);
    wind();
    Promise.resolve()
      .then(() => functionOf(id, name)(options, { host: contact(waits), dialect, api: name }))
      .then(
        end(resolve),
        end((problem) => reject(told(problem, name)))
      );
  });

const settings = config() || {};
const { apis = {}, openTypes: types = {}, modules, dialect } = settings.adapters || {};
const table = {};
const words = Object.keys(types).map((type) => "button.open-type." + type);
Object.keys(apis).forEach((name) => {
  const keys = name.split(".");
  const last = keys.pop();
  const owner = keys.reduce((at, key) => (at[key] = at[key] || {}), table);
  owner[last] = asynchronous(adapter(name, modules[apis[name]], dialect), name);
  owner[last].isAdapter = true;
});
Object.keys(types).forEach((type) => {
  openTypes[type] = adapter("open-type." + type, modules[types[type]], dialect);
});
// What canIUse answers with yes, besides the names of functions.
settings.asked = [...(settings.asked || []), ...words, ...Object.keys(apis)];
api(table);

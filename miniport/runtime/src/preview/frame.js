/* What a preview adds to the frame that an app runs in. It is loaded between the runtime and the app, and is in no bundle. */

import { watchCalls } from "./calls.js";
import { watchConsole } from "./console.js";
import { edges } from "./edge.js";
import { watchFields } from "./form.js";
import { holds, update, watchModules } from "./hot.js";
import { mark, markPaths, replay, texts, watchActions } from "./link.js";
import { beDevice, dress } from "./look.js";
import { loadMocks, useMocks } from "./mocks.js";
import { ownHistory } from "./past.js";
import { asPng, shot } from "./shot.js";
import { store, stored } from "./store.js";
import { nodeOf, setData, stackOf, tree } from "./tree.js";
import { useNetwork, watchTraffic } from "./traffic.js";
import { answer, say, useWire, welcome } from "./wire.js";

const PIECE = "miniport:preview/frame";

const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/* Work for the page, one after the other: changes must not overtake each other. */
function inTurn(run) {
  let queue = Promise.resolve();
  return (value) => {
    const done = queue.then(() => run(value));
    queue = done.catch(() => {});
    return done;
  };
}

function answerAll(core, require) {
  answer("look", (look) => {
    dress(look);
    return painted().then(() => say("drawn", { stack: stackOf(core), edges: edges() }));
  });
  answer("network", (kind) => useNetwork(kind));
  answer("mocks", ({ isOn }) => (useMocks(isOn), loadMocks()));
  answer("open", ({ path, query }) => core.router().launch(path, query, core.stringifyQuery(query)).then(() => true));
  answer("back", () => replay(core, { kind: "back" }));
  answer("tree", () => tree(core));
  answer("setData", (order) => setData(core, order));
  answer("stored", () => stored(core));
  answer("store", (order) => store(core, order));
  answer("texts", texts);
  answer("replay", (action) => replay(core, action));
  answer("point", ({ paths, id }) => (id ? mark([nodeOf(core, id)], "#3b82f6") : markPaths(paths || [])));
  answer("alive", () => true);
  answer("shot", () => shot().then(asPng));
  answer(
    "update",
    inTurn(async (order) => {
      const how = await update(core, require, order);
      await painted();
      return how;
    })
  );
}

function tellOften(core) {
  let timer = 0;
  const soon = () => {
    timer = timer || setTimeout(() => ((timer = 0), say("drawn", { stack: stackOf(core), edges: edges() })), 80);
  };
  core.listen("flush", soon);
  core.listen("page", soon);
  core.listen("pageShow", soon);
  // Dialogs come and go without a page's doing.
  const isLayer = ({ target }) => target.classList.contains("mp--layer");
  new MutationObserver((changes) => changes.some(isLayer) && soon()).observe(document.body, { childList: true, subtree: true });
}

function begin(require) {
  const core = require("miniport:core");
  watchCalls(core, require);
  answerAll(core, require);
  tellOften(core);
}

/* Open again what stood above the first page before the app started anew. */
async function reopen(core, urls) {
  for (const url of urls) {
    await core.router().navigateTo("/" + url);
  }
}

async function start(config, real) {
  const given = await welcome;
  const { look = {}, network, token, mocks, launch, above = [] } = given;
  beDevice(Object.assign({ system: given.system }, look));
  useNetwork(network || "fast", token);
  useMocks(mocks);
  await loadMocks();
  window.miniport.launch = launch || {};
  window.miniport.language = given.language;
  let core = null;
  window.miniport.define(PIECE, [], (require) => {
    core = require("miniport:core");
    begin(require);
  });
  // Last, so that every piece is there for it.
  await real(Object.assign({}, config, { pieces: (config.pieces || []).concat(PIECE) }));
  dress(look);
  await reopen(core, above);
  say("started", { pages: config.pages.map((page) => page.path), stack: stackOf(core), apis: config.apis });
}

/* Called by the last line that the server adds: {frame, page}. */
window.miniport.preview = (settings) => {
  useWire(Object.assign({ role: "app" }, settings));
  ownHistory();
  watchConsole();
  watchTraffic();
  watchActions();
  watchFields();
  watchModules(window.miniport, (config, real) => void start(config, real));
  Object.assign(window.miniport.preview, { shot, holds });
  say("ready", { title: document.title });
};

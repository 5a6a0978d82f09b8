/* Changes of a running app: its sheets and templates change in place, a page's script runs afresh, the rest starts again.
 *
 * The new app.js, or of one that follows ours what is other in it, is read with `define` and `start` replaced, so that
 * nothing of it runs: a module has changed where the text of its factory has. What imports a changed module has changed
 * with it.
 */

import { restyle } from "./look.js";
import { filledOf, fill } from "./form.js";
import { pages, recordsOf } from "./tree.js";

const REQUEST = /\brequire(?:\.\w+)?\(("(?:[^"\\]|\\.)*")\)/g;

const known = new Map();
/* What should have run afresh and threw: it is tried again with the next change. */
const owed = new Set();
/* What each factory asks for: it is looked for once. */
const asked = new WeakMap();
let real = null;
let current = null;
/* The version of the app that `known` holds. */
let held = 0;

const text = (value) => JSON.stringify(value);

/* Hear of every module that the app defines, and of its start: `start(config)` is called in place of the runtime's. */
export function watchModules(miniport, start) {
  real = { define: miniport.define, start: miniport.start };
  miniport.define = (id, names, factory) => {
    known.set(id, factory);
    real.define(id, names, factory);
  };
  miniport.start = (config) => {
    // The app may change the parts of it that it shares, as the items of the tab bar.
    current = JSON.parse(text(config));
    return start(config, real.start);
  };
}

/* Called by the last line of each app.js that the server gives. */
export const holds = (version) => {
  held = version;
};

/* Load a script of the frame's own folder. */
function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(script.remove());
    script.onerror = () => reject(new Error(address + " did not load"));
    document.head.append(script);
  });
}

async function read(address) {
  const { miniport } = window;
  const { define, start } = miniport;
  const modules = new Map();
  let config = null;
  miniport.define = (id, names, factory) => modules.set(id, [names, factory]);
  miniport.start = (given) => {
    config = given;
  };
  try {
    await load(address);
  } finally {
    Object.assign(miniport, { define, start });
  }
  if (!config) {
    throw new Error(address + " holds a mistake");
  }
  return { modules, config };
}

/* Put a sheet in the place of the old one when it has loaded, so that nothing is seen without any. */
function swapSheet(name, version) {
  const old = [...document.querySelectorAll('link[rel="stylesheet"]')].find((link) => new URL(link.href).pathname.endsWith("/" + name));
  if (!old) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const fresh = document.createElement("link");
    fresh.rel = "stylesheet";
    fresh.href = name + "?v=" + version;
    const done = () => resolve(old.remove());
    fresh.onload = done;
    fresh.onerror = done;
    old.after(fresh);
  });
}

function swapPictures(files, version) {
  document.querySelectorAll("img").forEach((image) => {
    const { pathname } = new URL(image.src || "x:", document.baseURI);
    if (files.some((file) => pathname.endsWith("/" + file))) {
      image.src = pathname + "?v=" + version;
    }
  });
}

const changedModules = (modules) =>
  [...modules.keys()].filter((id) => !known.has(id) || String(known.get(id)) !== String(modules.get(id)[1]));

function requests(factory) {
  if (!asked.has(factory)) {
    asked.set(factory, [...String(factory).matchAll(REQUEST)].map(([, text]) => JSON.parse(text)));
  }
  return asked.get(factory);
}

/* The modules that must run afresh: these and all that import them. */
function affected(changed) {
  const importers = new Map();
  known.forEach((factory, id) => {
    requests(factory).forEach((of) => importers.set(of, (importers.get(of) || []).concat(id)));
  });
  const found = new Set();
  const open = changed.slice();
  while (open.length) {
    const id = open.pop();
    if (!found.has(id)) {
      found.add(id);
      open.push(...(importers.get(id) || []));
    }
  }
  return found;
}

const UNITS = ["pages", "components", "styles"];

/* What of a configuration only a start can bring about. */
function needsStart(config) {
  const rest = (one) => text(Object.assign({}, one, ...UNITS.map((name) => ({ [name]: null }))));
  const paths = (one) => text([one.pages.map((page) => [page.path, page.script, page.template]), Object.keys(one.components || {})]);
  return rest(config) !== rest(current) || paths(config) !== paths(current) || config.app !== current.app;
}

const unitsOf = (config) =>
  config.pages.map((page) => ["/" + page.path, page]).concat(Object.entries(config.components || {}));

/* Let the units the runtime knows have their new tags and settings; true where one has. */
function renew(core, config) {
  const before = new Map(unitsOf(current));
  return unitsOf(config).filter(([path, unit]) => {
    const isNew = text(before.get(path)) !== text(unit);
    if (isNew) {
      Object.assign(core.unitAt(path), unit, { path, components: unit.components || {}, config: unit.config || {} });
    }
    return isNew;
  }).length > 0;
}

function redraw(page, isTold) {
  recordsOf(page).forEach((record) => {
    if (isTold(record)) {
      const { render, isRestless } = page.template(record.unit);
      Object.assign(record, { render, isRestless });
    }
    // Nothing that was kept of the last drawing counts: rows of loops, nor what the owner gave.
    Object.assign(record, { drawing: null, owner: null });
  });
  page.draw();
}

/* The styles know other classes: every scope is made anew. */
function rescope(core, styles) {
  core.useStyles(styles);
  pages(core).forEach((page) => {
    recordsOf(page).forEach((record) => {
      record.scope = core.scopeOf(page.unit.path, record.unit.path, record.given && JSON.parse(record.given));
    });
    page.frame.content.className = page.scope.root();
  });
}

/* Run the scripts of units afresh; those that throw are told of by the runtime, and tried again later. */
function rerun(core, require, units) {
  return units.filter(({ script }) => {
    try {
      require(script);
      owed.delete(script);
      return true;
    } catch (error) {
      owed.add(script);
      core.report(error, script);
      return false;
    }
  });
}

/* Put a new instance of a page where the old one stands in the stack, with what its fields hold. */
function replace(core, page) {
  const router = core.router();
  const { stack, tabs } = router;
  const at = stack.indexOf(page);
  if (at < 0) {
    tabs.delete(page.route);
    page.unload();
    return;
  }
  const fields = filledOf(page.frame.content);
  const { scrollTop } = page.frame.scroller;
  const fresh = router.found({ path: page.route, query: page.query, full: page.url, url: page.url });
  stack[at] = fresh;
  if (tabs.get(page.route) === page) {
    tabs.set(page.route, fresh);
  }
  page.unload();
  const isTop = at === stack.length - 1;
  if (isTop) {
    router.changed(stack);
  }
  fresh.open();
  if (!isTop) {
    fresh.hide();
  }
  core.later(core.UPDATE, () => {
    fill(fresh.frame.content, fields);
    fresh.frame.scroller.scrollTop = scrollTop;
  });
}

/* Make the living instances of components anew; their page keeps its data. */
function remake(page, units) {
  recordsOf(page).forEach((owner) => {
    owner.children.forEach((child, site) => {
      if (units.indexOf(child.unit) >= 0) {
        owner.children.delete(site);
        child.remove();
      }
    });
  });
}

function swapModules(core, require, { modules, config }) {
  const changed = changedModules(modules);
  modules.forEach(([names, factory], id) => {
    known.set(id, factory);
    real.define(id, names, factory);
  });
  const touched = affected(changed.concat([...owed]));
  const hasUnits = renew(core, config);
  const hasStyles = text(config.styles) !== text(current.styles);
  current = config;
  touched.forEach((id) => require.modules.delete(id));
  if (touched.has(config.app)) {
    return "app";
  }
  const all = unitsOf(config).map(([path]) => core.unitAt(path));
  const units = rerun(core, require, all.filter(({ script }) => touched.has(script)));
  pages(core).forEach((page) => {
    touched.forEach((id) => page.read.modules.delete(id));
    if (hasStyles) {
      page.read.modules.clear();
    }
  });
  if (hasStyles) {
    rescope(core, config.styles);
  }
  const isTold = ({ unit }) => hasStyles || touched.has(unit.template);
  pages(core).forEach((page) => {
    if (units.indexOf(page.unit) >= 0) {
      replace(core, page);
      return;
    }
    remake(page, units);
    redraw(page, isTold);
  });
  core.drawBars(core.router().stack);
  return units.length ? "script" : touched.size ? "template" : hasStyles ? "style" : hasUnits ? "settings" : "nothing";
}

/* The files of the app have changed: `files` are paths below its root. Returns what was done: "style", "template",
 * "script", "settings", "asset", or "app" where it must start again.
 */
export async function update(core, require, { files, version }) {
  const names = files.filter((file) => !/\.map$/.test(file));
  if (!core.router() || names.some((file) => file === "runtime.js" || file === "index.html")) {
    return "app";
  }
  let fresh = null;
  if (names.indexOf("app.js") >= 0) {
    fresh = await read(`app.js?v=${version}&since=${held}`);
    if (needsStart(fresh.config)) {
      return "app";
    }
  }
  const sheets = ["runtime.css", "app.css"].filter((name) => names.indexOf(name) >= 0);
  await Promise.all(sheets.map((name) => swapSheet(name, version)));
  restyle();
  let done = fresh ? swapModules(core, require, fresh) : "nothing";
  const assets = names.filter((name) => !/^(app|runtime)\.(js|css)$/.test(name));
  swapPictures(assets, version);
  if (done === "nothing") {
    done = sheets.length ? "style" : assets.length ? "asset" : "nothing";
  }
  return done;
}

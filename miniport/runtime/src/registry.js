/*
 * The module registry: what the compiled modules of an app and the pieces of the runtime are defined in.
 *
 *   define(id, names, factory)   Keep a module. `id` is its root-absolute path ("/pages/a/a.js") or a piece
 *                                ("miniport:api/storage"). `names` are the globals the registry hands in.
 *   createRequire(scope)         Return a `require` with its own instances; `scope[name]` is what a factory gets
 *                                for a name, undefined where the scope has none.
 *
 * A factory is called once per `require`, as factory.call(undefined, require, module, exports, ...values).
 * `module` is {id, exports, loaded}. A factory may have more parameters than names: they stay undefined, which is
 * how window, document and the like are hidden. Compiled modules use these members of `require`:
 *
 *   require(id)                  module.exports, running the module if it has not run (a cycle gets what is there).
 *   require.link(id)             the same without running it.
 *   require.ns(id)               what `import * as x` gives; its `default` follows the __esModule convention.
 *   require.esm(exports, gets)   mark `exports` as an ES module and define one getter per name.
 *   require.star(exports, from)  `export * from`: every name but default; an own export wins, a clash is dropped.
 *   require.import(id)           a Promise of require.ns(id).
 *   require.from(base, request)  the id a run-time request names, seen from the module `base`.
 *
 * An exception thrown by a factory is kept and thrown again, the same object, at each later require.
 */

const definitions = new Map();

const endings = ["", ".js", ".json", "/index.js"];

export function define(id, names, factory) {
  definitions.set(id, [names, factory]);
}

export function createRequire(scope) {
  const modules = new Map();
  const get = (target, name, read, configurable) =>
    Object.defineProperty(target, name, { get: read, enumerable: true, configurable });

  const link = (id) => {
    let module = modules.get(id);
    if (!module) {
      if (!definitions.has(id)) {
        throw new Error('no module "' + id + '" in this bundle');
      }
      module = { id, exports: {}, loaded: false };
      modules.set(id, module);
    }
    return module;
  };

  const run = (id) => {
    const module = link(id);
    if (module.failed) {
      throw module.failed[0];
    }
    if (!module.started) {
      module.started = true;
      const [names, factory] = definitions.get(id);
      const values = names.map((name) => scope[name]);
      try {
        factory.call(undefined, require, module, module.exports, ...values);
      } catch (error) {
        module.failed = [error];
        throw error;
      }
      module.loaded = true;
    }
    return module;
  };

  const require = (id) => run(id).exports;

  require.link = (id) => link(id).exports;

  require.ns = (id) => {
    const module = run(id);
    const { exports } = module;
    if (exports && exports.__esModule) {
      return exports;
    }
    if (!module.ns) {
      const isObject = Object(exports) === exports;
      const ns = Object.create(isObject ? exports : null);
      if (isObject) {
        Object.keys(exports).forEach((name) => get(ns, name, () => module.exports[name], true));
      }
      get(ns, "default", () => module.exports, true);
      if (!module.loaded) {
        return ns;
      }
      module.ns = ns;
    }
    return module.ns;
  };

  require.esm = (exports, gets) => {
    Object.defineProperty(exports, "__esModule", { value: true });
    Object.keys(gets).forEach((name) => get(exports, name, gets[name], false));
  };

  require.star = (exports, from) => {
    if (Object(from) !== from) {
      return;
    }
    Object.keys(from).forEach((name) => {
      const own = Object.getOwnPropertyDescriptor(exports, name);
      if (name === "default" || (own && !own.configurable)) {
        return;
      }
      const read = () => from[name];
      if (!own) {
        get(exports, name, read, true);
      } else if (own.get() !== read()) {
        Object.defineProperty(exports, name, { get() {}, enumerable: false });
      }
    });
  };

  require.import = (id) => Promise.resolve().then(() => require.ns(id));

  require.from = (base, request) => {
    request = String(request);
    let path = request;
    if (/^\.\.?(\/|$)/.test(request)) {
      path = base.replace(/[^/]*$/, "") + request;
    }
    const parts = [];
    path.split("/").forEach((part) => {
      if (part === "..") {
        parts.pop();
      } else if (part && part !== ".") {
        parts.push(part);
      }
    });
    path = "/" + parts.join("/");
    const ending = endings.find((end) => definitions.has(path + end));
    return ending === undefined ? request : path + ending;
  };

  return require;
}

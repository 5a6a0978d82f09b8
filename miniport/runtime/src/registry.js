/*
 * The module registry: where the compiled modules of an app and the pieces of the runtime are defined.
 *
 *   define(id, names, factory)   Keep a module. `id` is its root-absolute path ("/pages/a/a.js") or a piece
 *                                ("miniport:api/storage"). `names` are the globals the registry hands in.
 *   createRequire(scope)         Return a `require` with module instances of its own; `scope[name]` is what a
 *                                factory gets for a name, undefined where the scope has none.
 *
 * A factory runs once per `require`, as factory.call(undefined, require, module, exports, ...values). `module` is
 * {id, exports, loaded}. A factory may have more parameters than names: they stay undefined, which is how window,
 * document and the like are hidden. Compiled modules use these members of `require`:
 *
 *   require(id)                  module.exports, running the module if it has not run (a cycle gets what is there)
 *   require.link(id)             the same without running it
 *   require.ns(id)               what `import * as x` gives; its `default` follows the __esModule convention
 *   require.esm(exports, gets)   mark `exports` as an ES module and define one getter per name
 *   require.modules              the modules that have run, by id; one that is taken away runs afresh
 *   require.running              the ids of the modules that run now, the innermost last
 *   require.scope                the scope, for names that a module replaces, as in `Page = wrap(Page)`
 *
 * and, where one of them does, those of src/part/linking.js, which stand in `linking`.
 *
 * What a factory throws is kept and thrown again, the same object, at each later require.
 */

const definitions = new Map();

export function define(id, names, factory) {
  definitions.set(id, [names, factory]);
}

export const isDefined = (id) => definitions.has(id);

export const linking = Object.create(Function.prototype);

export function createRequire(scope) {
  const modules = new Map();
  const running = [];
  const { defineProperty, keys, create, setPrototypeOf } = Object;
  const define = (target, name, get, configurable) =>
    defineProperty(target, name, { get, enumerable: true, configurable });

  const find = (id) => {
    let module = modules.get(id);
    if (!module) {
      if (!isDefined(id)) {
        throw Error(`no module "${id}" in this bundle`);
      }
      modules.set(id, (module = { id, exports: {}, loaded: false }));
    }
    return module;
  };

  const run = (id) => {
    const module = find(id);
    if (!module.run) {
      const [names, factory] = definitions.get(id);
      module.run = () => {};
      running.push(id);
      try {
        factory.call(undefined, require, module, module.exports, ...names.map((name) => scope[name]));
        module.loaded = true;
      } catch (error) {
        module.run = () => {
          throw error;
        };
      }
      running.pop();
    }
    module.run();
    return module;
  };

  const require = setPrototypeOf((id) => run(id).exports, linking);

  require.scope = scope;

  require.running = running;

  require.modules = modules;

  require.link = (id) => find(id).exports;

  require.ns = (id) => {
    const module = run(id);
    const { exports } = module;
    if (exports && exports.__esModule) {
      return exports;
    }
    const own = Object(exports) === exports ? exports : null;
    const ns = module.ns || create(own);
    // Until a module in a cycle is done, what it exports may change.
    module.ns = module.loaded ? ns : undefined;
    keys(own || {}).forEach((name) => define(ns, name, () => module.exports[name], true));
    define(ns, "default", () => module.exports, true);
    return ns;
  };

  require.esm = (exports, gets) => {
    defineProperty(exports, "__esModule", { value: true });
    keys(gets).forEach((name) => define(exports, name, gets[name]));
  };

  return require;
}

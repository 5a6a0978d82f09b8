/* What only some modules ask of `require`, put on `linking`:
 *
 *   require.star(exports, from)  `export * from`: every name but default; an own export wins, a clash is hidden
 *   require.import(id)           a Promise of require.ns(id)
 *   require.from(base, request)  the id that a request known at run time only means in the module `base`
 */

const { defineProperty, getOwnPropertyDescriptor, keys } = Object;
const nothing = () => {};

export const complete = (linking, isDefined) =>
  Object.assign(linking, {
    star(exports, from) {
      keys(Object(from)).forEach((name) => {
        const own = getOwnPropertyDescriptor(exports, name);
        if (name !== "default" && (!own || own.configurable)) {
          const get = own && own.get() !== from[name] ? nothing : () => from[name];
          defineProperty(exports, name, { get, enumerable: get !== nothing, configurable: true });
        }
      });
    },
    import: function (id) {
      return Promise.resolve(id).then(this.ns);
    },
    from(base, request) {
      const path = decodeURI(new URL(request, "x:" + base).pathname);
      return ["", ".js", ".json", "/index.js"].map((end) => path + end).find(isDefined) || request;
    },
  });

(() => {
  /* registry */
  const shared = { Array, Object, Promise };
  const miniport = { define, start: () => {} };
  /* app */
  createRequire({ global: shared, globalThis: shared })("/shapes.js");
})();

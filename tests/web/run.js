(() => {
  /* registry */
  const shared = {};
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (/^[A-Z]/.test(name) && typeof globalThis[name] === "function" && "Promise Object Array".includes(name)) {
      shared[name] = globalThis[name];
    }
  }
  const miniport = { define };
  /* modules */
  createRequire({ global: shared, globalThis: shared, my: { name: "my" }, Page: ({ name }) => console.log(`Page ${name}`) })("/MAIN");
})();

// As much of the runtime's registry as the host piece needs.
window.pieces = {};
const parts = {};
window.miniport = {
  define(id, names, factory) {
    const module = { exports: {} };
    const core = {
      parts,
      parseQuery: (text) => Object.fromEntries(new URLSearchParams(text)),
      report: (error) => window.content.errors.push(String(error)),
    };
    factory.call(undefined, () => core, module, module.exports);
    window.pieces[id] = module.exports;
  },
};

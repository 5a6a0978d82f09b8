window.parsed["es2020 import()"] = typeof (() => import("./none.js")) === "function";

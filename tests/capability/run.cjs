// Runs the page of an emitted dialect bundle: node run.cjs FOLDER. Prints what the page logs, one JSON line each.
const { join } = require("node:path");

const folder = process.argv[2];
global.log = (...words) => process.stdout.write(`${JSON.stringify(words)}\n`);
global.my = {
  canIUse: (name) => name === "chooseCity",
  chooseCity: ({ success }) => success({ city: "native" }),
};
const real = setTimeout;
// Half a minute passes at once.
global.setTimeout = (run, ms) => real(run, ms > 1000 ? 0 : ms);
global.Page = (options) => options.onLoad();
require(join(folder, "pages/a/a.js"));

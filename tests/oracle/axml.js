"use strict";
// Reads a JSON list of files from stdin and prints, per file, the first thing the platform's AXML compiler
// objects to as {message, line}, null where it takes the file. Runs in the folder where the compiler is
// installed.

const fs = require("node:fs");
const path = require("node:path");

const { TransformCompiler } = require(path.resolve("node_modules/@alipay/axml-transverter"));

// The compiler talks while it works; stdout is for the answer.
for (const name of ["log", "warn", "info", "error"]) {
  console[name] = () => {};
}

function objection(text) {
  try {
    new TransformCompiler({ platform: "ALIPAY", customMapping: {} }, []).compile(text);
    return null;
  } catch (error) {
    const place = /\(undefined:(\d+):\d+\)/.exec(error.message);
    const words = error.message.split(/\nat \(undefined/)[0].trim();
    return { message: words.replace(/\s+/g, " "), line: place ? Number(place[1]) : 0 };
  }
}

const files = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = files.map((file) => [file, objection(fs.readFileSync(file, "utf8").replace(/^\ufeff/, ""))]);
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));

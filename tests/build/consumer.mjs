// Reads [{map, script}] and answers, for each word of a script that the map knows, what stands at its place in the source.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../miniport/runtime/package.json", import.meta.url));
const { SourceMapConsumer } = require("source-map-js");

function words({ map, script }) {
  const consumer = new SourceMapConsumer(map);
  const starts = new Set();
  consumer.eachMapping((each) => starts.add(`${each.generatedLine}:${each.generatedColumn}`));
  const found = [];
  script.split("\n").forEach((line, row) => {
    for (const match of line.matchAll(/[\p{L}\p{N}_$]+/gu)) {
      if (!starts.has(`${row + 1}:${match.index}`)) continue;
      const place = consumer.originalPositionFor({ line: row + 1, column: match.index });
      const text = consumer.sourceContentFor(place.source).split("\n")[place.line - 1];
      found.push({ word: match[0], there: text.slice(place.column).match(/^[\p{L}\p{N}_$]+/u)?.[0] ?? "" });
    }
  });
  return found;
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(words)));

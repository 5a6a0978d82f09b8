// Reads [{map, script}] and answers, for each word of a text that the map knows, what stands at its place in the source.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../miniport/runtime/package.json", import.meta.url));
const { SourceMapConsumer } = require("source-map-js");

const WORD = /^[\p{L}\p{N}_$]+/u;

function words({ map, script }) {
  const consumer = new SourceMapConsumer(map);
  const lines = script.split("\n");
  const texts = new Map(map.sources.map((path) => [map.sourceRoot + path, null]));
  const found = [];
  consumer.eachMapping((each) => {
    const word = WORD.exec(lines[each.generatedLine - 1].slice(each.generatedColumn));
    if (word === null) return;
    const place = consumer.originalPositionFor({ line: each.generatedLine, column: each.generatedColumn });
    if (!texts.get(place.source)) texts.set(place.source, consumer.sourceContentFor(place.source).split("\n"));
    const there = WORD.exec(texts.get(place.source)[place.line - 1].slice(place.column));
    found.push({ word: word[0], there: there ? there[0] : "", at: `${place.source}:${place.line}:${place.column}` });
  });
  return found;
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(words)));

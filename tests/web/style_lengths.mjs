/* Reads numbers of rpx as JSON and writes what the runtime makes of them. */
import { readFileSync } from "node:fs";

const { rpx } = await import(process.argv[2]);
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(rpx)));

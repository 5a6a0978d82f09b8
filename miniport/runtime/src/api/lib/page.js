/* What app code asks of the page on top may come before there is one: in the app's onLaunch, say. */

import { UPDATE, later, listen, router } from "miniport:core";
import { asynchronous } from "miniport:part/call";

let waiting = [];

listen("pageShow", () => {
  // Its nodes are there once it is painted.
  const asked = waiting;
  waiting = [];
  asked.forEach((goOn) => later(UPDATE, goOn));
});

/* An API that draws on a page: without one it waits, and keeps its turn among its like. */
export const onPage = (run, name) =>
  asynchronous(
    (options) =>
      router().top() ? run(options) : new Promise((goOn) => waiting.push(goOn)).then(() => run(options)),
    name,
  );

/* The first part of the script of workers: a registry for the thread, and the start of the module that the address names.
 * In a page, where a host runs no workers, the page's own registry takes the modules, and this does nothing.
 */

import { createRequire, define, isDefined, linking } from "../registry.js";
import { thread } from "../api/lib/thread.js";
import { clone } from "../core/value.js";
import { fill } from "../part/lib/language.js";
import { complete } from "../part/lib/linking.js";

function work() {
  const { scope, hear } = thread({ clone, globals: fill({}, self), send: (message) => self.postMessage({ message }) });
  complete(linking, isDefined);
  self.onmessage = ({ data }) => hear(data);
  // What goes wrong behind this is the code's own, and no lack of workers.
  self.postMessage({ isReady: true });
  createRequire(scope)(decodeURI(self.location.hash.slice(1)));
}

if (!self.miniport) {
  self.miniport = { define, work };
}

/* What the language has, on the global object of app code; nothing of the document.
 *
 * Libraries take an object for it only if it has the language's own `Object` or `Math`, and else evaluate a text, which the
 * policy of a page may forbid.
 */

import { globals } from "../core/globals.js";
import { fill } from "./lib/language.js";

fill(globals, window);

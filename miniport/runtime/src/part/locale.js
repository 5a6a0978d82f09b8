/* What the bars show in the user's language: files of the app for each, laid over its configuration before it starts. */

import { config } from "miniport:core";
import { lay } from "./lib/laid.js";
import { inLanguage } from "./lib/spoken.js";

/* Nothing is shown yet: pieces are read before the first unit is. */
const { locales } = config() || {};
const told = locales && inLanguage(locales);
if (told) {
  lay(told);
}

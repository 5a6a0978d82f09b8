/* What only some modules ask of `require`: see lib/linking.js. */

import { isDefined, linking } from "miniport:core";
import { complete } from "./lib/linking.js";

complete(linking, isDefined);

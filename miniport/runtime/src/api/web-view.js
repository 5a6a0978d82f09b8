/* my.createWebViewContext: what the app says to the page in a web-view. */

import { api } from "miniport:part/call";
import { contextOf } from "./lib/element.js";

api({ createWebViewContext: (id) => contextOf(id, ["postMessage"]) });

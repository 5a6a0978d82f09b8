/* my.arrayBufferToBase64 and back. */

import { api } from "miniport:part/call";
import { fromBase64, toBase64 } from "./lib/bytes.js";

api({ arrayBufferToBase64: toBase64, base64ToArrayBuffer: fromBase64 });

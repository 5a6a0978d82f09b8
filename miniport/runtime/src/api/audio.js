/* my.createInnerAudioContext over the browser's own player. */

import { api } from "miniport:part/call";
import { Sound } from "./lib/sound.js";

api({ createInnerAudioContext: () => new Sound() });

/* my.getBackgroundAudioManager: the one player that outlives its page, with what the system's own panel would show. */

import { api } from "miniport:part/call";
import { Sound } from "./lib/sound.js";

const SHOWN = ["title", "epname", "singer", "coverImgUrl", "webUrl"];
let manager = null;

function made() {
  // A new src plays at once.
  const sound = Object.assign(new Sound(), { autoplay: true });
  SHOWN.forEach((name) => {
    sound[name] = "";
  });
  // The platform's documents write it with a small p, its typings with a large one.
  return Object.assign(sound, { onCanplay: sound.onCanPlay, offCanplay: sound.offCanPlay });
}

api({ getBackgroundAudioManager: () => (manager = manager || made()) });

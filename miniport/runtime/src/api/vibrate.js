/* Vibration, where the device and the browser have it. */

import { fail } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";

function vibration(name, duration) {
  const run = () => {
    if (!navigator.vibrate || !navigator.vibrate(duration)) {
      throw fail(1, name + ": this browser does not vibrate");
    }
    return { success: true };
  };
  return Object.assign(asynchronous(run, name), { isReady: () => Boolean(navigator.vibrate) });
}

api({
  vibrate: vibration("vibrate", 400),
  vibrateLong: vibration("vibrateLong", 400),
  vibrateShort: vibration("vibrateShort", 40),
});

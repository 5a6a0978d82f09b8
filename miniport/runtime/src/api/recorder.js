/* my.getRecorderManager of a preview: a page that hears nobody. What is asked of it the host answers, by a mock or by
 * saying that it needs a device; then the listeners hear of it, as on the platform. */

import { host } from "miniport:core";
import { api } from "miniport:part/call";
import { hearing } from "./lib/task.js";

const EVENTS = ["Start", "Pause", "Resume", "Stop", "Error", "FrameRecorded", "DecibelChange"];
const NAME = "getRecorderManager";
let manager = null;

function made() {
  const open = {};
  const tell = hearing(open, EVENTS);
  ["start", "pause", "resume", "stop"].forEach((word) => {
    const event = word[0].toUpperCase() + word.slice(1);
    open[word] = (options) => {
      host()
        .call(NAME + "." + word, options || {})
        .then(
          (answer) => tell(event, answer || {}),
          (problem) => tell("Error", problem),
        );
    };
  });
  return open;
}

api({ [NAME]: () => (manager = manager || made()) });

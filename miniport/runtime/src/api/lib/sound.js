/* A player that app code holds: the browser's own, under the platform's words. */

import { media } from "miniport:core";
import { listeners } from "./task.js";

const EVENTS = {
  CanPlay: "canplay",
  Play: "play",
  Pause: "pause",
  Ended: "ended",
  TimeUpdate: "timeupdate",
  Waiting: "waiting",
  Seeking: "seeking",
  Seeked: "seeked",
  Error: "error",
};
const SETTABLE = ["autoplay", "loop", "volume", "playbackRate"];
const READABLE = ["currentTime", "duration", "paused"];
/* The buttons of the system's own panel, which no page has: nobody tells of them. */
const SILENT = ["Next", "Prev"];

export class Sound {
  constructor(player = new Audio()) {
    const stopped = listeners();
    let src = "";
    let isStopping = false;
    const tell = { Stop: stopped };
    SILENT.forEach((name) => {
      tell[name] = listeners();
    });
    Object.keys(EVENTS).forEach((name) => {
      tell[name] = listeners();
      player.addEventListener(EVENTS[name], () => {
        const isStop = isStopping && (name === "Pause" || name === "Seeking" || name === "Seeked");
        if (!isStop) {
          tell[name].tell(name === "Error" ? { errCode: 10001, errMsg: "there is no sound at " + src } : {});
        }
      });
    });
    Object.keys(tell).forEach((name) => Object.assign(this, { ["on" + name]: tell[name].on, ["off" + name]: tell[name].off }));
    SETTABLE.concat(READABLE).forEach((name) => {
      const set = SETTABLE.indexOf(name) < 0 ? undefined : (value) => Object.assign(player, { [name]: value });
      Object.defineProperty(this, name, { get: () => player[name], set, enumerable: true });
    });
    Object.defineProperty(this, "buffered", {
      get: () => (player.buffered.length ? player.buffered.end(player.buffered.length - 1) : 0),
      enumerable: true,
    });
    Object.defineProperty(this, "src", {
      get: () => src,
      set(value) {
        src = value;
        player.src = media(value);
      },
      enumerable: true,
    });
    this.startTime = 0;
    this.play = () => {
      isStopping = false;
      if (this.startTime > 0 && player.currentTime === 0) {
        player.currentTime = this.startTime;
      }
      // A browser that wants a tap first says so here.
      player.play().catch((problem) => tell.Error.tell({ errCode: 10003, errMsg: problem.message }));
    };
    this.pause = () => player.pause();
    this.seek = (position) => {
      player.currentTime = position;
    };
    this.stop = () => {
      isStopping = true;
      player.pause();
      player.currentTime = 0;
      stopped.tell({});
    };
    this.destroy = () => {
      player.pause();
      player.removeAttribute("src");
      player.load();
    };
  }
}

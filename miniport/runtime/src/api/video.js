/* my.createVideoContext: what a video element does when app code says so. */

import { api } from "miniport:part/call";
import { contextOf } from "./lib/element.js";

const NAMES = ["play", "pause", "stop", "seek", "mute", "playbackRate", "requestFullScreen", "exitFullScreen"];

api({ createVideoContext: (id) => contextOf(id, NAMES) });

/* my.chooseImage and my.chooseVideo: the browser's own file dialog. */

import { fail } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { keep } from "./lib/file.js";

const WAIT = 1000;

/* Ask for files; cancelled is failure 11. */
function choose(accept, isMultiple, capture) {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = accept;
  field.multiple = isMultiple;
  if (capture) {
    field.setAttribute("capture", capture);
  }
  return new Promise((resolve, reject) => {
    const cancel = () => reject(fail(11, "用户取消操作"));
    field.onchange = () => (field.files.length ? resolve(Array.from(field.files)) : cancel());
    field.oncancel = cancel;
    if (!("oncancel" in HTMLInputElement.prototype)) {
      // Older browsers do not say that a file dialog was left: the page has the focus again, and still no file.
      window.addEventListener("focus", () => setTimeout(() => field.files.length || cancel(), WAIT), { once: true });
    }
    field.click();
  });
}

const sources = (sourceType) => (sourceType === undefined ? ["camera", "album"] : [].concat(sourceType));
const isCameraOnly = (sourceType) => sources(sourceType).every((source) => source === "camera");

function chooseImage({ count = 1, sourceType }) {
  return choose("image/*", count > 1, isCameraOnly(sourceType) ? "environment" : "").then((chosen) => {
    const tempFiles = chosen.slice(0, Math.max(1, count)).map((file) => ({ path: keep(file), size: file.size }));
    const paths = tempFiles.map((file) => file.path);
    return { tempFilePaths: paths, apFilePaths: paths.slice(), tempFiles };
  });
}

function about(path) {
  const video = document.createElement("video");
  video.preload = "metadata";
  return new Promise((resolve) => {
    const done = () => resolve({ duration: video.duration || 0, width: video.videoWidth, height: video.videoHeight });
    video.onloadedmetadata = done;
    video.onerror = done;
    video.src = path;
  });
}

function chooseVideo({ sourceType, camera }) {
  const facing = [].concat(camera)[0] === "front" ? "user" : "environment";
  return choose("video/*", false, isCameraOnly(sourceType) ? facing : "").then(([file]) => {
    const path = keep(file);
    return about(path).then((seen) => Object.assign({ filePath: path, tempFilePath: path, size: file.size }, seen));
  });
}

api({ chooseImage: asynchronous(chooseImage, "chooseImage"), chooseVideo: asynchronous(chooseVideo, "chooseVideo") });

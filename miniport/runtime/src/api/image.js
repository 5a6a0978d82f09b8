/* What a page can do with a picture: measure it, make it smaller, hand it to the browser's download. */

import { fail, files, media } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { blobOf, download, keep } from "./lib/file.js";

const QUALITY = { 0: 0.4, 1: 0.6, 2: 0.85, 4: 0.7 };

function load(address, problem) {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(problem);
    picture.src = address;
  });
}

const kind = (src, blob) => (blob ? blob.type.replace("image/", "") : (/\.(\w+)(?:[?#]|$)/.exec(src) || [])[1] || "unknown");

function getImageInfo({ src }) {
  if (!src) {
    throw fail(12, "路径不能为空");
  }
  const blob = files.get(src);
  return load(media(src), fail(18, "获取图片信息失败")).then(({ naturalWidth, naturalHeight }) => {
    // The browser has turned the picture upright already.
    const info = { width: naturalWidth, height: naturalHeight, path: src, type: kind(src, blob), orientation: "up" };
    return blob ? Object.assign(info, { size: blob.size }) : info;
  });
}

function sized({ naturalWidth, naturalHeight }, { compressedWidth, compressedHeight, maxWidth, maxHeight }) {
  const width = compressedWidth || (compressedHeight ? (naturalWidth * compressedHeight) / naturalHeight : naturalWidth);
  const height = compressedHeight || (naturalHeight * width) / naturalWidth;
  const scale = Math.min(1, (maxWidth || width) / width, (maxHeight || height) / height);
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

function compress(path, options) {
  const problem = fail(3, "compressImage: there is no picture at " + path);
  return load(media(path), problem).then((picture) => {
    const canvas = document.createElement("canvas");
    const [width, height] = sized(picture, options);
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d").drawImage(picture, 0, 0, width, height);
    return new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(keep(blob)) : reject(problem)),
        "image/jpeg",
        QUALITY[options.compressLevel] || QUALITY[4]
      );
    });
  });
}

function compressImage(options) {
  const { apFilePaths, compressLevel } = options;
  if (!Array.isArray(apFilePaths) || !apFilePaths.length) {
    throw fail(2, "compressImage: apFilePaths is needed");
  }
  // 3: not at all.
  const done = +compressLevel === 3 ? apFilePaths : Promise.all(apFilePaths.map((path) => compress(path, options)));
  return Promise.resolve(done).then((paths) => ({ apFilePaths: paths }));
}

function save(name, path) {
  if (!path) {
    throw fail(2, name + ": no path was given");
  }
  return blobOf(path).then(
    (blob) => {
      download(files.has(path) ? path : keep(blob), blob.name || String(path).split(/[/?#]/).pop() || "image");
      return { success: true };
    },
    () => {
      throw fail(17, name + ": there is no picture at " + path);
    }
  );
}

api({
  getImageInfo: asynchronous(getImageInfo, "getImageInfo"),
  compressImage: asynchronous(compressImage, "compressImage"),
  saveImage: asynchronous(({ url }) => save("saveImage", url), "saveImage"),
  saveImageToPhotosAlbum: asynchronous(({ filePath }) => save("saveImageToPhotosAlbum", filePath), "saveImageToPhotosAlbum"),
});

/* Parts of a canvas as pictures. */

import { files } from "miniport:core";
import { asynchronous } from "miniport:part/call";
import { numberOf } from "../../lib/given.js";

/* A part of a canvas, drawn anew in the size that is asked for; `ratio` is pixels for one coordinate. */
export function cut(canvas, ratio, { x, y, width, height, destWidth, destHeight }) {
  const left = numberOf(x, 0);
  const top = numberOf(y, 0);
  const wide = numberOf(width, canvas.width / ratio - left);
  const high = numberOf(height, canvas.height / ratio - top);
  const copy = document.createElement("canvas");
  copy.width = Math.max(1, Math.round(numberOf(destWidth, wide * (destHeight === undefined ? 1 : destHeight / high))));
  copy.height = Math.max(1, Math.round(numberOf(destHeight, high * (destWidth === undefined ? 1 : destWidth / wide))));
  copy.getContext("2d").drawImage(canvas, left * ratio, top * ratio, wide * ratio, high * ratio, 0, 0, copy.width, copy.height);
  return copy;
}

export const kindOf = ({ fileType, quality }) => {
  const isJpeg = /^jpe?g$/i.test(fileType);
  const amount = quality > 0 && quality <= 1 ? +quality : 1;
  return isJpeg ? ["image/jpeg", amount] : ["image/png"];
};

/* A toTempFilePath for what `find` gives: [canvas, ratio]. */
export const exporting = (find) =>
  asynchronous(
    (options) =>
      new Promise((done, failed) => {
        const [canvas, ratio] = find();
        cut(canvas, ratio, options).toBlob((blob) => {
          if (!blob) {
            failed(new Error("the canvas cannot be made into a picture"));
            return;
          }
          const path = URL.createObjectURL(blob);
          files.set(path, blob);
          done({ apFilePath: path, tempFilePath: path });
        }, ...kindOf(options));
      }),
    "toTempFilePath",
  );

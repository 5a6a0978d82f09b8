/* Files that a call made or that the user chose: blobs behind addresses of this document. */

import { files, media } from "miniport:core";
import { send } from "./http.js";

/* Keep a blob and return its address. */
export function keep(blob) {
  const address = URL.createObjectURL(blob);
  files.set(address, blob);
  return address;
}

/* The blob behind a path: one of ours, or a file of the app or of the network. */
export function blobOf(path) {
  if (files.has(path)) {
    return Promise.resolve(files.get(path));
  }
  const order = { url: media(path), method: "GET", headers: {}, type: "blob", timeout: 60000 };
  return send(order).then(({ request, status }) => {
    if (status >= 400) {
      throw new Error("there is no file at " + path);
    }
    return request.response;
  });
}

/* Hand a file to the browser's own download. */
export function download(address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

/* my.uploadFile and my.downloadFile. */

import { fail } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { blobOf, keep } from "./lib/file.js";
import { send } from "./lib/http.js";
import { task } from "./lib/task.js";

const PATIENCE = 60000;
const EVENTS = ["HeadersReceived", "ProgressUpdate"];

function required(options, api, ...names) {
  names.forEach((name) => {
    if (!options[name]) {
      throw fail(2, api + ": " + name + " is needed");
    }
  });
}

function uploadFile(options, running) {
  const { url, filePath, formData, timeout } = options;
  required(options, "uploadFile", "url", "filePath");
  const name = options.name || options.fileName;
  required({ name }, "uploadFile", "name");
  return blobOf(filePath)
    .catch(() => {
      throw fail(11, "uploadFile: there is no file at " + filePath);
    })
    .then((blob) => {
      const body = new FormData();
      Object.keys(formData || {}).forEach((key) => body.append(key, formData[key]));
      body.append(name, blob, blob.name || String(filePath).split("/").pop() || "file");
      const headers = Object.assign({}, options.header, options.headers);
      Object.keys(headers)
        // The browser writes this one: only it knows the boundary.
        .filter((key) => key.toLowerCase() === "content-type")
        .forEach((key) => delete headers[key]);
      return send({ url, method: "POST", headers, body, type: "text", timeout: timeout || PATIENCE, upload: true }, running);
    })
    .then(({ request, status, headers }) => ({ data: request.responseText, statusCode: status, header: headers }));
}

function downloadFile(options, running) {
  const { url, header, filePath, timeout } = options;
  required(options, "downloadFile", "url");
  if (filePath) {
    throw fail(1, "downloadFile: a page has no file system for filePath");
  }
  return send({ url, method: "GET", headers: header || {}, type: "blob", timeout: timeout || PATIENCE }, running).then(
    ({ request, status, headers }) => {
      if (status >= 400) {
        throw Object.assign(fail(12, "downloadFile: status " + status), { statusCode: status });
      }
      const path = keep(request.response);
      return { apFilePath: path, tempFilePath: path, statusCode: status, headers, header: headers };
    }
  );
}

api({
  uploadFile: asynchronous(uploadFile, "uploadFile", task(EVENTS, [9, "uploadFile:fail abort"])),
  downloadFile: asynchronous(downloadFile, "downloadFile", task(EVENTS, [9, "downloadFile:fail abort"])),
});

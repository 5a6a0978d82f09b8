/* What requests, uploads and downloads have in common. The runtime keeps its own XMLHttpRequest; app code does not see one. */

import { fail } from "miniport:core";

export const NETWORK = fail(12, "network error");
export const TIMEOUT = fail(13, "timeout");

const Request = window.XMLHttpRequest;
const LONGEST = 60000;

function headersOf(request) {
  const headers = {};
  request
    .getAllResponseHeaders()
    .split(/\r?\n/)
    .filter(Boolean)
    .forEach((line) => {
      const at = line.indexOf(":");
      headers[line.slice(0, at).trim().toLowerCase()] = line.slice(at + 1).trim();
    });
  return headers;
}

/* Send, and resolve with {request, status, headers} whatever the status is.
 *
 * The order: {url, method, headers, body, type (of the response), timeout, upload (whether progress is that of the body)}.
 * `task`: what app code may do to it meanwhile (lib/task.js); what was broken off before it began is not sent.
 */
export function send({ url, method, headers, body, type, timeout, upload }, task) {
  return new Promise((resolve, reject) => {
    if (task && task.isStopped) {
      return;
    }
    const request = new Request();
    request.open(method, url);
    request.timeout = Math.min(timeout, LONGEST);
    request.responseType = type;
    Object.keys(headers).forEach((name) => request.setRequestHeader(name, String(headers[name])));
    request.onerror = () => reject(Object.assign({}, NETWORK));
    request.ontimeout = () => reject(Object.assign({}, TIMEOUT));
    request.onload = () => resolve({ request, status: request.status, headers: headersOf(request) });
    if (task) {
      task.cancel = () => request.abort();
      watch(request, task, upload);
    }
    request.send(body);
  });
}

const AMOUNTS = { up: ["totalBytesSent", "totalBytesExpectedToSend"], down: ["totalBytesWritten", "totalBytesExpectedToWrite"] };

function watch(request, task, upload) {
  request.onreadystatechange = () => {
    if (request.readyState === 2) {
      const headers = headersOf(request);
      task.tell("HeadersReceived", { headers, header: headers });
    }
  };
  if (task.open.onProgressUpdate) {
    (upload ? request.upload : request).onprogress = ({ loaded, total }) => {
      const progress = total ? Math.round((loaded / total) * 100) : 0;
      const told = { progress };
      [].concat(AMOUNTS.down, upload ? AMOUNTS.up : []).forEach((name, at) => {
        told[name] = at % 2 ? total : loaded;
      });
      task.tell("ProgressUpdate", told);
    };
  }
}

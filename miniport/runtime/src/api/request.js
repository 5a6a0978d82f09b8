/* my.request over XMLHttpRequest; the runtime keeps its own reference, app code does not see one. */

import { api, asynchronous, fail, stringifyQuery } from "miniport:core";

const Request = window.XMLHttpRequest;
const TIMEOUT = 30000;
const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

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

const typeOf = (headers) => {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === "content-type");
  return name ? String(headers[name]) : "";
};

function bodyOf(data, type) {
  if (data === undefined || data === null || typeof data === "string" || data instanceof ArrayBuffer) {
    return data;
  }
  return type.indexOf(FORM_TYPE) === 0 ? stringifyQuery(data) : JSON.stringify(data);
}

function urlOf(url, method, data) {
  if (method !== "GET" || !data || typeof data !== "object") {
    return url;
  }
  const query = stringifyQuery(data);
  return query ? url + (url.indexOf("?") < 0 ? "?" : "&") + query : url;
}

function dataOf(request, type) {
  if (type === "arraybuffer") {
    return request.response;
  }
  const text = request.responseText;
  if (type === "text" || type === "base64") {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fail(14, "JSON parse data error");
  }
}

function send(options, kind, task) {
  return new Promise((resolve, reject) => {
    const method = (options.method || "GET").toUpperCase();
    const headers = Object.assign({ "content-type": kind }, options.header, options.headers);
    const request = new Request();
    const dataType = options.dataType || "json";
    if (typeof options.url !== "string" || !options.url) {
      reject(fail(2, "request: url is needed"));
      return;
    }
    request.open(method, urlOf(options.url, method, options.data));
    request.timeout = Math.min(options.timeout || TIMEOUT, 60000);
    request.responseType = dataType === "arraybuffer" ? "arraybuffer" : "";
    Object.keys(headers).forEach((name) => request.setRequestHeader(name, String(headers[name])));
    request.onerror = () => reject(fail(12, "network error"));
    request.ontimeout = () => reject(fail(13, "timeout"));
    request.onabort = () => reject(fail(9, "request:fail abort"));
    request.onload = () => {
      const { status } = request;
      const seen = headersOf(request);
      try {
        const result = { data: dataOf(request, dataType), status, statusCode: status, headers: seen, header: seen };
        const isGood = status >= 200 && status < 300;
        (isGood ? resolve : reject)(isGood ? result : Object.assign(fail(19, "http status error"), result));
      } catch (problem) {
        const bad = status >= 400 ? fail(19, "http status error") : problem;
        reject(Object.assign(bad, { data: request.responseText, status, statusCode: status, headers: seen, header: seen }));
      }
    };
    task.abort = () => request.abort();
    request.send(method === "GET" ? null : bodyOf(options.data, typeOf(headers)));
  });
}

function requester(name, kind) {
  const start = (options) => {
    const task = {};
    const call = asynchronous((given) => send(given, kind, task), name)(options);
    call.abort = () => task.abort && task.abort();
    return call;
  };
  start.run = (options) => send(options, kind, {});
  return start;
}

api({ request: requester("request", JSON_TYPE), httpRequest: requester("httpRequest", FORM_TYPE) });

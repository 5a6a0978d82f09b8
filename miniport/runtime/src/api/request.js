/* my.request and my.httpRequest. */

import { fail, stringifyQuery } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { toBase64 } from "./lib/bytes.js";
import { send } from "./lib/http.js";
import { task } from "./lib/task.js";

const PATIENCE = 30000;
const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

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
  const query = method === "GET" && data && typeof data === "object" ? stringifyQuery(data) : "";
  return query ? url + (url.indexOf("?") < 0 ? "?" : "&") + query : url;
}

function read(buffer, type) {
  if (type === "arraybuffer") {
    return buffer;
  }
  if (type === "base64") {
    return toBase64(buffer);
  }
  const text = new TextDecoder().decode(buffer);
  if (type === "text") {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    // Told to the app with what came instead of JSON.
    throw Object.assign(fail(14, "JSON parse data error"), { data: text });
  }
}

/* A status from 400 on is a failure that carries all a success has. */
function answer({ request, status, headers }, type) {
  const about = { status, statusCode: status, headers, header: headers };
  const isGood = status < 400;
  try {
    const data = read(request.response, type);
    const result = Object.assign(isGood ? {} : fail(19, "http status error"), { data }, about);
    if (isGood) {
      return result;
    }
    throw result;
  } catch (problem) {
    throw Object.assign({}, problem, isGood ? null : fail(19, "http status error"), about);
  }
}

function requester(name, kind) {
  const run = (options, running) => {
    const { url, data, dataType = "json", timeout } = options;
    if (typeof url !== "string" || !url) {
      throw fail(2, name + ": url is needed");
    }
    const method = (options.method || "GET").toUpperCase();
    const headers = Object.assign({ "content-type": kind }, options.header, options.headers);
    const body = method === "GET" ? null : bodyOf(data, typeOf(headers));
    const order = { url: urlOf(url, method, data), method, headers, body, type: "arraybuffer", timeout: timeout || PATIENCE };
    return send(order, running).then((response) => answer(response, dataType));
  };
  return asynchronous(run, name, task(["HeadersReceived"], [9, name + ":fail abort"]));
}

api({ request: requester("request", JSON_TYPE), httpRequest: requester("httpRequest", FORM_TYPE) });

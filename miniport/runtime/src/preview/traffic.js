/* Requests and sockets of an app: they go through the preview's own server, or to the project's mocks, and are told of. */

import { answerTo } from "./mocks.js";
import { plain } from "./plain.js";
import { say } from "./wire.js";

const PREVIEWED = 200000;
const network = { isOff: false, latency: 0, token: "" };
let count = 0;

/* "fast", "slow" or "off". */
export function useNetwork(kind, token) {
  const wasOff = network.isOff;
  network.isOff = kind === "off";
  network.latency = kind === "slow" ? 1200 : 0;
  network.token = token || network.token;
  if (wasOff !== network.isOff) {
    window.dispatchEvent(new Event(network.isOff ? "offline" : "online"));
  }
}

const isForeign = (url) => /^https?:$/.test(url.protocol) && url.origin !== location.origin;
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function bodyText(request) {
  const { response, responseType } = request;
  if (typeof response === "string") {
    return response.slice(0, PREVIEWED);
  }
  if (response instanceof ArrayBuffer) {
    return new TextDecoder().decode(response.slice(0, PREVIEWED));
  }
  return responseType === "blob" && response ? "[" + response.size + " bytes]" : "";
}

function bodyOf(body) {
  if (body instanceof FormData) {
    return [...body.entries()].map(([key, value]) => key + "=" + (value instanceof Blob ? "[" + value.size + " bytes]" : value)).join("&");
  }
  return plain(body);
}

/* Tell of a request when it starts and when it ends. */
export function exchange(method, url, body) {
  const id = ++count;
  const start = performance.now();
  say("request", { id, method, url, body: bodyOf(body), at: Date.now() });
  return (answer) => say("response", Object.assign({ id, ms: performance.now() - start }, answer));
}

/* What the server's own door asks for: the token, the real address, and how to ask there. */
export const doorHeaders = (order) => ({
  "X-Miniport-Token": network.token,
  "X-Miniport-Order": encodeURIComponent(JSON.stringify(order)),
});

/* Decide how a request is answered: {mock} or {}; rejects where there is no network. */
export async function routed(order) {
  await later(network.latency);
  if (network.isOff) {
    throw new Error("there is no network");
  }
  return { mock: await answerTo(order) };
}

export const DOOR = "/~miniport/fetch";
export const PROBLEM = "x-miniport-problem";
const NAMES = "x-miniport-names";

/* The names of the headers that an app was answered with, in small letters; the others are our own server's. `read(name)`
 * gives one of what the server has sent. */
export const namesOf = (read) => (read(NAMES) || "").split(",").filter(Boolean);

function watchedRequest(Real) {
  return class extends Real {
    open(method, address, ...rest) {
      const url = new URL(address, document.baseURI);
      this.order = isForeign(url) ? { method: method.toUpperCase(), url: url.href, headers: {} } : null;
      if (this.order) {
        // First of all listeners: where the server has nobody's answer to give, there is no network for the app.
        this.addEventListener("load", (event) => {
          if (this.order && super.getResponseHeader(PROBLEM)) {
            event.stopImmediatePropagation();
            this.dispatchEvent(new ProgressEvent("error"));
          }
        });
        super.open("POST", DOOR);
      } else {
        super.open(method, address, ...rest);
      }
    }

    setRequestHeader(name, value) {
      if (this.order) {
        this.order.headers[name.toLowerCase()] = String(value);
      } else {
        super.setRequestHeader(name, value);
      }
    }

    getResponseHeader(name) {
      const isTheirs = !this.order || this.names().includes(name.toLowerCase());
      return isTheirs ? super.getResponseHeader(name) : null;
    }

    getAllResponseHeaders() {
      const line = (name) => `${name}: ${super.getResponseHeader(name)}\r\n`;
      return this.order ? this.names().map(line).join("") : super.getAllResponseHeaders();
    }

    names() {
      return namesOf((name) => super.getResponseHeader(name)).sort();
    }

    abort() {
      this.isStopped = true;
      super.abort();
    }

    send(body) {
      const { order } = this;
      if (!order) {
        super.send(body);
        return;
      }
      const told = exchange(order.method, order.url, body);
      let isMocked = false;
      this.addEventListener("loadend", () => {
        const headers = this.getAllResponseHeaders();
        told({ status: this.status, headers, body: bodyText(this), isMocked, problem: super.getResponseHeader(PROBLEM) });
      });
      routed(Object.assign({ body: plain(body) }, order)).then(
        ({ mock }) => {
          isMocked = Boolean(mock);
          if (!this.isStopped) {
            const headers = doorHeaders(mock ? { status: mock.status, headers: mock.headers } : order);
            Object.keys(headers).forEach((name) => super.setRequestHeader(name, headers[name]));
            super.send(mock ? mock.body : body);
          }
        },
        () => {
          this.dispatchEvent(new ProgressEvent("error"));
          this.dispatchEvent(new ProgressEvent("loadend"));
        }
      );
    }
  };
}

function watchedSocket(Real) {
  return class extends Real {
    constructor(address, protocols) {
      const door = new URL("/~miniport/socket", location.href);
      door.protocol = door.protocol.replace("http", "ws");
      door.search = String(new URLSearchParams({ to: network.isOff ? "" : address, token: network.token }));
      super(door.href, protocols);
      const told = exchange("WS", address, "");
      this.addEventListener("open", () => told({ status: 101, body: "", isOpen: true }));
      this.addEventListener("close", ({ code, reason }) => told({ status: code, body: reason }));
      this.addEventListener("message", ({ data }) => say("frame", { url: address, isSent: false, data: plain(data) }));
    }

    get url() {
      return new URL(super.url).searchParams.get("to");
    }

    send(data) {
      say("frame", { url: this.url, isSent: true, data: plain(data) });
      super.send(data);
    }
  };
}

export function watchTraffic() {
  window.XMLHttpRequest = watchedRequest(window.XMLHttpRequest);
  window.WebSocket = watchedSocket(window.WebSocket);
  Object.defineProperty(navigator, "onLine", { configurable: true, get: () => !network.isOff });
}

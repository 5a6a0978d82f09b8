/* WebSocket: one connection of the app, or tasks of their own with `multiple`. */

import { fail, stringifyQuery, warn } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { fromBase64, toBase64 } from "./lib/bytes.js";
import { listeners } from "./lib/task.js";

const Socket = window.WebSocket;
const EVENTS = ["Open", "Message", "Error", "Close"];

const four = () => EVENTS.reduce((heard, name) => Object.assign(heard, { [name]: listeners() }), {});

function addressOf({ url, data }) {
  if (!url) {
    throw fail(3, "connectSocket: url is needed");
  }
  if (!/^wss?:\/\//i.test(url)) {
    throw fail(5, "connectSocket: a url begins with ws:// or wss://");
  }
  const query = stringifyQuery(data || {});
  return query ? url + (url.indexOf("?") < 0 ? "?" : "&") + query : url;
}

const received = (data) => (typeof data === "string" ? { data, isBuffer: false } : { data: toBase64(data), isBuffer: true });

/* Connect; `tell(event, value)` hears of all that happens. */
function connect(options, tell) {
  if (options.header && Object.keys(options.header).length) {
    warn("connectSocket: a browser sends no headers of the app with a WebSocket");
  }
  const socket = new Socket(addressOf(options), options.protocols || []);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => tell("Open", {});
  socket.onmessage = ({ data }) => tell("Message", received(data));
  socket.onerror = () => tell("Error", { error: 1, errorMessage: "the connection could not be made or broke" });
  socket.onclose = ({ code, reason }) => tell("Close", { code, reason });
  return socket;
}

function send(socket, { data, isBuffer }) {
  if (!socket || socket.readyState !== Socket.OPEN) {
    throw fail(10, "sendSocketMessage: the connection is not open");
  }
  socket.send(isBuffer && typeof data === "string" ? fromBase64(data) : data);
  return { success: true };
}

function close(socket, { code, reason }) {
  if (!socket || socket.readyState > Socket.OPEN) {
    throw fail(10, "closeSocket: there is no connection");
  }
  // A page may close with 1000 or from 3000 on only.
  socket.close(code >= 3000 ? code : 1000, reason);
  return { message: "closed" };
}

function taskOf(options) {
  const heard = four();
  const socket = connect(options, (name, value) =>
    heard[name].tell(name === "Error" ? { data: value, error: value.error } : { data: value })
  );
  const open = {
    send: asynchronous((given) => send(socket, given), "SocketTask.send"),
    close: asynchronous((given) => close(socket, given), "SocketTask.close"),
  };
  EVENTS.forEach((name) => Object.assign(open, { ["on" + name]: heard[name].on, ["off" + name]: heard[name].off }));
  return open;
}

const heard = four();
let only = null;

/* A second connection takes the place of the first. */
function connectOnly(options) {
  addressOf(options);
  if (only && only.readyState <= Socket.OPEN) {
    only.close(1000);
  }
  const socket = connect(options, (name, value) => (socket === only || name === "Close") && heard[name].tell(value));
  only = socket;
}

const connectSocket = asynchronous(connectOnly, "connectSocket");

const table = {
  connectSocket: (options) => (options && options.multiple ? taskOf(options) : connectSocket(options)),
  sendSocketMessage: asynchronous((options) => send(only, options), "sendSocketMessage"),
  closeSocket: asynchronous((options) => close(only, options), "closeSocket"),
};
EVENTS.forEach((name) => {
  table["onSocket" + name] = heard[name].on;
  table["offSocket" + name] = heard[name].off;
});

api(table);

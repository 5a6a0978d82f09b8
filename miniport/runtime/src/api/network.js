/* What the browser, or the host, knows of the network. */

import { host } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { listeners } from "./lib/task.js";

const TYPES = { "slow-2g": "2G", "2g": "2G", "3g": "3G", "4g": "4G" };

function networkType() {
  const { onLine, connection } = navigator;
  if (!onLine) {
    return "NOTREACHABLE";
  }
  const { type, effectiveType } = connection || {};
  if (type === "wifi" || type === "ethernet") {
    return "WIFI";
  }
  // `effectiveType` is how fast it is, which says what it is only where it is a mobile network.
  return (type === "cellular" && TYPES[effectiveType]) || (type === "cellular" ? "WWAN" : "UNKNOWN");
}

const heard = listeners();
let isListening = false;

function onNetworkStatusChange(listener) {
  heard.on(listener);
  if (isListening) {
    return;
  }
  isListening = true;
  const tell = () => heard.tell({ isConnected: navigator.onLine, networkType: networkType() });
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  if (host().on) {
    const told = ({ isConnected, networkType: type }) => ({ isConnected, networkType: String(type || "UNKNOWN").toUpperCase() });
    host().on("network", (value) => heard.tell(told(value || {})));
  }
}

api({
  getNetworkType: asynchronous(() => ({ networkAvailable: navigator.onLine, networkType: networkType() }), "getNetworkType"),
  onNetworkStatusChange,
  offNetworkStatusChange: heard.off,
});

/* Storage: localStorage under the app's own prefix, written through to the host. */

import { config, fail, host } from "miniport:core";
import { api, asynchronous, shaped } from "miniport:part/call";

const KEY_LIMIT = 200 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;
const memory = new Map();

const prefix = () => "mp:" + (config().id || "") + ":";

/* Where the browser refuses storage, values live as long as the page. */
function disk() {
  try {
    return window.localStorage;
  } catch (error) {
    return null;
  }
}

function keys() {
  const store = disk();
  const all = store ? Object.keys(store).filter((key) => key.indexOf(prefix()) === 0) : [];
  return [...new Set(all.map((key) => key.slice(prefix().length)).concat([...memory.keys()]))];
}

function read(key) {
  if (memory.has(key)) {
    return memory.get(key);
  }
  const store = disk();
  return store ? store.getItem(prefix() + key) : null;
}

const size = () => keys().reduce((sum, key) => sum + key.length + read(key).length, 0);

function tell(op, key, value) {
  if (host().stored) {
    host().stored(op, key, value);
  }
}

function set({ key, data }) {
  if (key === undefined || key === null || key === "" || data === undefined) {
    throw fail(2, "setStorage: key and data are needed");
  }
  const text = JSON.stringify(data);
  if (text.length > KEY_LIMIT) {
    throw fail(14, "setStorage: one value is limited to 200 KB");
  }
  if (size() + text.length > TOTAL_LIMIT) {
    throw fail(12, "setStorage: storage is limited to 10 MB");
  }
  try {
    disk().setItem(prefix() + key, text);
    memory.delete(String(key));
  } catch (error) {
    memory.set(String(key), text);
  }
  tell("set", key, text);
}

function get(options) {
  const key = options && typeof options === "object" ? options.key : options;
  const text = read(String(key));
  return { data: text === null ? null : JSON.parse(text) };
}

function remove({ key }) {
  memory.delete(String(key));
  const store = disk();
  if (store) {
    store.removeItem(prefix() + key);
  }
  tell("remove", key);
}

function clear() {
  keys().forEach((key) => {
    memory.delete(key);
    const store = disk();
    if (store) {
      store.removeItem(prefix() + key);
    }
  });
  tell("clear");
}

const info = () => ({ keys: keys(), currentSize: Math.ceil(size() / 1024), limitSize: TOTAL_LIMIT / 1024 });

const returning = (run) => (options) => {
  try {
    const result = run(options || {});
    return result === undefined ? { success: true } : result;
  } catch (problem) {
    return shaped(problem);
  }
};

api({
  setStorage: asynchronous(set, "setStorage"),
  getStorage: asynchronous(get, "getStorage"),
  removeStorage: asynchronous(remove, "removeStorage"),
  clearStorage: asynchronous(clear, "clearStorage"),
  getStorageInfo: asynchronous(info, "getStorageInfo"),
  setStorageSync: returning(set),
  getStorageSync: get,
  removeStorageSync: returning(remove),
  clearStorageSync: returning(clear),
  getStorageInfoSync: info,
});

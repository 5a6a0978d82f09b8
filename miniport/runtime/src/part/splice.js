/* this.$spliceData: change lists in their place. */

import { recordOf, shared } from "../core/record.js";
import { clone, keysOf, setAt } from "../core/value.js";
import { getAt } from "./lib/path.js";

function spliceData(record, patch, callback) {
  if (record.isGone) {
    return;
  }
  const paths = Object.keys(patch || {});
  paths.forEach((path) => {
    const keys = keysOf(path);
    record.remember(keys.concat(0));
    if (!Array.isArray(getAt(record.self.data, keys))) {
      setAt(record.self.data, keys, []);
    }
    getAt(record.self.data, keys).splice(...patch[path]);
    const shown = getAt(record.view, keys);
    const list = Array.isArray(shown) ? shown.slice() : [];
    list.splice(...clone(patch[path]));
    record.put(keys, list);
  });
  record.touch(paths.map(keysOf));
  record.changed(callback);
}

shared.$spliceData = function (patch, callback) {
  spliceData(recordOf(this), patch, callback);
};

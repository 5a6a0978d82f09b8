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
    [record.self.data, record.view].forEach((root) => {
      if (!Array.isArray(getAt(root, keys))) {
        setAt(root, keys, []);
      }
    });
    const list = getAt(record.self.data, keys);
    list.splice(...patch[path]);
    getAt(record.view, keys).splice(...clone(patch[path]));
  });
  record.touch(paths.map(keysOf));
  record.changed(callback);
}

shared.$spliceData = function (patch, callback) {
  spliceData(recordOf(this), patch, callback);
};

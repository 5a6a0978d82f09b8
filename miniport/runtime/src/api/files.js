/* my.getFileSystemManager of a preview, which has no files of a device: each call is answered by the host, by a mock or by
 * saying that it needs a device; what must answer at once cannot ask, and throws. */

import { fail, host } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";

const NAME = "getFileSystemManager";
const LATER = ["unzip", "zip"];
const BOTH = ["access", "appendFile", "copyFile", "getFileInfo", "getSavedFileList", "mkdir", "readdir", "readFile"].concat(
  ["removeSavedFile", "rename", "rmdir", "saveFile", "stat", "unlink", "writeFile"],
);
let manager = null;

const called = (name) => asynchronous((options) => host().call(NAME + "." + name, options), name);

function atOnce(name) {
  return () => {
    const text = "my." + NAME + "." + name + " needs a device";
    throw Object.assign(new Error(text), fail(1, text));
  };
}

function made() {
  const open = {};
  LATER.concat(BOTH).forEach((name) => (open[name] = called(name)));
  BOTH.forEach((name) => (open[name + "Sync"] = atOnce(name + "Sync")));
  return open;
}

api({ [NAME]: () => (manager = manager || made()) });

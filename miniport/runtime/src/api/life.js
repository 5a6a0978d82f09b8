/* my.onAppShow and its family: what App hears, told to others as well. */

import { listen } from "miniport:core";
import { api } from "miniport:part/call";
import "miniport:part/window";

/* The functions on<name> and off<name> for a word of App. */
function family(name, word) {
  const ends = new Map();
  const end = (listener) => {
    ends.get(listener)();
    ends.delete(listener);
  };
  return {
    ["on" + name](listener) {
      if (typeof listener === "function" && !ends.has(listener)) {
        ends.set(listener, listen(word, listener));
      }
    },
    ["off" + name](listener) {
      Array.from(ends.keys())
        .filter((one) => listener === undefined || one === listener)
        .forEach(end);
    },
  };
}

api(
  Object.assign(
    family("AppShow", "onShow"),
    family("AppHide", "onHide"),
    family("Error", "onError"),
    family("PageNotFound", "onPageNotFound"),
    family("UnhandledRejection", "onUnhandledRejection")
  )
);

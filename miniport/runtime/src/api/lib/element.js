/* Elements that app code holds by their ids. */

import { router, warn } from "miniport:core";

/* A function that finds the element of an id, drawn or not yet, on the page that is on top now. */
export function elementOf(id) {
  const page = router().top();
  return () => (page ? page.frame.box.querySelector("#" + CSS.escape(String(id))) : null);
}

/* An object whose methods are those of an element's own `mpContext`; one that is not there does nothing and says so. */
export function contextOf(id, names) {
  const find = elementOf(id);
  const context = {};
  names.forEach((name) => {
    context[name] = (...values) => {
      const node = find();
      const own = node && node.mpContext;
      if (!own || !own[name]) {
        warn("there is no element with the id " + id + " that can " + name);
        return undefined;
      }
      return own[name](...values);
    };
  });
  return context;
}

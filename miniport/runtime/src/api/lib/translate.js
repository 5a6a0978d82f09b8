/* A selector of app code as one on the nodes that the runtime draws: `.a` is `._a`, `view` is `mp-view`. */

const TOKEN = /\[[^\]]*\]|"[^"]*"|'[^']*'|:{1,2}[\w-]+(?:\([^)]*\))?|>>>|([.#]?)(-?[A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]*)/g;

export const translate = (selector) =>
  String(selector).replace(TOKEN, (all, mark, name) => {
    if (name === undefined) {
      return all === ">>>" ? " " : all;
    }
    return mark === "." ? "._" + name : mark === "#" ? all : "mp-" + name.toLowerCase();
  });

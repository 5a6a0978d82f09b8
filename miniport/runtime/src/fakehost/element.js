// An element of a shell page that a render plugin draws: what the page binds goes over the hop to the plugin.

import { copied } from "./hop.js";

/** Create the plugin's element in a web view. `world`: {view, hop, note}. */
export function createElement(world, tag) {
  const component = world.view.create(tag);
  const node = component.mount();
  return {
    node,
    component,
    set(name, value) {
      const copy = copied(value);
      world.note({ what: "attribute", name, value: copy });
      world.hop(() => component.setAttribute(name, copy), name === "data");
    },
    remove(name) {
      world.hop(() => component.removeAttribute(name));
    },
    style(name, value) {
      world.hop(() => component.setStyle(name, value));
    },
    on(type, run) {
      const heard = (event) => {
        const detail = copied(event.detail);
        world.hop(() => {
          world.note({ what: "event", type, detail });
          run({ type, detail });
        }, type === "message");
      };
      component.addEventListener(type, heard);
    },
    unmount() {
      component.unMounted();
      node.remove();
    },
  };
}

/** Return [name, value] of each declaration of a style attribute. */
export function declarations(style) {
  return (style || "")
    .split(";")
    .map((part) => part.split(":").map((side) => side.trim()))
    .filter(([name, value]) => name && value);
}

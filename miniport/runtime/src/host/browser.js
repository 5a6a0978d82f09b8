/* A static site: the window is the container, its address the launch. */

import { parseQuery } from "miniport:core";

export default function connect(config, app) {
  document.addEventListener("visibilitychange", () => (document.hidden ? app.hide() : app.show()));
  window.addEventListener("pagehide", () => app.hide());
  return {
    name: "browser",
    identity: { app: (config.host && config.host.app) || "web" },
    bar: config.host && config.host.bar,
    launch(hash) {
      const [path, query] = hash.replace(/^\//, "").split(/\?([^]*)/);
      return { path, query: parseQuery(query) };
    },
    title(text) {
      document.title = text;
    },
  };
}

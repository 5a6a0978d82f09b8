/* What the bars show in the user's language: files of the app for each, laid over its configuration before it starts. */

import { config } from "miniport:core";
import { inLanguage } from "./lib/spoken.js";

function speak({ window = {}, tabBar = {}, pages = {} }) {
  const app = config() || { pages: [] };
  app.window = Object.assign({}, app.window, window);
  app.pages.forEach((page) => Object.assign(page.config, pages[page.path]));
  const { items = [], ...looks } = tabBar;
  if (app.tabBar) {
    Object.assign(app.tabBar, looks);
    (app.tabBar.items || []).forEach((item, index) => Object.assign(item, items[index]));
  }
}

/* Nothing is shown yet: pieces are read before the first unit is. */
const { locales = {} } = config() || {};
speak(inLanguage(locales) || {});

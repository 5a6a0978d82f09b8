/* Some values of the bars, laid over the app's configuration: {window, tabBar, pages: {path: keys}}. */

import { config } from "miniport:core";

export function lay({ window = {}, tabBar = {}, pages = {} }) {
  const app = config();
  app.window = Object.assign({}, app.window, window);
  app.pages.forEach((page) => Object.assign(page.config, pages[page.path]));
  const { items = [], ...looks } = tabBar;
  if (app.tabBar) {
    Object.assign(app.tabBar, looks, app.tabBar.said);
    (app.tabBar.items || []).forEach((item, index) => Object.assign(item, items[index], item.said));
  }
}

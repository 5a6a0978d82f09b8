/* my.setNavigationBar: the title bar of the page on top. */

import { api, asynchronous, drawBars, host, router } from "miniport:core";

function set(options) {
  const page = router().top();
  const bar = Object.assign({}, page.bar);
  if (options.title !== undefined) {
    bar.title = String(options.title);
  }
  if (options.frontColor) {
    bar.frontColor = options.frontColor;
  }
  if (options.backgroundColor) {
    bar.titleBarColor = options.backgroundColor;
  }
  if (options.reset) {
    delete bar.titleBarColor;
    delete bar.frontColor;
  }
  page.bar = bar;
  drawBars(router().stack);
  if (host().navigationBar) {
    host().navigationBar(options);
  }
}

api({ setNavigationBar: asynchronous(set, "setNavigationBar") });

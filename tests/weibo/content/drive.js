// What tests do with the host, in its own page.
window.drive = {
  async load(options) {
    const Vue = options.isVue ? window.Vue : null;
    if (Vue) Vue.config.productionTip = false;
    this.host = await window.fakehost.load("/project/", Object.assign({}, options, { Vue }));
  },
  stop() {
    while (this.host.stack.length) this.host.close();
  },
  open: ({ path, query, queryKey }) => window.drive.host.open(path, query, { queryKey }).then(() => undefined),
  run: ({ name, args }) => window.drive.host[name](...args),
  vm: () => window.drive.host.top.page.vm,
  /** Assign each value to the page's data, all in one tick or one per tick. */
  async assign({ values, isOneTick }) {
    for (const value of values) {
      this.vm().data = value;
      if (!isOneTick) await new Promise((resolve) => this.vm().$nextTick(resolve));
    }
    await this.pause();
  },
  /** Wait until what was under way has crossed both hops. */
  async pause() {
    for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  },
  log: () => window.drive.host.log,
  element: () => window.drive.host.top.elements[0],
  inner: () => window.drive.host.top.frame.contentDocument.querySelector("iframe"),
};

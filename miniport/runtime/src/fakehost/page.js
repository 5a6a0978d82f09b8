// One open WBox page: its bar, its web view, its Vue page and the hooks the container calls.

const BAR = { black: "#000000", white: "#ffffff" };

function make(tag, className, parent) {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}

function loaded(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", () => resolve(), { once: true });
    element.addEventListener("error", () => reject(new Error(`${element.src} did not load`)), { once: true });
  });
}

function styleInto(doc, css) {
  const style = doc.createElement("style");
  style.textContent = css;
  doc.head.append(style);
}

/** Load a web view: the plugin's base class, the app's styles and each render plugin. */
async function prepare(frame, project, page, here) {
  frame.src = new URL("webview.html", here).href;
  await loaded(frame);
  const doc = frame.contentDocument;
  const base = doc.createElement("base");
  base.href = new URL("src/", project.root).href;
  doc.head.prepend(base);
  styleInto(doc, project.css);
  styleInto(doc, page.css);
  for (const url of project.plugins) {
    const script = doc.createElement("script");
    script.src = url;
    doc.head.append(script);
    await loaded(script);
  }
  return doc;
}

export class Page {
  constructor(host, path) {
    this.host = host;
    this.path = path;
    this.file = host.project.pages[path];
    this.box = make("section", "wbox-page", document.body);
    this.bar = make("header", "wbox-bar", this.box);
    this.back = make("button", "wbox-back", this.bar);
    this.back.textContent = "‹";
    this.back.setAttribute("aria-label", "返回");
    this.back.addEventListener("click", () => host.close());
    this.heading = make("div", "wbox-title", this.bar);
    this.frame = make("iframe", "wbox-view", this.box);
    this.showBar(Object.assign({}, host.project.app.window, this.file.json));
  }

  showBar(config) {
    const { navigationBarTitleText, navigationBarBackgroundColor, navigationBarTextStyle } = config;
    if (navigationBarTitleText !== undefined) this.heading.textContent = navigationBarTitleText;
    if (navigationBarBackgroundColor) this.bar.style.backgroundColor = navigationBarBackgroundColor;
    if (navigationBarTextStyle) this.bar.style.color = BAR[navigationBarTextStyle] || navigationBarTextStyle;
  }

  /** Create and mount the page; `options` go to onLoad, `when` says whether before or after mounting. */
  async open(createPage, given, options, when) {
    const doc = await prepare(this.frame, this.host.project, this.file, this.host.here);
    const { hop, note } = this.host;
    const world = { document: doc, view: this.frame.contentWindow.webview, hop, note, elements: [] };
    this.elements = world.elements;
    this.options = given;
    this.page = createPage(world, given, this.file.template);
    if (when === "early") this.hook("onLoad", options);
    this.page.mount(doc.body);
    if (when === "late") this.hook("onLoad", options);
    this.hook("onShow");
    this.hook("onReady");
  }

  /** Call a hook of the page's `wbox` options and return what it returns. */
  hook(name, ...args) {
    const { options, host } = this;
    if (!options || !options.wbox || !options.wbox[name] || host.silent.includes(name)) return undefined;
    host.note({ what: "hook", name });
    return host.guard(() => options.wbox[name].apply(this.page.vm, args));
  }

  close() {
    this.hook("onUnload");
    this.page.destroy();
    this.elements.forEach((element) => element.unmount());
    this.box.remove();
  }

  /** The window of the content inside the web view's plugin. */
  get content() {
    const inner = this.frame.contentDocument.querySelector("iframe");
    return inner && inner.contentWindow;
  }
}

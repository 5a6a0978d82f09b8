// What a WBox web view offers to render plugins: a base class and a registry of tags.

class Component {
  mount() {
    this.el = this.render();
    return this.el;
  }

  render() {
    return document.createElement("div");
  }

  setAttribute(name, value) {
    this.el.setAttribute(name, value);
  }

  removeAttribute(name) {
    this.el.removeAttribute(name);
  }

  setStyle(name, value) {
    if (name in this.el.style) this.el.style[name] = value;
  }

  setClass(name, value) {
    this.el.setAttribute("class", value);
  }

  addEventListener(type, listener, options) {
    this.el.addEventListener(type, listener, options);
  }

  removeEventListener() {}

  dispatch(el, type, init) {
    el.dispatchEvent(new CustomEvent(type, init));
  }

  unMounted() {}
}

const tags = {};

window.Component = Component;
window.ComponentManager = {
  registerComponents(classes) {
    Object.assign(tags, classes);
  },
};
window.webview = {
  tags: () => Object.keys(tags),
  create: (tag) => new tags[tag](),
};

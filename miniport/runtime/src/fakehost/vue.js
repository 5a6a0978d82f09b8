// Draws shell pages with a real Vue 2, for comparison; the full build is handed in.

import { createElement, declarations } from "./element.js";

function style(vnode) {
  const fixed = (vnode.data && vnode.data.staticStyle) || {};
  return Object.entries(fixed).map((pair) => pair.join(":")).join(";");
}

/** Return the component that forwards what the page binds to a plugin's element. */
function wrapper(world, tag) {
  return {
    inheritAttrs: false,
    render: (h) => h("div", { style: { display: "contents" } }),
    mounted() {
      const element = createElement(world, tag);
      this.shown = Object.assign({}, this.$attrs);
      Object.keys(this.shown).forEach((name) => element.set(name, this.shown[name]));
      declarations(style(this.$vnode)).forEach(([name, text]) => element.style(name, text));
      Object.keys(this.$listeners).forEach((type) => element.on(type, (event) => this.$listeners[type](event)));
      this.$el.append(element.node);
      this.$watch("$attrs", (next) => this.forward(element, next));
      world.elements.push(element);
    },
    methods: {
      forward(element, next) {
        Object.keys(next).forEach((name) => {
          if (Object.is(next[name], this.shown[name])) return;
          this.shown[name] = next[name];
          element.set(name, next[name]);
        });
      },
    },
  };
}

/** Have Vue look for a component behind <view>, which it takes for an element of SVG. */
function freeTheName({ config }) {
  const { isReservedTag, getTagNamespace } = config;
  if (!isReservedTag("view")) return;
  config.isReservedTag = (tag) => tag !== "view" && isReservedTag(tag);
  config.getTagNamespace = (tag) => (tag === "view" ? undefined : getTagNamespace(tag));
}

/** Return a function like createPage of own.js that draws with the Vue given. */
export function createWith(Vue) {
  freeTheName(Vue);
  return (world, options, template) => {
    const components = { view: { template: "<div><slot></slot></div>" } };
    world.view.tags().forEach((tag) => {
      components[tag] = wrapper(world, tag);
    });
    const vm = new Vue(Object.assign({}, options, { template, components }));
    return {
      vm,
      mount(into) {
        const place = world.document.createElement("div");
        into.append(place);
        vm.$mount(place);
      },
      destroy: () => vm.$destroy(),
    };
  };
}

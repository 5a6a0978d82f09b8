/* my.previewImage: pictures over the whole window, one beside the other. */

import { Component, fail, h, media } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { ask } from "./lib/modal.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

class Gallery extends Component {
  constructor(props) {
    super(props);
    this.state = { at: props.current };
    this.keep = (node) => {
      this.reel = node || this.reel;
    };
    this.onScroll = () => this.setState({ at: Math.round(this.reel.scrollLeft / this.reel.clientWidth) || 0 });
    this.onKeyDown = ({ key }) => STEPS[key] && this.turn(this.state.at + STEPS[key]);
  }

  turn(at) {
    this.reel.scrollLeft = at * this.reel.clientWidth;
  }

  componentDidMount() {
    this.turn(this.state.at);
  }

  render({ urls, leave }, { at }) {
    const picture = (url, index) => h("img", { src: media(url), alt: index + 1 + "/" + urls.length, draggable: false });
    const reel = { class: "mp--reel", tabIndex: 0, role: "group", "aria-label": "图片", ref: this.keep, onScroll: this.onScroll };
    return h(
      "div",
      { class: "mp--gallery", onKeyDown: this.onKeyDown },
      h("div", Object.assign(reel, { "data-first": "", onClick: leave }), urls.map(picture)),
      h("div", { class: "mp--place", role: "status" }, at + 1 + " / " + urls.length),
      h("button", { type: "button", "aria-label": "关闭", onClick: leave }, "×")
    );
  }
}

/* Done as soon as the pictures are shown; `current` is a number, and an address where an app gives one. */
function previewImage({ urls, current = 0 }) {
  if (!Array.isArray(urls) || !urls.length) {
    throw fail(2, "previewImage: urls is needed");
  }
  const at = typeof current === "number" ? current : urls.indexOf(current);
  ask({ label: "图片预览", kind: "mp--gallery", place: "mp--dark", cancel: undefined }, (leave) =>
    h(Gallery, { urls, current: Math.max(0, Math.min(urls.length - 1, at)), leave: () => leave() })
  );
}

api({ previewImage: asynchronous(previewImage, "previewImage") });

/* What lies on top of a map, a canvas or a video: in a page these are boxes like any other. */

import { Component, element, emit, h, media, root } from "miniport:core";

element("cover-view", (props) => {
  const isThrough = props["penetrate-guesture"] || props.penetrateguesture;
  const own = isThrough ? { style: (props.style || "") + ";pointer-events:none" } : {};
  return h("mp-cover-view", root(props, Object.assign(own, { "aria-label": props["aria-label"], role: props.role })), props.children);
});

class CoverImage extends Component {
  constructor(props) {
    super(props);
    this.onLoad = ({ target }) => emit(this.base, "load", { width: target.naturalWidth, height: target.naturalHeight });
    this.onError = () => emit(this.base, "error", { errMsg: "no picture at " + this.props.src });
  }

  render(props) {
    const { onLoad, onError } = this;
    const picture = { src: media(props.src), alt: props["aria-label"] || "", draggable: false, onLoad, onError };
    return h("mp-cover-image", root(props), props.src ? h("img", picture) : null);
  }
}

element("cover-image", CoverImage);

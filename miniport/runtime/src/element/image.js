/* An image: a box of 300 by 225 px that holds an img placed by `mode`. */

import { Component, element, emit, h, media, root } from "miniport:core";

const FIT = { scaleToFill: "fill", aspectFit: "contain", aspectFill: "cover" };

/* "top left" and its like cut the picture without scaling it. */
const placed = (mode) =>
  /^(?:top|bottom|center|left|right)(?: (?:left|right))?$/.test(mode) ? "object-fit:none;object-position:" + mode : "object-fit:fill";

class Image extends Component {
  constructor(props) {
    super(props);
    this.state = { ratio: 0, isBroken: false };
    this.onLoad = (event) => {
      const { naturalWidth, naturalHeight } = event.target;
      this.setState({ ratio: naturalWidth ? naturalHeight / naturalWidth : 0 });
      emit(this.base, "load", { width: naturalWidth, height: naturalHeight });
    };
    this.onError = () => {
      this.setState({ isBroken: true });
      emit(this.base, "error", { errMsg: "no picture at " + this.props.src });
    };
  }

  componentDidUpdate(before) {
    if (before.src !== this.props.src && this.state.isBroken) {
      this.setState({ isBroken: false });
    }
  }

  render(props, { ratio, isBroken }) {
    const mode = props.mode || "scaleToFill";
    const own = props.style || "";
    const more = { mode };
    const isWide = mode === "widthFix";
    if (isWide || mode === "heightFix") {
      // The picture's own proportions rule; the given height (or width) does not.
      more.style = own + (isWide ? ";height:auto" : ";width:auto") + (ratio ? "" : ";min-height:1px");
    }
    const source = isBroken && props["default-source"] ? props["default-source"] : props.src;
    const fit = isWide || mode === "heightFix" ? "" : FIT[mode] ? "object-fit:" + FIT[mode] : placed(mode);
    const picture = {
      class: "mp--picture",
      src: media(source),
      alt: props["aria-label"] || "",
      loading: props["lazy-load"] ? "lazy" : undefined,
      draggable: false,
      style: fit,
      onLoad: this.onLoad,
      onError: this.onError,
    };
    return h("mp-image", root(props, more), source ? h("img", picture) : null);
  }
}

element("image", Image);

/* An image: a box of 300 by 225 px that holds an img placed by `mode`. */

import { Component, element, emit, h, media, root } from "miniport:core";

const FIT = { scaleToFill: "fill", aspectFit: "contain", aspectFill: "cover" };

/* "top left" and its like cut the picture without scaling it. */
const placed = (mode) =>
  /^(?:top|bottom|center|left|right)(?: (?:left|right))?$/.test(mode) ? "object-fit:none;object-position:" + mode : "object-fit:fill";

class Image extends Component {
  constructor(props) {
    super(props);
    // Of which address the picture has come, or has not.
    this.state = { ratio: 0, loaded: undefined, broken: undefined };
    this.onLoad = (event) => {
      const { naturalWidth, naturalHeight } = event.target;
      this.setState({ ratio: naturalWidth ? naturalHeight / naturalWidth : 0, loaded: this.props.src });
      emit(this.base, "load", { width: naturalWidth, height: naturalHeight });
    };
    this.onError = () => {
      this.setState({ broken: this.props.src });
      emit(this.base, "error", { errMsg: "no picture at " + this.props.src });
    };
    // A finger's long press is the app's own, unless it wants the browser's menu.
    this.onContextMenu = (event) => {
      if (event.pointerType === "touch" && !this.props["show-menu-by-longpress"]) {
        event.preventDefault();
      }
    };
  }

  /* The picture, and what stands in for it until it is there. */
  pictures(props, fit) {
    const { loaded, broken } = this.state;
    const { src, "default-source": standIn } = props;
    const common = { class: "mp--picture", draggable: false, style: fit };
    const isBroken = broken === src;
    const picture = {
      key: "picture",
      src: media(src),
      alt: props["aria-label"] || "",
      loading: props["lazy-load"] ? "lazy" : undefined,
      onLoad: this.onLoad,
      onError: this.onError,
      // Browsers would draw a sign of their own.
      style: isBroken ? fit + ";visibility:hidden" : fit,
    };
    return [
      src && !(isBroken && standIn) ? h("img", Object.assign({}, common, picture)) : null,
      standIn && (isBroken || loaded !== src) ? h("img", Object.assign({ key: "stand-in", src: media(standIn), alt: "" }, common)) : null,
    ];
  }

  render(props, { ratio }) {
    const mode = props.mode || "scaleToFill";
    const isWide = mode === "widthFix";
    const isFixed = isWide || mode === "heightFix";
    const more = { mode, onContextMenu: this.onContextMenu };
    if (isFixed) {
      // The picture's own proportions rule; the given height (or width) does not.
      more.style = (props.style || "") + (isWide ? ";height:auto" : ";width:auto") + (ratio ? "" : ";min-height:1px");
    }
    const fit = isFixed ? "" : FIT[mode] ? "object-fit:" + FIT[mode] : placed(mode);
    return h("mp-image", root(props, more), this.pictures(props, fit));
  }
}

element("image", Image);

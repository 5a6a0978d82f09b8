/* A page of the web within the app. It fills the page.
 *
 * What it says to the app comes as window messages of the form {miniport: "web-view", data}; what the app says to it goes
 * the same way. The page has to send them itself: nothing is put into it.
 */

import { Component, element, emit, h, root } from "miniport:core";

const MARK = "web-view";

/* Why an address cannot be shown; undefined where it can. */
function refusal(src) {
  let url;
  try {
    url = new URL(src);
  } catch (error) {
    return ["不是完整的网址", "not a whole address"];
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return ["只能打开 http(s) 网页", "only http(s) pages can be opened"];
  }
  return url.protocol === "http:" && location.protocol === "https:"
    ? ["安全页面中不能打开 http 网页", "an http page cannot be opened within a secure one"]
    : undefined;
}

class WebView extends Component {
  constructor(props) {
    super(props);
    this.state = { blocked: "" };
    this.onMessage = (event) => {
      const { data } = event;
      if (this.frame && event.source === this.frame.contentWindow && data && data.miniport === MARK) {
        const more = data.data && typeof data.data === "object" && !Array.isArray(data.data) ? data.data : {};
        emit(this.base, "message", Object.assign({}, more, { data: data.data }));
      }
    };
    this.onLoad = () => this.state.blocked || emit(this.base, "load", { src: this.props.src });
    this.onBlocked = (event) => {
      const origin = this.origin();
      if (/^(?:frame|child|default)-src$/.test(event.effectiveDirective) && origin && event.blockedURI.indexOf(origin) === 0) {
        this.setState({ blocked: this.props.src });
        emit(this.base, "error", { src: this.props.src });
      }
    };
    this.keep = (frame) => (this.frame = frame);
  }

  origin() {
    return refusal(this.props.src) ? "" : new URL(this.props.src).origin;
  }

  componentDidMount() {
    window.addEventListener("message", this.onMessage);
    document.addEventListener("securitypolicyviolation", this.onBlocked);
    this.base.mpContext = {
      postMessage: (data) => {
        if (this.frame) {
          this.frame.contentWindow.postMessage({ miniport: MARK, data }, this.origin());
        }
      },
    };
    this.tell();
  }

  componentDidUpdate(before) {
    if (before.src !== this.props.src) {
      this.tell();
    }
  }

  componentWillUnmount() {
    window.removeEventListener("message", this.onMessage);
    document.removeEventListener("securitypolicyviolation", this.onBlocked);
  }

  tell() {
    if (this.props.src && refusal(this.props.src)) {
      emit(this.base, "error", { src: this.props.src });
    }
  }

  render(props, { blocked }) {
    const { src } = props;
    const why = blocked && blocked === src ? ["不允许打开此网页", "this page may not be opened here"] : src ? refusal(src) : undefined;
    const refused = why && h("div", { class: "mp--refused", role: "alert" }, h("p", null, why.join(" · ")), h("p", null, src));
    const frame = { src, ref: this.keep, title: props["aria-label"] || src, key: src, onLoad: this.onLoad, allow: "fullscreen" };
    return h("mp-web-view", root(props), refused || (src ? h("iframe", frame) : null));
  }
}

element("web-view", WebView);

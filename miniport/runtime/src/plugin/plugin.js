// The render plugin behind <wbx-web-view>: an iframe that the shell page can talk to.
//
// The container calls the methods; which and how is its contract. It runs in the web view's document.

class WebView extends window.Component {
  render() {
    const box = document.createElement("iframe-container");
    this.iframe = document.createElement("iframe");
    box.appendChild(this.iframe);
    this.isLoaded = false;
    this.waiting = [];
    this.listeners = {};
    this.ownClass = "";
    this.iframe.addEventListener("load", () => this.loaded());
    this.hear = (event) => {
      if (event.source && event.source === this.iframe.contentWindow) {
        this.dispatch(this.iframe, "message", { detail: { data: event.data } });
      }
    };
    return box;
  }

  loaded() {
    // The empty document that an iframe holds before it has an address loads too.
    if (!this.iframe.getAttribute("src")) return;
    this.isLoaded = true;
    this.waiting.splice(0).forEach((message) => this.post(message));
  }

  post(message) {
    this.iframe.contentWindow.postMessage(message, "*");
  }

  setAttribute(name, value) {
    if (name === "data") {
      // The page's first value is null; there is nobody to tell.
      if (value === null || value === undefined) return;
      if (this.isLoaded) this.post(value);
      else this.waiting.push(value);
      return;
    }
    if (name === "class") this.ownClass = value;
    this.iframe.setAttribute(name, value);
    if (name === "src") super.setAttribute(name, value);
  }

  removeAttribute(name) {
    if (name === "class") this.ownClass = "";
    if (name === "data") return;
    this.iframe.removeAttribute(name);
    if (name === "src") super.removeAttribute(name);
  }

  setStyle(name, value) {
    if (name in this.iframe.style) this.iframe.style[name] = value;
    else this.iframe.style.setProperty(name, value);
  }

  setClass(name, value) {
    this.iframe.setAttribute("class", this.ownClass ? `${this.ownClass} ${value}` : String(value));
  }

  addEventListener(type, listener, options) {
    // The container removes a listener by its type alone, so it has to be found again.
    (this.listeners[type] = this.listeners[type] || []).push(listener);
    this.iframe.addEventListener(type, listener, options);
    if (type === "message") window.addEventListener("message", this.hear);
  }

  removeEventListener(type) {
    (this.listeners[type] || []).forEach((listener) => this.iframe.removeEventListener(type, listener));
    delete this.listeners[type];
    if (type === "message") window.removeEventListener("message", this.hear);
  }

  unMounted() {
    window.removeEventListener("message", this.hear);
    this.waiting.length = 0;
  }
}

window.ComponentManager.registerComponents({ "wbx-web-view": WebView });

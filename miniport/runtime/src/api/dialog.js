/* Toast, alert, confirm, prompt and loading, drawn in the page. */

import { Component, api, asynchronous, frame, h } from "miniport:core";

const TOAST = 3000;

function open(node) {
  const draw = frame().layer();
  draw(node);
  return () => draw(null);
}

class Dialog extends Component {
  constructor(props) {
    super(props);
    this.value = "";
    this.before = document.activeElement;
    this.onKeyDown = (event) => {
      if (event.key === "Escape" && props.cancel) {
        this.close(false);
      }
    };
  }

  componentDidMount() {
    this.first.focus();
  }

  close(isOk) {
    this.props.done(isOk, this.value);
    if (this.before && this.before.focus) {
      this.before.focus();
    }
  }

  input() {
    const onInput = (event) => {
      this.value = event.target.value;
    };
    return h("input", { class: "mp--field", placeholder: this.props.placeholder || "", onInput });
  }

  render({ title, message, align, cancel, ok, isPrompt }) {
    const keep = (node) => {
      this.first = node || this.first;
    };
    const button = (label, isOk) =>
      h("button", { class: "mp--choice", type: "button", ref: isOk ? keep : null, onClick: () => this.close(isOk) }, label);
    const box = { class: "mp--dialog", role: "alertdialog", "aria-modal": "true", "aria-label": title || message };
    return h(
      "div",
      { class: "mp--mask", onKeyDown: this.onKeyDown },
      h(
        "div",
        box,
        title && h("div", { class: "mp--heading" }, title),
        h("div", { class: "mp--message", style: align ? "text-align:" + align : "" }, message),
        isPrompt && this.input(),
        h("div", { class: "mp--choices" }, cancel && button(cancel, false), button(ok, true)),
      ),
    );
  }
}

const text = (value) => (value === undefined || value === null ? "" : String(value));

function ask(props, result) {
  return new Promise((resolve) => {
    const close = open(
      h(
        Dialog,
        Object.assign(props, {
          done(isOk, value) {
            close();
            resolve(result(isOk, value));
          },
        }),
      ),
    );
  });
}

const alert = (options) =>
  ask({ title: text(options.title), message: text(options.content), ok: options.buttonText || "确定" }, () => ({ success: true }));

const confirm = (options) =>
  ask(
    {
      title: text(options.title),
      message: text(options.content),
      ok: options.confirmButtonText || "确定",
      cancel: options.cancelButtonText || "取消",
    },
    (isOk) => ({ confirm: isOk }),
  );

const prompt = (options) =>
  ask(
    {
      title: text(options.title),
      message: text(options.message),
      align: options.align,
      placeholder: options.placeholder,
      isPrompt: true,
      ok: options.okButtonText || "确定",
      cancel: options.cancelButtonText || "取消",
    },
    (isOk, inputValue) => (isOk ? { ok: true, inputValue } : { ok: false }),
  );

let hide = null;

function toast({ content, type, duration }) {
  if (hide) {
    hide();
  }
  const icon = { success: "✓", fail: "✕", exception: "!" }[type];
  const box = { class: "mp--toast", role: "status" };
  const close = open(h("div", box, icon && h("div", { class: "mp--mark", "aria-hidden": "true" }, icon), text(content)));
  return new Promise((resolve) => {
    const timer = setTimeout(() => hide && hide(), duration || TOAST);
    hide = () => {
      hide = null;
      clearTimeout(timer);
      close();
      resolve({});
    };
  });
}

function hideToast() {
  if (hide) {
    hide();
  }
}

let loading = null;
let waiting = 0;

function hideLoading() {
  clearTimeout(waiting);
  if (loading) {
    loading();
    loading = null;
  }
}

function showLoading({ content, delay }) {
  hideLoading();
  const show = () => {
    const spin = h("div", { class: "mp--spin", "aria-hidden": "true" });
    const box = h("div", { class: "mp--toast", role: "status", "aria-busy": "true" }, spin, text(content));
    loading = open(h("div", { class: "mp--mask mp--clear" }, box));
  };
  if (delay > 0) {
    waiting = setTimeout(show, delay);
  } else {
    show();
  }
}

api({
  alert: asynchronous(alert, "alert"),
  confirm: asynchronous(confirm, "confirm"),
  prompt: asynchronous(prompt, "prompt"),
  showToast: asynchronous(toast, "showToast"),
  hideToast: asynchronous(hideToast, "hideToast"),
  showLoading: asynchronous(showLoading, "showLoading"),
  hideLoading: asynchronous(hideLoading, "hideLoading"),
});

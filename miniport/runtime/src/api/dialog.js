/* Questions drawn over the pages: my.alert, confirm, prompt and showModal. */

import { h } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";
import { textOf } from "../lib/given.js";
import { ask, freshId } from "./lib/modal.js";

const OK = "确定";
const CANCEL = "取消";

/* `shape`: title, message, align, field ({placeholder, value} or nothing), ok and cancel as {label, color}. */
function question({ title, message, align, field, ok, cancel }) {
  const about = freshId();
  const typed = { value: field ? textOf(field.value) : "" };
  const look = { role: "alertdialog", kind: "mp--dialog", label: title || message, about: message ? about : undefined };
  if (cancel) {
    look.cancel = { isOk: false, typed };
  }
  return ask(look, (answer) => {
    const choice = ({ label, color }, isOk) =>
      h(
        "button",
        {
          class: "mp--choice",
          type: "button",
          style: color ? { color } : undefined,
          "data-first": isOk && !field ? "" : undefined,
          onClick: () => answer({ isOk, typed }),
        },
        label
      );
    const onInput = (event) => {
      typed.value = event.target.value;
    };
    const onEnter = (event) => event.key === "Enter" && !event.isComposing && answer({ isOk: true, typed });
    return [
      title && h("div", { class: "mp--heading" }, title),
      message && h("div", { class: "mp--message", id: about, style: align ? { textAlign: align } : undefined }, message),
      field &&
        h("input", {
          value: typed.value,
          placeholder: textOf(field.placeholder),
          "aria-label": message || title,
          "data-first": "",
          onInput,
          onKeyDown: onEnter,
        }),
      h("div", { class: "mp--choices" }, cancel && choice(cancel, false), choice(ok, true)),
    ];
  });
}

const alert = ({ title, content, buttonText, confirmColor }) =>
  question({ title: textOf(title), message: textOf(content), ok: { label: buttonText || OK, color: confirmColor } }).then(() => ({
    success: true,
  }));

const confirm = ({ title, content, confirmButtonText, cancelButtonText, confirmColor, cancelColor }) =>
  question({
    title: textOf(title),
    message: textOf(content),
    ok: { label: confirmButtonText || OK, color: confirmColor },
    cancel: { label: cancelButtonText || CANCEL, color: cancelColor },
  }).then(({ isOk }) => ({ confirm: isOk }));

const prompt = ({
  title,
  message = "请输入内容",
  align,
  placeholder,
  okButtonText,
  cancelButtonText,
  confirmColor,
  cancelColor,
}) =>
  question({
    title: textOf(title),
    message: textOf(message),
    align: align || "left",
    field: { placeholder },
    ok: { label: okButtonText || OK, color: confirmColor },
    cancel: { label: cancelButtonText || CANCEL, color: cancelColor },
  }).then(({ isOk, typed }) => (isOk ? { ok: true, inputValue: typed.value } : { ok: false }));

function showModal({
  title,
  content,
  showCancel = true,
  cancelText,
  cancelColor,
  confirmText,
  confirmColor,
  editable,
  placeholderText,
}) {
  return question({
    title: textOf(title),
    message: editable ? "" : textOf(content),
    field: editable ? { value: content, placeholder: placeholderText } : undefined,
    ok: { label: confirmText || OK, color: confirmColor },
    cancel: showCancel ? { label: cancelText || CANCEL, color: cancelColor } : undefined,
  }).then(({ isOk, typed }) => Object.assign({ confirm: isOk }, editable && isOk ? { content: typed.value } : null));
}

api({
  alert: asynchronous(alert, "alert"),
  confirm: asynchronous(confirm, "confirm"),
  prompt: asynchronous(prompt, "prompt"),
  showModal: asynchronous(showModal, "showModal"),
});

/* my.hideKeyboard: what is being typed in loses the focus. */

import { api, asynchronous } from "miniport:part/call";

function hideKeyboard() {
  const { activeElement } = document;
  if (activeElement && /^(?:INPUT|TEXTAREA)$/.test(activeElement.tagName)) {
    activeElement.blur();
  }
  return { success: true };
}

api({ hideKeyboard: asynchronous(hideKeyboard, "hideKeyboard") });

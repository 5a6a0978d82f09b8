/* What the user has filled in on a page, to be put into the page that takes its place. */

const FIELDS = "input, textarea, select";

const holds = ({ type }) => type === "checkbox" || type === "radio";

export const filledOf = (root) =>
  [...root.querySelectorAll(FIELDS)].map((field) => ({
    type: field.type,
    value: field.value,
    isOn: field.checked,
    isChanged: holds(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue,
  }));

const setter = (field, name) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), name).set;

/* Put a value into a field as a user does: the app hears of it. */
export function enter(field, value) {
  setter(field, "value").call(field, value);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
}

export function fill(root, fields) {
  [...root.querySelectorAll(FIELDS)].forEach((field, at) => {
    const before = fields[at];
    if (!before || before.type !== field.type) {
      return;
    }
    if (holds(field)) {
      if (before.isOn !== field.checked) {
        field.click();
      }
    } else if (before.value !== field.value && before.value !== "") {
      enter(field, before.value);
    }
  });
}

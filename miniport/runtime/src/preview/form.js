/* What the user has filled in on a page, to be put into the page that takes its place. */

const FIELDS = "input, textarea, select";

/* What a field had when something was entered into it last: if it has that still, it is the user's and no app's. */
const entered = new WeakMap();

const holds = ({ type }) => type === "checkbox" || type === "radio";

const stateOf = (field) => (holds(field) ? field.checked : field.value);

/* Hear of what is entered: by the user, or in another frame by him. */
export function watchFields() {
  document.addEventListener("input", ({ target }) => target.matches(FIELDS) && entered.set(target, stateOf(target)), true);
}

export const filledOf = (root) =>
  [...root.querySelectorAll(FIELDS)].map((field) => ({
    type: field.type,
    value: field.value,
    isOn: field.checked,
    isEntered: entered.get(field) === stateOf(field),
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
    if (!before || !before.isEntered || before.type !== field.type) {
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

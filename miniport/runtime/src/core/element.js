/* What drawing elements have in common: their root node. */

/* The props of an element's root node: what the user wrote for it, then `more`. */
export function root(props, more) {
  const { id, style, mp, hidden } = props;
  return Object.assign({ id, class: props.class, style, mp, hidden }, more);
}

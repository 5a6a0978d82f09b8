/* What was worked out of texts that an app makes, so that it is done once. */

const MOST = 5000;

/* Note a value in a Map and return it. An app that makes ever new texts must not fill the memory with them. */
export function keep(table, text, value) {
  if (table.size >= MOST) {
    table.clear();
  }
  table.set(text, value);
  return value;
}

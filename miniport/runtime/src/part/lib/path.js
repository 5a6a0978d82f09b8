/* Reading along a path. */

export function getAt(root, keys) {
  let at = root;
  for (const key of keys) {
    if (at === null || at === undefined) {
      return undefined;
    }
    at = at[key];
  }
  return at;
}

/* Equal by value: numbers, texts, and what lists and objects hold. */
export const same = (a, b) =>
  a === b ||
  (a && b && typeof a === "object" && typeof b === "object" && Array.isArray(a) === Array.isArray(b)
    ? Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => same(a[key], b[key]))
    : a !== a && b !== b);

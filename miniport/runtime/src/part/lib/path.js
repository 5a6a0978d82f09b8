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

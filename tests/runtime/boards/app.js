App({
  seed: 1,
  kids: new Set(),
  state: {
    rows: [{ id: 1, text: "one", tags: ["a", "b"] }, { id: 2, text: "two", tags: [] }],
    label: "L",
    chosen: 2,
    nested: { deep: { word: "w" }, list: ["p", "q"] },
    groups: { x: ["1", "2"] },
  },
});

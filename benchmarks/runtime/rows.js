/* The data of all three pages. */

const WORDS = ["红茶", "绿茶", "乌龙", "普洱", "茉莉", "白茶", "黄茶", "花茶", "抹茶", "奶茶"];

let next = 1;

export const ACTIONS = ["create", "append", "update", "swap", "clear", "plant", "touch", "fell"];

/* Rows with ids of their own. */
export function rows(count) {
  return Array.from({ length: count }, () => {
    const id = next++;
    return { id, label: WORDS[id % 10] + " " + WORDS[(id * 7) % 10] + " " + id };
  });
}

/* 2,000 leaves in 50 groups. */
export const tree = () =>
  Array.from({ length: 50 }, (_, id) => ({
    id,
    leaves: Array.from({ length: 40 }, (_, leaf) => ({ id: leaf, text: "leaf " + id + "." + leaf })),
  }));

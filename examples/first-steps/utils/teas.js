/** 价格以分为单位。 */
export const teas = [
  {
    id: "longjing",
    name: "明前龙井",
    origin: "浙江 · 杭州",
    kind: "绿茶",
    price: 16800,
    unit: "50 克",
    cover: "/assets/longjing.png",
    inStock: true,
    notes: ["清明前采摘，一芽一叶", "豆香清雅，回味甘爽", "80 ℃ 水冲泡，静置两分钟"],
  },
  {
    id: "dahongpao",
    name: "武夷大红袍",
    origin: "福建 · 武夷山",
    kind: "乌龙",
    price: 23950,
    unit: "80 克",
    cover: "/assets/dahongpao.png",
    inStock: true,
    notes: ["岩骨花香，炭火慢焙", "汤色橙黄，耐泡八道", "沸水冲泡，即冲即出"],
  },
  {
    id: "dianhong",
    name: "凤庆滇红",
    origin: "云南 · 临沧",
    kind: "红茶",
    price: 8800,
    unit: "100 克",
    cover: "/assets/dianhong.png",
    inStock: true,
    notes: ["金毫显露，蜜香浓郁", "清饮或调奶皆宜", "90 ℃ 水冲泡，静置一分钟"],
  },
  {
    id: "baihao",
    name: "白毫银针",
    origin: "福建 · 福鼎",
    kind: "白茶",
    price: 32000,
    unit: "50 克",
    cover: "/assets/baihao.png",
    inStock: false,
    notes: ["只取肥壮单芽，日晒萎凋", "毫香清鲜，口感柔和", "85 ℃ 水冲泡，静置三分钟"],
  },
];

export const kinds = ["全部", ...new Set(teas.map((tea) => tea.kind))];

export function search(kind, words) {
  const wanted = words.trim();
  return teas.filter(
    (tea) =>
      (kind === kinds[0] || tea.kind === kind) &&
      (tea.name.includes(wanted) || tea.origin.includes(wanted)),
  );
}

export function find(id) {
  return teas.find((tea) => tea.id === id);
}

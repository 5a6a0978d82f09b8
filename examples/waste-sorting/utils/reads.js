/** `heat` 是看过的人数，`day` 越大越新。 */
const texts = [
  {
    id: "peel",
    title: "为什么果皮是厨余，果核却不一定？",
    lead: "果皮软、容易烂，归厨余；核桃壳这样的硬核，磨不碎，归其他。",
    cover: "/assets/read-peel.svg",
    tint: "#dcebd6",
    heat: 3200,
    day: 9,
    kind: "kitchen",
  },
  {
    id: "box",
    title: "拆快递只要三步，纸箱就能再活一次",
    lead: "撕胶带、去面单、压平。三步做完再放进蓝色桶。",
    cover: "/assets/read-box.svg",
    tint: "#efe3d2",
    heat: 5400,
    day: 8,
    kind: "recyclable",
  },
  {
    id: "lamp",
    title: "灯管碎了怎么办？先开窗",
    lead: "先开窗通风十五分钟，再戴手套，用硬纸片收起碎片。",
    cover: "/assets/read-lamp.svg",
    tint: "#f6e0d8",
    heat: 1800,
    day: 7,
    kind: "hazardous",
  },
  {
    id: "cup",
    title: "一杯奶茶要分四次扔",
    lead: "剩茶倒掉，珍珠归厨余，杯盖可回收，纸杯归其他。",
    cover: "/assets/read-cup.svg",
    tint: "#dfe8f3",
    heat: 9700,
    day: 6,
    kind: "other",
    author: { name: "小云", city: "杭州" },
  },
  {
    id: "city",
    title: "北京、上海、杭州，叫法不同，分法相同",
    lead: "湿垃圾、易腐垃圾、厨余垃圾，说的是同一桶。",
    cover: "/assets/read-city.svg",
    tint: "#d9ebe6",
    heat: 2600,
    day: 5,
  },
  {
    id: "oil",
    title: "炒菜剩的油，千万别倒进水池",
    lead: "放凉倒进空瓶，拧紧盖子，攒满一瓶交给回收点。",
    cover: "/assets/read-oil.svg",
    tint: "#f1ead0",
    heat: 4100,
    day: 4,
    kind: "kitchen",
  },
  {
    id: "peel2",
    title: "榴莲壳、椰子壳太硬，请投其他垃圾",
    lead: "处理厨余的机器打不碎它们，会卡住刀片。",
    cover: "/assets/read-peel.svg",
    tint: "#dcebd6",
    heat: 2900,
    day: 3,
    kind: "other",
  },
  {
    id: "box2",
    title: "泡沫箱收不收？看它干不干净",
    lead: "干净的泡沫箱可回收；沾了鱼腥和冰水的，归其他。",
    cover: "/assets/read-box.svg",
    tint: "#efe3d2",
    heat: 1500,
    day: 2,
    kind: "recyclable",
  },
  {
    id: "lamp2",
    title: "充电宝不能进垃圾桶",
    lead: "锂电池受压会起火，请交给社区的电池回收点。",
    cover: "/assets/read-lamp.svg",
    tint: "#f6e0d8",
    heat: 6100,
    day: 1,
    kind: "hazardous",
  },
];

export const fresh = {
  id: "fresh",
  title: "刚刚：小区里的新桶会自己称重",
  lead: "投进去多少克，桶上的小屏马上就说。",
  cover: "/assets/read-city.svg",
  tint: "#d9ebe6",
  heat: 120,
  day: 10,
};

const PAGE = 6;

/** 取到第几页为止的文章，以及后面还有没有。 */
export function upTo(page) {
  return { reads: texts.slice(0, page * PAGE), isAll: page * PAGE >= texts.length };
}

export function sorted(reads, order) {
  return [...reads].sort((a, b) => b[order] - a[order]);
}

export function find(id) {
  return id === fresh.id ? fresh : texts.find((read) => read.id === id);
}

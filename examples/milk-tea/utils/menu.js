/** 价格都以分为单位。 */
export const categories = [
  { id: "milk", name: "云顶鲜奶", lead: "现萃茶底，只用鲜牛乳" },
  { id: "fruit", name: "满杯鲜果", lead: "当天到店，现切现捣" },
  { id: "tea", name: "一口清茶", lead: "不加一粒糖也好喝" },
];

export const drinks = [
  {
    id: "yunding",
    category: "milk",
    tint: "#efe3d3",
    name: "云顶乌龙鲜奶",
    lead: "焙火乌龙配鲜牛乳，浮一层云朵奶盖",
    price: 1800,
    tag: "招牌",
    season: { label: "四季都有", since: "全年" },
  },
  {
    id: "boba",
    category: "milk",
    tint: "#ead9cb",
    name: "黑糖波波鲜奶",
    lead: "古法黑糖慢熬三小时，波波软糯弹牙",
    price: 2000,
    tag: "人气",
  },
  {
    id: "taro",
    category: "milk",
    tint: "#e6deef",
    name: "桂花芋泥鲜奶",
    lead: "荔浦芋头手捣成泥，撒一撮金桂",
    price: 2200,
    season: { label: "秋冬限定", since: "九月" },
  },
  {
    id: "grape",
    category: "fruit",
    tint: "#e3dcec",
    name: "满杯多肉葡萄",
    lead: "去皮巨峰葡萄，一杯三十颗",
    price: 2350,
    tag: "人气",
  },
  {
    id: "mango",
    category: "fruit",
    tint: "#fbe6c4",
    name: "杨枝甘露",
    lead: "芒果、西柚与西米，椰浆收口",
    price: 2400,
  },
  {
    id: "lemon",
    category: "fruit",
    tint: "#f3ecc6",
    name: "手打柠檬茶",
    lead: "香水柠檬捶打三十下",
    price: 1500,
  },
  {
    id: "jasmine",
    category: "tea",
    tint: "#dfe9d8",
    name: "茉莉清茶",
    lead: "七窨茉莉，冷泡八小时",
    price: 900,
  },
  {
    id: "chenpi",
    category: "tea",
    tint: "#ecd9cf",
    name: "陈皮普洱",
    lead: "新会八年陈皮，只做热饮",
    price: 1200,
    isSoldOut: true,
  },
].map((drink) => ({
  ...drink,
  cover: `/assets/${drink.id}.svg`,
  card: `/assets/share/${drink.id}.png`,
}));

export const sizes = [
  { id: "medium", name: "中杯", note: "500 ml", extra: 0 },
  { id: "large", name: "大杯", note: "700 ml", extra: 300 },
];

export const sugars = [
  { id: "full", name: "全糖" },
  { id: "less", name: "七分糖" },
  { id: "half", name: "五分糖" },
  { id: "little", name: "三分糖" },
  { id: "none", name: "不另外加糖" },
];

export const ices = [
  { id: "normal", name: "正常冰" },
  { id: "little", name: "少冰" },
  { id: "none", name: "去冰" },
  { id: "hot", name: "热饮" },
];

export const toppings = [
  { id: "pearl", name: "珍珠", extra: 200 },
  { id: "coconut", name: "椰果", extra: 200 },
  { id: "taro", name: "芋泥", extra: 400 },
  { id: "foam", name: "云朵奶盖", extra: 500 },
];

export const standard = { size: "medium", sugar: "less", ice: "normal", toppings: [] };

export function find(id) {
  return drinks.find((drink) => drink.id === id);
}

/** 按分类分组；只要一类时给出它的编号。 */
export function groups(category) {
  return categories
    .filter(({ id }) => !category || id === category)
    .map((found) => ({ ...found, drinks: drinks.filter((drink) => drink.category === found.id) }));
}

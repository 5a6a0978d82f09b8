/** 四类垃圾。各地的叫法不同，分法相同。 */
export const kinds = [
  { id: "recyclable", names: ["可回收物", "可回收物", "可回收物"], lead: "洗净、压扁、捆好", bin: "蓝色桶" },
  { id: "hazardous", names: ["有害垃圾", "有害垃圾", "有害垃圾"], lead: "轻放，别打碎", bin: "红色桶" },
  { id: "kitchen", names: ["厨余垃圾", "湿垃圾", "易腐垃圾"], lead: "沥干水，去掉包装", bin: "绿色桶" },
  { id: "other", names: ["其他垃圾", "干垃圾", "其他垃圾"], lead: "扎紧袋口再投", bin: "灰色桶" },
];

export const cities = ["北京", "上海", "杭州"];

export const items = [
  {
    id: "bottle",
    name: "矿泉水瓶",
    kind: "recyclable",
    also: ["塑料瓶", "饮料瓶"],
    tip: "倒空、压扁，瓶盖拧回去一起投。",
  },
  { id: "carton", name: "快递纸箱", kind: "recyclable", also: ["纸盒", "瓦楞纸"], tip: "撕掉胶带与面单，拆开压平。" },
  { id: "can", name: "易拉罐", kind: "recyclable", also: ["铝罐"], tip: "冲洗干净，踩扁。" },
  { id: "newspaper", name: "旧报纸", kind: "recyclable", also: ["书本"], tip: "保持干燥，捆好。" },
  {
    id: "clothes",
    name: "旧衣服",
    kind: "recyclable",
    also: ["衣物"],
    tip: "洗净叠好，投进旧衣回收箱。",
    place: { name: "旧衣回收箱" },
  },
  { id: "glass", name: "玻璃杯", kind: "recyclable", also: ["玻璃瓶"], tip: "碎玻璃先用纸包好，写上“碎玻璃”。" },
  {
    id: "battery",
    name: "纽扣电池",
    kind: "hazardous",
    also: ["充电电池"],
    tip: "用透明胶贴住两极，别和普通电池混在一起。",
    place: { name: "社区电池回收点" },
  },
  { id: "lamp", name: "节能灯", kind: "hazardous", also: ["荧光灯管"], tip: "套上原来的纸盒，轻拿轻放。" },
  {
    id: "medicine",
    name: "过期药品",
    kind: "hazardous",
    also: ["药片", "胶囊"],
    tip: "连同包装一起投，别倒进下水道。",
    place: { name: "药店回收箱" },
  },
  {
    id: "thermometer",
    name: "水银体温计",
    kind: "hazardous",
    also: ["温度计"],
    tip: "放回硬盒，碎了先用胶带粘走水银珠。",
  },
  { id: "polish", name: "指甲油", kind: "hazardous", also: ["洗甲水"], tip: "拧紧盖子，连瓶投放。" },
  { id: "leftovers", name: "剩饭剩菜", kind: "kitchen", also: ["剩菜"], tip: "沥干汤水再倒，袋子另投。" },
  { id: "peel", name: "香蕉皮", kind: "kitchen", also: ["果皮", "橘子皮"], tip: "直接投，记得撕掉贴标。" },
  { id: "tea", name: "茶叶渣", kind: "kitchen", also: ["茶包"], tip: "茶包要剪开，线和标签另投。" },
  { id: "egg", name: "鸡蛋壳", kind: "kitchen", also: ["蛋壳"], tip: "直接投。" },
  { id: "fishbone", name: "鱼骨头", kind: "kitchen", also: ["鱼刺"], tip: "小骨头算这一类，大棒骨不算。" },
  { id: "bigbone", name: "大棒骨", kind: "other", also: ["猪骨", "牛骨"], tip: "太硬，机器打不碎，所以不算厨余。" },
  { id: "tissue", name: "用过的纸巾", kind: "other", also: ["餐巾纸", "卫生纸"], tip: "遇水就化，不能再造纸。" },
  {
    id: "cup",
    name: "奶茶杯",
    kind: "other",
    also: ["纸杯", "奶茶"],
    tip: "先倒掉剩茶；珍珠归厨余，杯盖洗净可回收。",
  },
  { id: "cigarette", name: "烟头", kind: "other", also: ["烟蒂"], tip: "确认完全熄灭。" },
  { id: "diaper", name: "纸尿裤", kind: "other", also: ["尿不湿"], tip: "卷紧粘好再投。" },
  { id: "ceramic", name: "破碗碟", kind: "other", also: ["陶瓷", "花盆"], tip: "用厚纸包住，别划伤收运的人。" },
];

export const hot = ["奶茶杯", "大棒骨", "纽扣电池", "快递纸箱", "过期药品", "香蕉皮"];

/** 名称里有这个词的在前，别名里有的在后。 */
export function suggest(words) {
  const wanted = words.trim();
  if (!wanted) {
    return [];
  }
  const named = items.filter(({ name }) => name.includes(wanted));
  const also = items.filter((item) => !named.includes(item) && item.also.some((name) => name.includes(wanted)));
  return [...named, ...also];
}

export function find(id) {
  return items.find((item) => item.id === id);
}

export function named(name) {
  return items.find((item) => item.name === name);
}

export function ofKind(kind) {
  return items.filter((item) => item.kind === kind);
}

/** 一类垃圾在某个城市的样子。 */
export function kindIn(id, city) {
  const kind = kinds.find((found) => found.id === id);
  return kind && { ...kind, name: kind.names[city], cover: `/assets/${id}.svg`, card: `/assets/share/${id}.png` };
}

export function kindsIn(city) {
  return kinds.map(({ id }) => kindIn(id, city));
}

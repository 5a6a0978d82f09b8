import { cities, hot, kindsIn, named, suggest } from "../../utils/waste";
import { readCity, writeCity } from "../../utils/store";

const TIPS = [
  { id: "bins", cover: "/assets/tip-bins.svg", title: "先分开，再投放", lead: "四个桶，四种颜色" },
  { id: "bottle", cover: "/assets/tip-bottle.svg", title: "瓶子先倒空", lead: "压扁以后省一半地方" },
  { id: "battery", cover: "/assets/tip-battery.svg", title: "电池单独投", lead: "红色桶，轻轻放" },
];

Page({
  data: {
    tips: TIPS,
    tip: 0,
    hot,
    cities,
    city: 0,
    kinds: kindsIn(0),
    words: "",
    asked: "",
    found: [],
  },

  onLoad() {
    this.show(readCity());
  },

  onTip(event) {
    this.setData({ tip: event.detail.current });
  },

  onCity(event) {
    const city = Number(event.detail.value);
    writeCity(city);
    this.show(city);
  },

  onInput(event) {
    this.search(event.detail.value);
  },

  onConfirm(event) {
    const found = suggest(event.detail.value);
    if (found.length) {
      this.onOpen(found[0].id);
    }
  },

  onClear() {
    this.search("");
  },

  onHot(event) {
    this.onOpen(named(event.currentTarget.dataset.name).id);
  },

  onKind(event) {
    my.navigateTo({ url: `/pages/kind/kind?kind=${event.currentTarget.dataset.kind}` });
  },

  onOpen(id) {
    my.navigateTo({ url: `/pages/item/item?id=${id}` });
  },

  onPoints() {
    my.navigateTo({ url: "/pages/points/points" });
  },

  search(words) {
    const asked = words.trim();
    this.setData({ words, asked, found: suggest(asked) });
  },

  show(city) {
    this.setData({ city, kinds: kindsIn(city) });
  },

  onShareAppMessage() {
    return {
      title: "这是什么垃圾？一查就知道",
      desc: "四个桶，分得清",
      path: "/pages/search/search",
      imageUrl: "/assets/share/search.png",
    };
  },
});

import { find, kindIn, ofKind } from "../../utils/waste";
import { readCity, remember } from "../../utils/store";

Page({
  data: {
    item: null,
    kind: null,
    city: 0,
    from: "",
    others: [],
  },

  onLoad(query) {
    const city = readCity();
    const item = find(query.id);
    if (!item) {
      return;
    }
    remember(item.id);
    const others = ofKind(item.kind).filter(({ id }) => id !== item.id);
    this.setData({ item, kind: kindIn(item.kind, city), city, from: query.from || "", others: others.slice(0, 3) });
  },

  onOpen(id) {
    my.redirectTo({ url: `/pages/item/item?id=${id}` });
  },

  onShareAppMessage() {
    const { item, kind } = this.data;
    return {
      title: item ? `${item.name}是${kind.name}` : "分得清",
      desc: item ? item.tip : "四个桶，分得清",
      path: item ? `/pages/item/item?id=${item.id}&from=${encodeURIComponent("朋友")}` : "/pages/search/search",
      imageUrl: kind ? kind.card : "/assets/share/search.png",
    };
  },
});

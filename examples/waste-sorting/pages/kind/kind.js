import { kindIn, ofKind } from "../../utils/waste";
import { readCity } from "../../utils/store";

Page({
  data: {
    kind: null,
    city: 0,
    rows: [],
  },

  onLoad(query) {
    const city = readCity();
    this.setData({ kind: kindIn(query.kind, city) || null, city, rows: ofKind(query.kind) });
  },

  onReady() {
    const { kind } = this.data;
    if (kind) {
      my.setNavigationBar({ title: kind.name });
    }
  },

  onOpen(id) {
    my.navigateTo({ url: `/pages/item/item?id=${id}` });
  },

  onTurn() {
    this.setData({ rows: [...this.data.rows].reverse() });
  },
});

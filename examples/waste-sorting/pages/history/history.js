import { find, kindsIn } from "../../utils/waste";
import { forget, isKept, keep, readCity, readHistory } from "../../utils/store";

Page({
  data: {
    city: 0,
    isKept: true,
    rows: [],
    shares: [],
  },

  onShow() {
    this.show();
  },

  onKeep(event) {
    keep(event.detail.value);
    this.setData({ isKept: event.detail.value });
  },

  onOpen(id) {
    my.navigateTo({ url: `/pages/item/item?id=${id}` });
  },

  onClear() {
    my.confirm({
      title: "清空查过的？",
      content: "清空以后找不回来",
      confirmButtonText: "清空",
      cancelButtonText: "算了",
      success: ({ confirm }) => {
        if (confirm) {
          forget();
          this.show();
        }
      },
    });
  },

  show() {
    const city = readCity();
    const rows = readHistory().map(find).filter(Boolean);
    const shares = kindsIn(city).map((kind) => {
      const count = rows.filter((row) => row.kind === kind.id).length;
      return { id: kind.id, name: kind.name, count, percent: rows.length ? (count * 100) / rows.length : 0 };
    });
    this.setData({ city, rows, shares, isKept: isKept() });
  },
});

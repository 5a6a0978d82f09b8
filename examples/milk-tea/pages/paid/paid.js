import { readOrders } from "../../utils/store";

Page({
  data: {
    order: {},
    isDemo: false,
  },

  onLoad(query) {
    this.setData({
      order: readOrders().find(({ no }) => no === query.no) || {},
      isDemo: my.getStorageSync({ key: "demo" }).data === true,
    });
  },

  onMenu() {
    my.switchTab({ url: "/pages/menu/menu" });
  },

  onMine() {
    my.switchTab({ url: "/pages/mine/mine" });
  },
});

import { find } from "../../utils/menu";
import { readOrders } from "../../utils/store";

Page({
  data: {
    orders: [],
    favourite: find("yunding"),
    coupons: "",
  },

  onShow() {
    this.setData({ orders: readOrders() });
  },

  onOpen(id) {
    my.navigateTo({ url: `/pages/drink/drink?id=${id}` });
  },

  onCoupons() {
    my.openVoucherList({
      success: () => this.setData({ coupons: "券包已打开" }),
      fail: ({ errorMessage }) => this.setData({ coupons: `没有打开：${errorMessage}` }),
    });
  },

  onNotice() {
    my.navigateTo({ url: "/pages/notice/notice" });
  },

  onAbout() {
    my.navigateTo({ url: "/pages/about/about" });
  },
});

import { readCart } from "./utils/store";
import { total } from "./utils/cart";

App({
  globalData: {
    errors: [],
  },

  onLaunch() {
    this.badge();
  },

  onError(error) {
    this.globalData.errors.push(String(error));
  },

  /** 让“购物车”页签上的数字与存下的购物车一致。 */
  badge() {
    if (!my.canIUse("setTabBarBadge") || !my.canIUse("removeTabBarBadge")) {
      return;
    }
    const { count } = total(readCart());
    if (count) {
      my.setTabBarBadge({ index: 1, text: String(count) });
    } else {
      my.removeTabBarBadge({ index: 1 });
    }
  },
});

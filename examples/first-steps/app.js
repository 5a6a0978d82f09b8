App({
  globalData: {
    // 茶的编号 -> 数量
    cart: {},
  },

  add(id, count) {
    const { cart } = this.globalData;
    cart[id] = (cart[id] || 0) + count;
  },

  total() {
    const { cart } = this.globalData;
    return Object.keys(cart).reduce((sum, id) => sum + cart[id], 0);
  },
});

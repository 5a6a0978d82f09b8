App({
  globalData: {
    errors: [],
  },

  onError(error) {
    this.globalData.errors.push(String(error));
  },
});

Page({
  data: {
    state: "loading",
    points: [],
    why: "",
  },

  onLoad() {
    this.load();
  },

  onRetry() {
    this.load();
  },

  async load() {
    this.setData({ state: "loading" });
    try {
      const { data } = await my.request({ url: "https://waste.example.com/points.json", timeout: 8000 });
      this.setData({ state: "ready", points: data.points || [] });
    } catch ({ error }) {
      this.setData({ state: "trouble", why: `错误码 ${error}` });
    }
  },
});

Component({
  data: { rows: [], label: "", chosen: 0, nested: {}, groups: {} },
  onInit() {
    this.setData(getApp().state);
  },
  ref() {
    return this;
  },
});

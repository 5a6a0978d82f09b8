Component({
  data: { seen: "" },
  props: { text: "" },
  deriveDataFromProps({ text }) {
    if (this.data.seen !== text) {
      this.setData({ seen: text });
    }
  },
});

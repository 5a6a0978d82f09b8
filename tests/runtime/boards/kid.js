Component({
  data: { own: [{ id: 1, text: "o" }, { id: 2, text: "p" }], turned: 0 },
  props: { text: "", rows: [] },
  didMount() {
    getApp().kids.add(this);
  },
  didUnmount() {
    getApp().kids.delete(this);
  },
});

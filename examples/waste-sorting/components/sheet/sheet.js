Component({
  props: {
    title: "",
    rows: [],
  },
});

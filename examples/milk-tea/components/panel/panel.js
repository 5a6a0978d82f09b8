Component({
  props: {
    title: "",
  },
});

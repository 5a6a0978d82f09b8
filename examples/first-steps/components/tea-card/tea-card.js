Component({
  props: {
    name: "",
    origin: "",
    cover: "",
  },
});

Component({
  props: { title: "", note: "", onTap() {} },

  methods: {
    tap() {
      this.props.onTap(this.props.title);
    },
  },
});

/** 一组选项。单选与多选都由用它的页面决定，这里只说选了哪一个。 */
Component({
  props: {
    title: "",
    hint: "",
    options: [],
    chosen: [],
    onChoose() {},
  },

  methods: {
    onTap(event) {
      this.props.onChoose(event.currentTarget.dataset.id);
    },
  },
});

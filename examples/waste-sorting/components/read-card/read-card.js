/** 一篇文章的卡片。展开的标题和提要跟着这一篇走，换了次序也不丢。 */
Component({
  data: {
    isOpen: false,
  },

  props: {
    read: {},
    isLiked: false,
    onOpen() {},
    onLike() {},
  },

  methods: {
    onTap() {
      this.props.onOpen(this.props.read.id);
    },

    onLikeTap() {
      this.props.onLike(this.props.read.id);
    },

    onMoreTap() {
      this.setData({ isOpen: !this.data.isOpen });
    },
  },
});

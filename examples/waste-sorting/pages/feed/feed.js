import { fresh, sorted, upTo } from "../../utils/reads";
import { readLikes, writeLikes } from "../../utils/store";

Page({
  data: {
    order: "day",
    page: 1,
    isFresh: false,
    isAll: false,
    reads: [],
    likes: [],
  },

  onLoad() {
    this.show({});
  },

  onShow() {
    this.setData({ likes: readLikes() });
  },

  onOrder(event) {
    this.show({ order: event.currentTarget.dataset.order });
  },

  onPullDownRefresh() {
    this.show({ isFresh: true });
    my.stopPullDownRefresh();
  },

  onReachBottom() {
    if (!this.data.isAll) {
      this.show({ page: this.data.page + 1 });
    }
  },

  onOpen(id) {
    my.navigateTo({ url: `/pages/article/article?id=${id}` });
  },

  onLike(id) {
    const kept = this.data.likes.filter((liked) => liked !== id);
    const likes = kept.length < this.data.likes.length ? kept : [...kept, id];
    writeLikes(likes);
    this.setData({ likes });
  },

  show(changed) {
    const { order, page, isFresh } = { ...this.data, ...changed };
    const { reads, isAll } = upTo(page);
    const all = isFresh ? [fresh, ...reads] : reads;
    this.setData({ order, page, isFresh, isAll, reads: sorted(all, order) });
  },
});

import { total } from "../../utils/cart";
import { readCart, readOrders, writeCart, writeOrders } from "../../utils/store";

const TIMES = ["尽快（约 8 分钟）", "12:00", "12:30", "13:00", "15:30", "18:00"];

const blank = { mode: "pickup", time: 0, isInvoiced: false, words: 0, problem: "" };

Page({
  data: {
    lines: [],
    total: total([]),
    times: TIMES,
    isPaying: false,
    ...blank,
  },

  onLoad() {
    const lines = readCart();
    this.setData({ lines, total: total(lines) });
  },

  onMode(event) {
    this.setData({ mode: event.detail.value });
  },

  onTime(event) {
    this.setData({ time: event.detail.value });
  },

  onInvoice(event) {
    this.setData({ isInvoiced: event.detail.value });
  },

  onNote(event) {
    this.setData({ words: event.detail.value.length });
  },

  onReset() {
    this.setData(blank);
  },

  onSubmit(event) {
    const form = event.detail.value;
    const problem = this.problem(form);
    this.setData({ problem });
    if (!problem) {
      this.pay(form);
    }
  },

  problem({ name, phone, address, title }) {
    const { mode, isInvoiced } = this.data;
    if (!name) {
      return "请填写取餐人";
    }
    if (!/^1\d{10}$/.test(phone)) {
      return "手机号应为 11 位数字";
    }
    if (mode === "delivery" && !address) {
      return "请填写送到哪里";
    }
    return isInvoiced && !title ? "请填写发票抬头" : "";
  },

  pay(form) {
    const { lines, time, mode } = this.data;
    const orders = readOrders();
    const no = `A${String(orders.length + 1).padStart(3, "0")}`;
    this.setData({ isPaying: true });
    my.tradePay({
      // 真实项目里由自己的服务端下单后给出。
      tradeNO: `2026${no}`,
      success: ({ resultCode }) => {
        if (resultCode !== "9000") {
          this.setData({ problem: "支付已取消，订单还在，可以再付一次" });
          return;
        }
        const order = {
          no,
          name: form.name,
          note: form.note,
          time: TIMES[time],
          mode,
          // Joined by spaces that do not break: a count never stands on a line of its own.
          words: lines.map((line) => `${line.name}\u00a0×\u00a0${line.count}`).join("，"),
          pay: this.data.total.pay,
        };
        writeOrders([order, ...orders]);
        writeCart([]);
        my.redirectTo({ url: `/pages/paid/paid?no=${no}` });
      },
      fail: ({ errorMessage }) => this.setData({ problem: `没有付成：${errorMessage}` }),
      complete: () => this.setData({ isPaying: false }),
    });
  },
});

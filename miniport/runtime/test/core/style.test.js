import assert from "node:assert/strict";
import test from "node:test";
import { fixSizes, rpx, style } from "../../src/part/style.js";

test("750rpx is the width of the window, and a size is never one unit short", () => {
  assert.equal(rpx(750), "100vw");
  assert.equal(rpx(20), "2.666667vw");
  assert.equal(rpx(-1), "-0.133334vw");
  assert.equal(rpx(0), "0vw");
});

test("rpx is turned in lengths only", () => {
  assert.equal(style("width: 20rpx; margin:-1.5rpx 0"), "width: 2.666667vw; margin:-0.2vw 0");
  assert.equal(style('content: "10rpx"; background: url(a10rpx.png)'), 'content: "10rpx"; background: url(a10rpx.png)');
  assert.equal(style("--a10rpx: 1"), "--a10rpx: 1");
});

test("a screen ends where the bars begin", () => {
  assert.equal(style("height:calc(100vh - 20rpx);--vh:1"), "height:calc(calc(var(--mp-vh,1vh)*100) - 2.666667vw);--vh:1");
  assert.equal(style({ minHeight: "50vh" }), "min-height:calc(var(--mp-vh,1vh)*50)");
});

test("an object has camelCase names; what is nothing is left out", () => {
  assert.equal(style({ fontSize: "20rpx", WebkitLineClamp: 2, color: undefined }), "font-size:2.666667vw;-webkit-line-clamp:2");
  assert.equal(style(undefined), "");
  assert.equal(style(null), "");
});

test("an app that is not responsive has two rpx in a pixel", () => {
  fixSizes(true);
  assert.equal(style("width:20rpx"), "width:10px");
  fixSizes(false);
});

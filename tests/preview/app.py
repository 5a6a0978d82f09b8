"""The app that the tests of the preview show: two pages, a component, a form, requests, storage."""

from __future__ import annotations

import json

HOME = """
import { twice } from "../../utils/twice";

Page({
  data: { count: 0, name: "", answer: "", code: "" },
  onLoad(query) { this.setData({ from: query.from || "none", scene: getApp().scene }); },
  onShow() { console.log("home is shown", { count: this.data.count }); },
  add() { this.setData({ count: this.data.count + 1 }); },
  type(event) { this.setData({ name: event.detail.value }); },
  next() { my.navigateTo({ url: "/pages/next/next?id=" + twice(4) }); },
  keep() { my.setStorageSync({ key: "kept", data: { count: this.data.count } }); },
  ask() {
    my.request({
      url: "https://api.example.com/tea?size=1",
      success: ({ data }) => this.setData({ answer: data.tea }),
      fail: ({ error }) => this.setData({ answer: "failed " + error }),
    });
  },
  enter() {
    my.getAuthCode({
      scopes: "auth_base",
      success: ({ authCode }) => this.setData({ code: authCode }),
      fail: ({ error }) => this.setData({ code: "failed " + error }),
    });
  },
  fail() { throw new Error("tea is cold"); },
});
"""
HOME_TEMPLATE = """
<view class="title">count {{count}}</view>
<view class="add" onTap="add">add</view>
<input class="field" value="{{name}}" onInput="type" />
<view class="name">{{name}}</view>
<view class="next" onTap="next">next</view>
<view class="keep" onTap="keep">keep</view>
<view class="ask" onTap="ask">ask</view>
<view class="answer">{{answer}}</view>
<view class="enter" onTap="enter">enter</view>
<view class="code">{{code}}</view>
<view class="fail" onTap="fail">fail</view>
<view class="from">{{from}} {{scene}}</view>
<view class="row" a:for="{{['milk']}}">no {{item}}</view>
<note word="{{name || 'hello'}}" />
"""
NOTE = 'Component({ props: { word: "" }, data: { mark: "!" } });\n'
NEXT = "Page({ onLoad({ id }) { this.setData({ id }); } });\n"

APP: dict[str, str] = {
    "app.json": json.dumps(
        {"pages": ["pages/home/home", "pages/next/next"], "window": {"defaultTitle": "Tea"}}
    ),
    "app.js": "App({ onLaunch({ scene }) { this.scene = scene; } });\n",
    "app.acss": "page { background: #fff; }\n",
    "miniport.yaml": "name: tea\ntargets: {weibo: {appId: '12345678'}}\n",
    "utils/twice.js": "export const twice = (number) => number * 2;\n",
    "pages/home/home.json": json.dumps({"usingComponents": {"note": "/components/note/note"}}),
    "pages/home/home.js": HOME,
    "pages/home/home.axml": HOME_TEMPLATE,
    "pages/home/home.acss": ".title { color: rgb(0, 0, 255); font-size: 20px; }\n"
    "@media (prefers-color-scheme: dark) { .title { color: rgb(255, 0, 0); } }\n",
    "pages/next/next.js": NEXT,
    "pages/next/next.axml": '<view class="id">id {{id}}</view>\n',
    "components/note/note.json": '{"component": true}',
    "components/note/note.js": NOTE,
    "components/note/note.axml": '<view class="note">{{word}}{{mark}}</view>\n',
}

// Runs the examples of docs/weibo.md: node examples.mjs CALLS. CALLS is JSON: [[text of a module, options, api], ...].
// Prints one JSON line per call: [what came back, null] or [null, what was thrown], and what was asked on the way.
const calls = JSON.parse(process.argv[2]);
const SERVER = {
  "pay/start": { state: "paid" },
  phone: { response: "encrypted" },
  user: { nickName: "阿微", avatar: "https://example.com/a.png" },
  moderate: { result: { action: "PASSED" } },
  subscriptions: { subscribed: true },
};
let asked = [];

globalThis.my = {
  async request({ url }) {
    asked.push(url.replace("https://api.example.com/", ""));
    return { data: SERVER[url.replace("https://api.example.com/", "")] };
  },
  async getAuthCode() {
    return { authCode: "code" };
  },
  async navigateTo({ url }) {
    asked.push(url);
    return {};
  },
};

const host = {
  name: "weibo",
  has: () => true,
  async call(name) {
    asked.push(name);
    return { login: { code: "code" }, wbGetWeiboUser: { uid: "1" } }[name];
  },
};

for (const [text, options, api] of calls) {
  asked = [];
  const { default: adapter } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  const ended = await adapter(options, { host, dialect: "alipay", api }).then(
    (value) => [value, null],
    (error) => [null, error],
  );
  console.log(JSON.stringify([...ended, asked]));
}

/* The words of the page, in English and Chinese. */

const WORDS = {
  page: ["Page", "页面"],
  query: ["Query", "参数"],
  scene: ["Scene", "场景值"],
  go: ["Open", "打开"],
  restart: ["Restart", "重启"],
  linked: ["Linked", "联动"],
  linkedHint: ["Do in every phone what is done in one, and compare what they show", "在一部手机上的操作会在其他手机上重放，并比较显示内容"],
  device: ["Device", "设备"],
  system: ["System", "系统"],
  text: ["Text size", "字号"],
  dark: ["Dark", "深色"],
  network: ["Network", "网络"],
  fast: ["Online", "正常"],
  slow: ["Slow", "慢速"],
  off: ["Off", "断网"],
  mocks: ["Mocks", "模拟数据"],
  blocked: ["blocked", "已拦截"],
  notInHosts: ["not in dev.hosts", "不在 dev.hosts 中"],
  notLoaded: ["{kind} not loaded: {url} ({reason})", "{kind}未加载：{url}（{reason}）"],
  picture: ["picture", "图片"],
  font: ["font", "字体"],
  media: ["sound or film", "音视频"],
  sheet: ["style sheet", "样式表"],
  framed: ["page", "网页"],
  request: ["request", "请求"],
  addHost: ["To let the app reach it, add", "如需允许访问，请添加"],
  addMock: ["To answer it here, add (what it is to give goes into success)", "如需在此应答，请添加（返回内容写在 success 中）"],
  shot: ["Screenshot", "截图"],
  language: ["中文", "English"],
  console: ["Console", "控制台"],
  requests: ["Network", "网络"],
  calls: ["API", "API"],
  bridge: ["Bridge", "桥"],
  tree: ["Components", "组件"],
  storage: ["Storage", "存储"],
  stack: ["Pages", "页面栈"],
  findings: ["Findings", "问题"],
  compare: ["Compare", "对比"],
  clear: ["Clear", "清空"],
  record: ["Record as mocks", "录制为 mock"],
  recorded: ["Written to {path}", "已写入 {path}"],
  nothingRecorded: ["Nothing to record yet", "还没有可录制的内容"],
  good: ["good", "成功"],
  bad: ["failed", "失败"],
  open: ["not done yet", "进行中"],
  nothing: ["Nothing yet", "暂无内容"],
  noFindings: ["No findings", "没有问题"],
  noneHere: ["Nothing about this page", "当前页面没有问题"],
  errors: ["{count} error|{count} errors", "{count} 个错误"],
  warnings: ["{count} warning|{count} warnings", "{count} 个警告"],
  notes: ["{count} note|{count} notes", "{count} 条提示"],
  places: ["{count} place|{count} places", "{count} 处"],
  comma: [", ", "，"],
  inAll: ["in all {tally}", "共 {tally}"],
  moreErrors: ["{count} more place with an error: Findings|{count} more places with errors: Findings", "另有 {count} 处错误：见“问题”"],
  onlyPage: ["Only this page", "仅当前页面"],
  add: ["Add", "添加"],
  remove: ["Remove", "删除"],
  key: ["Key", "键"],
  value: ["Value (JSON)", "值（JSON）"],
  data: ["data", "data"],
  props: ["props", "props"],
  apply: ["setData", "setData"],
  notJson: ["That is not JSON", "不是合法的 JSON"],
  point: ["Show", "指出"],
  openEditor: ["Open in editor", "在编辑器中打开"],
  dismiss: ["Dismiss", "关闭"],
  newError: ["An error that was not there before", "本次修改后新增的错误"],
  failed: ["The build failed. Dismiss shows the last good one", "构建失败。关闭此提示可查看上一次成功的结果"],
  thrown: ["The app threw an error", "应用抛出了错误"],
  silent: ["The app does not answer", "应用没有响应"],
  silentWhy: ["It has said nothing for several seconds: a loop that does not end, work that takes as long, or a breakpoint.", "应用已有数秒没有任何响应：可能有死循环、耗时过长的运算，或停在断点上。"],
  silentHelp: ["Mend the code and save, or start the app again.", "请修改代码并保存，或重启应用。"],
  starting: ["starting", "启动中"],
  running: ["running", "运行中"],
  lost: ["The server has gone. Start it again.", "服务已断开，请重新启动。"],
  same: ["Both show the same", "显示内容一致"],
  differ: ["{count} difference|{count} differences", "{count} 处不同"],
  compareNow: ["Compare now", "立即对比"],
  mocked: ["mock", "模拟"],
  style: ["style", "样式"],
  template: ["template", "模板"],
  script: ["script", "脚本"],
  settings: ["settings", "配置"],
  asset: ["asset", "资源"],
  app: ["app started again", "应用已重启"],
  nothingChanged: ["nothing to change", "无变化"],
  resize: ["Size of the panel", "面板大小"],
  args: ["args", "参数"],
  result: ["result", "结果"],
  body: ["body", "内容"],
  headers: ["headers", "响应头"],
  pageTitle: ["Preview", "预览"],
};

let language = 0;

export const isChinese = () => language === 1;

export function speak(name) {
  language = name === "zh" ? 1 : 0;
  document.documentElement.lang = language ? "zh-Hans" : "en";
}

/* What a finding says, in the language of the page: {message, help}. */
export const wordsOf = ({ said }) => said[isChinese() ? "zh" : "en"];

/* A text of the page; `{name}` stands for a member of `values`. Of two texts the first is for a count of one. */
export function say(key, values) {
  const [one, many = one] = (WORDS[key] ? WORDS[key][language] : key).split("|");
  const text = values && values.count === 1 ? one : many;
  return text.replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all));
}

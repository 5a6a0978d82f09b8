// Content for tests: connects the host piece, keeps what it is told and every message that reaches the window.
(function () {
  const told = [];
  const raw = [];
  window.addEventListener("message", (event) => raw.push(event.data));
  const note = (name) => (value) => void told.push(value === undefined ? [name] : [name, value]);
  const app = { show: note("show"), hide: note("hide"), theme: note("theme"), unload: note("unload") };
  window.content = { told, raw, errors: [] };
  const settings = Object.assign({ name: "weibo" }, JSON.parse(localStorage.getItem("settings") || "{}"));
  const host = window.pieces["miniport:host/weibo"].default({ host: settings }, app);
  window.content.launch = host.launch(location.hash.slice(1));
  window.content.address = location.hash;
  history.replaceState(null, "", "#/" + window.content.launch.path);
  window.content.host = host;
  window.content.ready = host.ready();
  host.on("custom", (event) => told.push(["custom", event]));
  window.content.call = (member, args) =>
    host.call(member, args).then(
      (value) => ["ok", value],
      (error) => ["fail", error],
    );
  window.content.api = (name, options) =>
    host.apis[name](options).then(
      (value) => ["ok", value],
      (error) => ["fail", error],
    );
})();

// The web view's half of the probe: asks the logic thread, tries what crosses the bridge, and shows the YAML.

(function () {
  "use strict";

  const PATH = location.hash.replace(/^#\/?/, "").split("?")[0] || "pages/index/index";
  const IS_FIRST = PATH === "pages/index/index";
  const SIZES = [16, 64, 256, 1024, 4096];
  const { attempt, describe, keep, patience: PATIENCE } = window.probe;
  const waiting = {};
  const raw = [];
  const seen = { origin: [], back: "not tried: press the back key once, then look at the probe again" };
  let next = 1;
  let facts = null;

  window.addEventListener("message", (event) => {
    const data = event.data;
    if (!data || data.probe !== 1) return;
    if (seen.origin.indexOf(event.origin) < 0) seen.origin.push(event.origin);
    seen.isParent = event.source === window.parent;
    raw.push(data);
    if (waiting[data.id]) waiting[data.id](data);
  });

  function post(message) {
    window.parent.postMessage(Object.assign({ probe: 1 }, message), "*");
  }

  /** Ask the logic thread; null where it does not answer in time. */
  function ask(message, patience) {
    const id = next;
    next += 1;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), patience || PATIENCE);
      waiting[id] = (data) => {
        clearTimeout(timer);
        resolve(data);
      };
      post(Object.assign({ id }, message));
    });
  }

  function pause(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** Return the largest size in KiB that comes through, and what came instead of the next one. */
  function largest(send) {
    return SIZES.reduce(
      (before, size) =>
        before.then((found) => {
          if (found.next) return found;
          return send(size * 1024).then((is) => (is ? { size } : { size: found.size, next: size }));
        }),
      Promise.resolve({ size: 0 }),
    ).then(({ size, next: missed }) => size + " KiB" + (missed ? ", not " + missed + " KiB" : " and more"));
  }

  const up = (length) =>
    ask({ ask: "up", text: new Array(length + 1).join("x") }).then((data) => Boolean(data) && data.length === length);
  const down = (length) =>
    ask({ ask: "down", length }).then((data) => Boolean(data) && String(data.text).length === length);

  function twice() {
    return ask({ ask: "twice" })
      .then(() => pause(300))
      .then(() => raw.filter((data) => data.turn).map((data) => data.turn).join(", ") || "neither");
  }

  /** Find out whether the back key comes as a step of history or closes the page. */
  function back() {
    const mark = keep + "open";
    if (attempt(() => localStorage.getItem(mark), null) === "1") seen.back = "the page was closed without a step of history";
    attempt(() => localStorage.setItem(mark, "1"));
    window.addEventListener("popstate", () => {
      seen.back = "a step of history (popstate)";
      attempt(() => localStorage.removeItem(mark));
      show();
    });
  }

  function show() {
    if (!facts) return;
    const text = window.probe.yaml(facts, seen, IS_FIRST);
    const area = document.getElementById("yaml");
    if (area.value === text) return;
    area.value = text;
    const { section, hookLines } = window.probe;
    const kept = JSON.stringify(section("Second page: hooks", hookLines(facts)));
    if (!IS_FIRST) attempt(() => localStorage.setItem(keep + "second", kept));
  }

  function refresh() {
    return ask({ ask: "facts" }).then((data) => {
      if (data) facts = JSON.parse(data.facts);
      show();
    });
  }

  function add(tag, parent, text) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function copy() {
    const area = document.getElementById("yaml");
    console.log(area.value);
    area.select();
    attempt(() => document.execCommand("copy"));
  }

  function tries(parent) {
    Object.keys(facts.plan)
      .filter((name) => facts.plan[name].isAsked && facts.kinds[name] === "function")
      .forEach((name) => {
        const button = add("button", parent, name);
        button.addEventListener("click", () => {
          button.disabled = true;
          post({ ask: "call", name });
          // An answer may need the person; the text follows when it comes.
          [200, 1000, 4000, 12000, 30000].forEach((ms) => setTimeout(refresh, ms));
        });
      });
  }

  function draw() {
    add("h1", document.body, "miniport probe");
    const state = add("p", document.body, "正在探测… · probing");
    state.id = "state";
    add("p", document.body, "点按下列按钮可逐项尝试（会弹出界面或请求权限）。· Each button tries one more thing.");
    const box = add("div", document.body);
    box.className = "tries";
    const again = add("button", document.body, "复制 · copy");
    again.id = "copy";
    again.addEventListener("click", copy);
    const area = add("textarea", document.body);
    area.id = "yaml";
    area.readOnly = true;
    area.setAttribute("aria-label", "YAML");
    return { state, box };
  }

  function measured(name, promise) {
    return promise.then((value) => {
      seen[name] = value;
    });
  }

  function run() {
    const { state, box } = draw();
    window.probe.look(seen);
    back();
    refresh()
      .then(() => {
        if (!facts) throw new Error("no answer");
        tries(box);
        if (IS_FIRST) post({ ask: "start" });
      })
      .then(() => measured("values", ask({ ask: "values" }).then((data) => (data ? describe(data.values) : "lost"))))
      .then(() => measured("twice", twice()))
      .then(() => measured("up", largest(up)))
      .then(() => measured("down", largest(down)))
      .then(() => measured("file", window.probe.localFile()))
      .then(() => measured("module", window.probe.moduleScript()))
      .then(() => pause(1000))
      .then(refresh)
      .then(
        () => {
          state.textContent = "完成 · done";
          console.log(document.getElementById("yaml").value);
        },
        () => {
          state.textContent = "逻辑线程没有应答，请截图反馈。· The logic thread does not answer.";
        },
      );
  }

  window.addEventListener("storage", show);
  run();
})();

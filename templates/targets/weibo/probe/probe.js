// The web view's half of the probe: asks the logic thread, looks at the engine around it, and writes one YAML.

(function () {
  "use strict";

  const PATH = location.hash.replace(/^#\/?/, "").split("?")[0] || "pages/index/index";
  const IS_FIRST = PATH === "pages/index/index";
  const SIZES = [16, 64, 256, 1024, 4096];
  const PATIENCE = 4000;
  const KEEP = "miniport-probe:";
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

  function attempt(run, otherwise) {
    try {
      return run();
    } catch (error) {
      return otherwise === undefined ? "throws " + error.name : otherwise;
    }
  }

  function describe(value) {
    if (value === null) return "null";
    if (Array.isArray(value)) return "[" + value.map(describe).join(", ") + "]";
    if (value instanceof Date) return "Date";
    if (ArrayBuffer.isView(value)) return "bytes";
    if (typeof value !== "object") return typeof value === "string" ? JSON.stringify(value) : String(value);
    return "{" + Object.keys(value).map((key) => key + ": " + describe(value[key])).join(", ") + "}";
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

  function localFile() {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const end = (word) => () => resolve(word + (request.status ? " " + request.status : ""));
      request.onload = end("loads");
      request.onerror = end("refused");
      request.ontimeout = end("no answer");
      attempt(() => {
        request.open("GET", "./probe.css");
        request.timeout = PATIENCE;
        request.send();
      }, null);
      setTimeout(() => resolve("no answer"), PATIENCE);
    });
  }

  function moduleScript() {
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.type = "module";
      script.src = "./es/2016.js";
      script.onload = () => resolve("loads");
      script.onerror = () => resolve("refused");
      setTimeout(() => resolve("no answer"), PATIENCE);
      document.body.appendChild(script);
    });
  }

  function insets() {
    const box = document.createElement("div");
    box.className = "inset";
    document.body.appendChild(box);
    const { paddingTop, paddingBottom } = getComputedStyle(box);
    box.remove();
    return "top " + paddingTop + ", bottom " + paddingBottom;
  }

  const FONTS = ["PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "Roboto"];

  function fonts() {
    const pen = document.createElement("canvas").getContext("2d");
    const widthIn = (family) => {
      pen.font = "40px " + family;
      return pen.measureText("茶 Ag 0123 😀").width;
    };
    const plain = ["serif", "monospace"].map(widthIn);
    return FONTS.filter((name) => ["serif", "monospace"].some((base, at) => widthIn('"' + name + '", ' + base) !== plain[at]));
  }

  function foreignKeys() {
    return Object.keys(localStorage).filter((key) => key.indexOf(KEEP) !== 0).length;
  }

  function rules() {
    const has = (test) => Boolean(window.CSS && CSS.supports && CSS.supports(test));
    const list = {
      ":where": "selector(:where(a))", ":is": "selector(:is(a))", ":has": "selector(:has(a))", "gap in flex": "(gap: 1px)",
      "aspect-ratio": "(aspect-ratio: 1)", "env()": "(padding: env(safe-area-inset-top))", "dvh": "(height: 1dvh)",
      "clamp()": "(width: clamp(1px, 1vw, 2px))", "position: sticky": "(position: sticky)",
    };
    return Object.keys(list).filter((name) => has(list[name]));
  }

  /** Look at what needs no logic thread. */
  function look() {
    seen.agent = navigator.userAgent;
    seen.address = location.protocol + "// origin " + location.origin;
    seen.hashKept = location.hash !== "";
    seen.storage = attempt(() => {
      localStorage.setItem(KEEP + "mark", "1");
      return "works, " + foreignKeys() + " keys of others";
    });
    seen.session = attempt(() => typeof sessionStorage.getItem("a"), "throws");
    seen.parent = attempt(() => (window.parent.document ? "the same origin as the shell" : "no document"), "another origin");
    seen.keyboard = attempt(() => typeof window.parent.document.body.addEventListener, "not reachable");
    seen.insets = insets();
    seen.scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    seen.css = rules();
    seen.fonts = attempt(fonts, []);
    seen.window = innerWidth + " x " + innerHeight + " at " + devicePixelRatio;
    seen.parsed = Object.keys(window.parsed || {}).filter((name) => window.parsed[name] === true);
    seen.history = "length " + history.length + ", pushState " + attempt(() => (history.pushState({ probe: 1 }, ""), "works"));
  }

  /** Find out whether the back key comes as a step of history or closes the page. */
  function back() {
    const mark = KEEP + "open";
    if (attempt(() => localStorage.getItem(mark), null) === "1") seen.back = "the page was closed without a step of history";
    attempt(() => localStorage.setItem(mark, "1"));
    window.addEventListener("popstate", () => {
      seen.back = "a step of history (popstate)";
      attempt(() => localStorage.removeItem(mark));
      show();
    });
  }

  function wasProved(name, call) {
    const has = (way) => call.came.indexOf(way) >= 0;
    const kind = facts.members[name] ? facts.members[name].kind : "";
    if (has("success") || has("resolved") || has("event")) return true;
    if (call.isRefusal) return has("fail") || has("failure") || has("rejected");
    return has("returned") && (kind === "sync" || /Sync$/.test(name));
  }

  function row(name) {
    const known = facts.members[name] || { kind: /Sync$/.test(name) ? "sync" : facts.plan[name].kind || "async" };
    const keys = Object.keys(known).filter((key) => key !== "kind" || known.kind !== "async");
    const words = keys.map((key) => key + ": " + known[key]);
    return "    " + name + ": {" + words.concat("isProved: true").join(", ") + "}";
  }

  const flat = (value) => JSON.stringify(value).replace(/"/g, "");

  function hookLines() {
    const told = {};
    facts.hooks.forEach(({ owner, name, options }) => {
      const key = owner + " " + name;
      told[key] = told[key] || { count: 0, forms: [] };
      told[key].count += 1;
      const text = options === undefined ? "nothing" : flat(options);
      if (told[key].forms.indexOf(text) < 0) told[key].forms.push(text);
    });
    return Object.keys(told).map((key) => key + ": " + told[key].count + " times, with " + told[key].forms.join(" or "));
  }

  function callLines() {
    return Object.keys(facts.calls).map((name) => {
      const { came, after, form, isRefusal } = facts.calls[name];
      const what = came.length ? came.join(", ") + " after " + after + " ms: " + flat(form === undefined ? "" : form) : "no answer";
      return name + (isRefusal ? " (made to refuse)" : "") + ": " + what;
    });
  }

  function section(title, lines) {
    return ["# " + title].concat(lines.map((line) => "#   " + line));
  }

  function noted() {
    const known = Object.keys(facts.kinds);
    const missing = known.filter((name) => facts.kinds[name] !== "function");
    const other = facts.names.filter((name) => known.indexOf(name) < 0);
    return [
      ...section("Hooks", hookLines()),
      ...section("Calls", callLines()),
      ...section("Members that are not there", [missing.join(" ") || "none"]),
      ...section("Members nobody asked for", [other.join(" ") || "none"]),
      ...section("Logic thread", [
        "has " + facts.globals.join(" "),
        "methods " + facts.methods.join(" "),
        "timers " + (facts.timers.fires ? "fire" : "do not fire") + " (" + facts.age + " ms old)",
      ]),
      ...section("Bridge", [
        "messages come from " + (seen.origin.join(" ") || "nowhere") + (seen.isParent ? ", the parent" : ""),
        "up by postMessage: " + (seen.up || "not tried"),
        "down by data: " + (seen.down || "not tried"),
        "two values in one tick: came " + (seen.twice || "not tried"),
        "values: " + (seen.values || "not tried"),
      ]),
      ...section("Web view", [
        "parses " + seen.parsed.join(", "),
        "agent " + seen.agent,
        "address " + seen.address + ", hash " + (seen.hashKept ? "kept" : "lost"),
        "local file by XMLHttpRequest: " + (seen.file || "not tried") + "; module script: " + (seen.module || "not tried"),
        "shell: " + seen.parent,
        "localStorage " + seen.storage + "; sessionStorage " + seen.session,
        "history: " + seen.history,
        "back key: " + seen.back,
        "window " + seen.window + ", safe area " + seen.insets + ", colours " + seen.scheme,
        "css " + seen.css.join(", "),
        "fonts " + (seen.fonts.length ? seen.fonts.join(", ") : "none of those looked for"),
      ]),
    ];
  }

  function day() {
    const now = new Date();
    const two = (number) => (number < 10 ? "0" : "") + number;
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  function yaml() {
    const proved = Object.keys(facts.calls).filter((name) => wasProved(name, facts.calls[name])).sort();
    return [
      "# What `miniport probe` saw of {{ target }}. Save it beside miniport.yaml and name it there:",
      "#   targets: {% raw %}{{% endraw %}{{ target }}: {facts: {{ target }}-facts.yaml}{% raw %}}{% endraw %}",
      ...(proved.length ? ["bridge:", "  source: probe", "  checked: " + day(), "  rows:"] : ["# No member answered yet."]),
      ...proved.map(row),
      ...noted(),
      ...(IS_FIRST ? attempt(() => JSON.parse(localStorage.getItem(KEEP + "second") || "[]"), []) : []),
    ].join("\n") + "\n";
  }

  function show() {
    if (!facts) return;
    const text = yaml();
    const area = document.getElementById("yaml");
    if (area.value === text) return;
    area.value = text;
    if (!IS_FIRST) attempt(() => localStorage.setItem(KEEP + "second", JSON.stringify(section("Second page: hooks", hookLines()))));
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
    look();
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
      .then(() => measured("file", localFile()))
      .then(() => measured("module", moduleScript()))
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

// What the web view's engine has, seen from inside: everything that needs no logic thread.

window.probe = { keep: "miniport-probe:", patience: 4000 };

(function (probe) {
  "use strict";

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

  function localFile() {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const end = (word) => () => resolve(word + (request.status ? " " + request.status : ""));
      request.onload = end("loads");
      request.onerror = end("refused");
      request.ontimeout = end("no answer");
      attempt(() => {
        request.open("GET", "./probe.css");
        request.timeout = probe.patience;
        request.send();
      }, null);
      setTimeout(() => resolve("no answer"), probe.patience);
    });
  }

  function moduleScript() {
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.type = "module";
      script.src = "./es/2016.js";
      script.onload = () => resolve("loads");
      script.onerror = () => resolve("refused");
      setTimeout(() => resolve("no answer"), probe.patience);
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
    return Object.keys(localStorage).filter((key) => key.indexOf(probe.keep) !== 0).length;
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

  /** Note what there is to see at once. */
  function look(seen) {
    seen.agent = navigator.userAgent;
    seen.address = location.protocol + "// origin " + location.origin;
    seen.hashKept = location.hash !== "";
    seen.storage = attempt(() => {
      localStorage.setItem(probe.keep + "mark", "1");
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

  Object.assign(probe, { attempt, describe, localFile, moduleScript, look });
})(window.probe);

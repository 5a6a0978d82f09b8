// The YAML: rows for the members that answered, everything else as comments.

(function (probe) {
  "use strict";

  function wasProved(facts, name, call) {
    const has = (way) => call.came.indexOf(way) >= 0;
    const kind = facts.members[name] ? facts.members[name].kind : "";
    if (has("success") || has("resolved") || has("event")) return true;
    if (call.isRefusal) return has("fail") || has("failure") || has("rejected");
    return has("returned") && (kind === "sync" || /Sync$/.test(name));
  }

  function row(facts, name) {
    const known = facts.members[name] || { kind: /Sync$/.test(name) ? "sync" : facts.plan[name].kind || "async" };
    const keys = Object.keys(known).filter((key) => key !== "kind" || known.kind !== "async");
    const words = keys.map((key) => key + ": " + known[key]);
    return "    " + name + ": {" + words.concat("isProved: true").join(", ") + "}";
  }

  const flat = (value) => JSON.stringify(value).replace(/"/g, "");

  function hookLines(facts) {
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

  function callLines(facts) {
    return Object.keys(facts.calls).map((name) => {
      const { came, after, form, isRefusal } = facts.calls[name];
      const what = came.length ? came.join(", ") + " after " + after + " ms: " + flat(form === undefined ? "" : form) : "no answer";
      return name + (isRefusal ? " (made to refuse)" : "") + ": " + what;
    });
  }

  function section(title, lines) {
    return ["# " + title].concat(lines.map((line) => "#   " + line));
  }

  function noted(facts, seen) {
    const known = Object.keys(facts.kinds);
    const missing = known.filter((name) => facts.kinds[name] !== "function");
    const other = facts.names.filter((name) => known.indexOf(name) < 0);
    return [
      ...section("Hooks", hookLines(facts)),
      ...section("Calls", callLines(facts)),
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

  /** Return the text. `isFirst`: what the second page kept goes along. */
  function yaml(facts, seen, isFirst) {
    const proved = Object.keys(facts.calls).filter((name) => wasProved(facts, name, facts.calls[name])).sort();
    return [
      "# What `miniport probe` saw of {{ target }}. Save it beside miniport.yaml and name it there:",
      "#   targets: {% raw %}{{% endraw %}{{ target }}: {facts: {{ target }}-facts.yaml}{% raw %}}{% endraw %}",
      ...(proved.length ? ["bridge:", "  source: probe", "  checked: " + day(), "  rows:"] : ["# No member answered yet."]),
      ...proved.map((name) => row(facts, name)),
      ...noted(facts, seen),
      ...(isFirst ? probe.attempt(() => JSON.parse(localStorage.getItem(probe.keep + "second") || "[]"), []) : []),
    ].join("\n") + "\n";
  }

  Object.assign(probe, { yaml, section, hookLines });
})(window.probe);

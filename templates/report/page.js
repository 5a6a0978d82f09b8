const SURVEY = JSON.parse(document.getElementById("survey").textContent);
const LEVELS = ["error", "warning", "note"];
const HOWS = ["native", "respelled", "shimmed", "bridged", "adapter", "unproved", "different", "unknown", "adapter-absent", "impossible"];
const STEP = 30, FRAMES = 10;

const state = {
  language: document.documentElement.lang.startsWith("zh") ? "zh" : "en",
  theme: "auto", target: 0, page: null, levels: new Set(["error", "warning"]), order: "byWeight", search: "", shown: STEP,
  hows: new Set(), column: "how", isDown: true, usedSearch: "", usedShown: STEP, folder: null,
};
const say = () => WORDS[state.language];
const told = (words) => words[state.language];
const target = () => SURVEY.targets[state.target];
const at = (id) => document.getElementById(id);

function renderTop() {
  const words = say();
  document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  document.documentElement.dataset.theme = state.theme;
  document.title = `${SURVEY.project} · ${words.title}`;
  at("skip").textContent = words.skip;
  const themes = ["auto", "light", "dark"].map((name) => [name, words[name]]);
  at("top").replaceChildren(
    el("div", { class: "who" }, el("h1", {}, SURVEY.project), el("p", {}, `${words.title} · ${words.modes[SURVEY.mode]}`)),
    el("div", { class: "knobs" },
      choice(words.language, [["en", "EN"], ["zh", "中文"]], state.language, (value) => again({ language: value }, "language")),
      choice(words.theme, themes, state.theme, (value) => again({ theme: value }, "theme"))));
  at("foot").replaceChildren(el("p", {}, words.foot), el("p", {}, words.made(SURVEY.version)));
}

// Everything anew; the button that was used keeps the focus.
function again(change) {
  const label = document.activeElement && document.activeElement.dataset.value;
  Object.assign(state, change);
  renderTop();
  renderMain();
  const button = label && document.querySelector(`[data-value="${CSS.escape(label)}"]`);
  if (button) button.focus();
}

function renderMain() {
  const words = say();
  const tabs = SURVEY.targets.length > 1
    ? choice(words.target, SURVEY.targets.map((each, index) => [index, [told(each.title), el("small", {}, String(each.score))]]), state.target,
      (index) => again({ target: index, page: null, shown: STEP, usedShown: STEP, folder: null }))
    : null;
  at("content").replaceChildren(
    el("div", { class: "tabs" }, tabs),
    el("div", { id: "hero" }), el("div", { id: "pages-box" }), el("div", { id: "causes-box" }),
    el("div", { id: "used-box" }), el("div", { id: "weight-box" }));
  renderHero();
  renderPages();
  renderCauses();
  renderUsed();
  renderWeight();
}

function renderHero() {
  const words = say(), each = target();
  const whole = each.pages.filter((page) => !page.errors).length;
  const blocked = each.pages.length - whole;
  const untried = each.pages.filter((page) => page.isUntried && !page.errors).length;
  const by = each.troubles.filter((trouble) => trouble.severity === "error" && trouble.pages.length).length;
  const size = each.files.reduce((sum, file) => sum + file.size, 0);
  const headline = !each.isBuildable ? words.broken
    : each.pages.length === 1 ? words.oneWhole(whole) : words.whole(whole, each.pages.length);
  at("hero").replaceChildren(el("section", { class: "hero card", "aria-label": told(each.title) },
    ring(each.score),
    el("div", { class: "headline" },
      el("h2", {}, headline),
      el("p", {}, blocked ? words.blockedBy(blocked, by) : words.nothingBlocks),
      untried ? el("p", { class: "quiet" }, words.untried(untried)) : null,
      each.suppressed ? el("p", { class: "quiet" }, words.suppressed(each.suppressed)) : null),
    el("dl", { class: "numbers" },
      ...LEVELS.map((level) => number(words[level], each.troubles.filter((trouble) => trouble.severity === level).length, level)),
      number(words.size, bytes(size), "", words.files(each.files.length))),
    bar(each)));
}

function number(label, value, level, hint) {
  return el("div", { class: level && value ? `number-box ${level}` : "number-box" }, el("dt", {}, label),
    el("dd", {}, String(value), hint ? el("small", {}, hint) : null));
}

function ring(score) {
  const words = say(), length = 2 * Math.PI * 52;
  const colour = score >= 90 ? "good" : score >= 60 ? "fair" : "poor";
  return el("div", { class: `ring ${colour}`, role: "img", "aria-label": words.scoreLabel(score) },
    svg("svg", { viewBox: "0 0 120 120", "aria-hidden": "true" },
      svg("circle", { class: "track", cx: 60, cy: 60, r: 52 }),
      svg("circle", { class: "arc", cx: 60, cy: 60, r: 52, "stroke-dasharray": `${(score / 100) * length} ${length}`, transform: "rotate(-90 60 60)" })),
    el("span", { class: "score" }, String(score)), el("span", { class: "of" }, words.score));
}

// How the uses fare, as one bar; each part filters the table below.
function bar(each) {
  const words = say();
  const counts = HOWS.map((how) => each.uses.filter((use) => use.how === how).reduce((sum, use) => sum + use.count, 0));
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  const parts = HOWS.map((how, index) => [how, counts[index]]).filter(([, count]) => count);
  return el("div", { class: "fate" },
    el("div", { class: "bar", "aria-hidden": "true" },
      ...parts.map(([how, count]) => el("span", { class: `how-${how}`, style: { "flex-grow": String(count) } }))),
    el("ul", { class: "legend" }, ...parts.map(([how, count]) => el("li", {},
      el("span", { class: `dot how-${how}`, "aria-hidden": "true" }), `${words.hows[how]} `,
      el("b", {}, percent(count, total))))));
}

function percent(part, total) {
  const share = (100 * part) / total;
  return share < 1 ? "<1%" : share > 99 && share < 100 ? ">99%" : `${Math.round(share)}%`;
}

function renderPages() {
  const words = say(), each = target();
  const choose = (path) => {
    state.page = state.page === path ? null : path;
    state.shown = STEP;
    renderPages();
    renderCauses();
    const chosen = document.querySelector(`.page[data-path="${CSS.escape(path)}"]`);
    if (chosen) chosen.focus();
  };
  const chip = (page) => {
    const level = page.errors ? "error" : page.warnings ? "warning" : "good";
    const fate = page.errors ? words.pageErrors(page.errors) : page.warnings ? words.pageWarnings(page.warnings) : words.pageWhole;
    return el("li", {}, el("button", {
      type: "button", class: `page ${level}`, "data-path": page.path, "aria-pressed": String(state.page === page.path),
      onclick: () => choose(page.path),
    }, el("span", { class: `dot ${level}`, "aria-hidden": "true" }), pathText(page.path), el("span", { class: "fate-word" }, fate)));
  };
  const ordered = [...each.pages].sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || (a.path < b.path ? -1 : 1));
  at("pages-box").replaceChildren(section("pages", words.pages, words.pagesHint,
    el("ul", { class: "pages" }, ...ordered.map(chip))));
}

const ORDERS = {
  byWeight: () => 0,
  byPages: (a, b) => b.pages.length - a.pages.length,
  byPlaces: (a, b) => b.count - a.count,
  byCode: (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  byFile: (a, b) => spotText(a.places[0]).localeCompare(spotText(b.places[0])),
};

function chosenTroubles() {
  const wanted = state.search.toLowerCase();
  return [...target().troubles, ...SURVEY.troubles]
    .filter((trouble) => state.levels.has(trouble.severity))
    .filter((trouble) => !state.page || trouble.pages.includes(state.page))
    .filter((trouble) => !wanted || textOf(trouble).includes(wanted))
    .sort(ORDERS[state.order]);
}

function textOf(trouble) {
  return [trouble.code, trouble.name, told(trouble.message), ...trouble.places.map((spot) => spot.path)].join("\n").toLowerCase();
}

function renderCauses() {
  const words = say();
  const list = el("div", { id: "cause-list" });
  const all = [...target().troubles, ...SURVEY.troubles];
  const toggle = (level) => el("button", {
    type: "button", class: `choice ${level}`, "data-value": level, "aria-pressed": String(state.levels.has(level)),
    onclick: (event) => {
      if (!state.levels.delete(level)) state.levels.add(level);
      event.currentTarget.setAttribute("aria-pressed", String(state.levels.has(level)));
      renderCauseList();
    },
  }, `${words[level]} ${all.filter((trouble) => trouble.severity === level).length}`);
  at("causes-box").replaceChildren(section("causes", words.causes, words.causesHint,
    el("div", { class: "controls" },
      el("div", { class: "choices", role: "group", "aria-label": words.causes }, LEVELS.map(toggle)),
      state.page ? el("button", { type: "button", class: "choice clear", onclick: () => { state.page = null; renderPages(); renderCauses(); } }, `${state.page} ×`) : null,
      search(words.search, "search", () => { state.shown = STEP; renderCauseList(); }),
      el("label", { class: "order" }, el("span", {}, words.sort), el("select", {
        onchange: (event) => { state.order = event.currentTarget.value; renderCauseList(); },
      }, Object.keys(ORDERS).map((key) => el("option", { value: key, selected: key === state.order }, words[key]))))),
    list));
  renderCauseList();
}

function search(label, key, changed) {
  return el("input", {
    type: "search", class: "search", placeholder: label, "aria-label": label, value: state[key],
    oninput: (event) => { state[key] = event.currentTarget.value; changed(); },
  });
}

function renderCauseList() {
  const words = say(), found = chosenTroubles();
  const left = found.length - state.shown;
  at("cause-list").replaceChildren(
    found.length ? el("ol", { class: "causes" }, ...found.slice(0, state.shown).map(cause)) : el("p", { class: "none" }, words.causesNone),
    left > 0 ? el("button", { type: "button", class: "more", onclick: () => { state.shown += STEP; renderCauseList(); } }, words.more(Math.min(left, STEP))) : "");
}

function cause(trouble) {
  const words = say();
  const tags = [
    el("span", { class: `tag ${trouble.severity}` }, words.one[trouble.severity]),
    el("span", { class: "tag" }, trouble.code),
    trouble.isBlocking ? el("span", { class: "tag error" }, words.blocking) : null,
    trouble.isMendable ? el("span", { class: "tag good" }, words.mendable) : null,
  ];
  const numbers = [words.inPlaces(trouble.count), trouble.pages.length ? words.onPages(trouble.pages.length) : words.whereNot].join(" · ");
  const item = el("details", { class: `cause card ${trouble.severity}` },
    el("summary", {}, el("span", { class: "message" }, told(trouble.message)),
      el("span", { class: "meta" }, tags, el("span", { class: "quiet" }, numbers))));
  // Frames are many; they are made when somebody looks.
  item.addEventListener("toggle", () => {
    if (item.open && item.children.length === 1) item.append(inside(trouble));
  });
  return el("li", {}, item);
}

function inside(trouble) {
  const words = say(), cure = told(trouble.help);
  return el("div", { class: "inside" },
    cure ? el("p", { class: "cure" }, el("b", {}, words.cure), ` ${cure}`) : null,
    places(trouble.places, trouble.count));
}

function places(spots, count) {
  const shown = spots.slice(0, FRAMES);
  return el("ul", { class: "places" },
    ...shown.map((spot) => el("li", {}, el("span", { class: "where" }, spotText(spot)), frame(spot))),
    count > shown.length ? el("li", { class: "quiet" }, say().morePlaces(count - shown.length)) : null);
}

const COLUMNS = {
  name: (use) => fullName(use).toLowerCase(),
  kind: (use) => say().kinds[use.kind],
  count: (use) => use.count,
  how: (use) => HOWS.indexOf(use.how),
};

function fullName(use) {
  if (use.kind === "component") return `<${use.name}>`;
  if (use.kind === "api") return use.name;
  return use.owner ? `${use.owner} ${use.name}` : use.name;
}

function renderUsed() {
  const words = say();
  const present = HOWS.filter((how) => target().uses.some((use) => use.how === how));
  state.hows = new Set([...state.hows].filter((how) => present.includes(how)));
  const toggle = (how) => el("button", {
    type: "button", class: "choice", "data-value": `how-${how}`, "aria-pressed": String(state.hows.has(how)),
    onclick: (event) => {
      if (!state.hows.delete(how)) state.hows.add(how);
      event.currentTarget.setAttribute("aria-pressed", String(state.hows.has(how)));
      state.usedShown = STEP;
      renderUsedTable();
    },
  }, el("span", { class: `dot how-${how}`, "aria-hidden": "true" }), words.hows[how]);
  at("used-box").replaceChildren(section("used", words.used, words.usedHint,
    el("div", { class: "controls" },
      el("div", { class: "choices wrap", role: "group", "aria-label": words.how }, present.map(toggle)),
      search(words.search, "usedSearch", () => { state.usedShown = STEP; renderUsedTable(); })),
    el("div", { id: "used-table" })));
  renderUsedTable();
}

function chosenUses() {
  const wanted = state.usedSearch.toLowerCase(), value = COLUMNS[state.column], turn = state.isDown ? -1 : 1;
  return target().uses
    .filter((use) => !state.hows.size || state.hows.has(use.how))
    .filter((use) => !wanted || fullName(use).toLowerCase().includes(wanted))
    .sort((a, b) => {
      const [one, other] = [value(a), value(b)];
      return turn * (one < other ? -1 : one > other ? 1 : 0) || b.count - a.count || (COLUMNS.name(a) < COLUMNS.name(b) ? -1 : 1);
    });
}

function renderUsedTable() {
  const words = say(), found = chosenUses(), left = found.length - state.usedShown;
  const heading = (key) => {
    const isChosen = state.column === key;
    return el("th", { scope: "col", class: key, "aria-sort": isChosen ? (state.isDown ? "descending" : "ascending") : "none" },
      el("button", {
        type: "button", "data-value": `sort-${key}`,
        onclick: () => {
          state.isDown = isChosen ? !state.isDown : key === "count" || key === "how";
          state.column = key;
          renderUsedTable();
          document.querySelector(`[data-value="sort-${key}"]`).focus();
        },
      }, words[key], el("span", { class: "arrow", "aria-hidden": "true" }, isChosen ? (state.isDown ? "↓" : "↑") : "")));
  };
  at("used-table").replaceChildren(
    found.length
      ? el("table", {}, el("thead", {}, el("tr", {}, Object.keys(COLUMNS).map(heading))),
        ...found.slice(0, state.usedShown).map(usedRow))
      : el("p", { class: "none" }, words.usedNone),
    left > 0 ? el("button", { type: "button", class: "more", onclick: () => { state.usedShown += STEP; renderUsedTable(); } }, words.more(Math.min(left, STEP))) : "");
}

function usedRow(use) {
  const words = say();
  const body = el("tbody", {});
  const button = el("button", {
    type: "button", class: "name", "aria-expanded": "false",
    onclick: () => {
      const isOpen = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!isOpen));
      if (isOpen) body.lastChild.remove();
      else body.append(el("tr", { class: "opened" }, el("td", { colspan: "4" }, places(use.places, use.count))));
    },
  }, fullName(use));
  const noted = told(use.note), asNote = words.howNotes[use.how];
  const note = noted ? (asNote ? asNote(noted) : noted) : "";
  const guarded = use.guarded ? words.guarded(use.guarded) : "";
  body.append(el("tr", {},
    el("th", { scope: "row" }, button),
    el("td", { class: "kind" }, words.kinds[use.kind] || use.kind),
    el("td", { class: "count" }, String(use.count)),
    el("td", { class: "how" }, el("span", { class: "verdict" }, el("span", { class: `dot how-${use.how}`, "aria-hidden": "true" }), words.hows[use.how]),
      note || guarded ? el("small", {}, [note, guarded].filter(Boolean).join(" · ")) : null)));
  return body;
}

function renderWeight() {
  const words = say(), each = target();
  if (!each.files.length) return at("weight-box").replaceChildren();
  const present = [...new Set(each.files.map((file) => groupOf(file.path)))];
  at("weight-box").replaceChildren(section("weight", words.weight, words.weightHint,
    el("nav", { id: "crumbs", "aria-label": words.weight }),
    el("div", { class: "sizes" },
      el("div", { id: "map", class: "map" }),
      el("div", { class: "biggest" }, el("h3", {}, words.biggest), el("ol", {},
        ...[...each.files].sort((a, b) => b.size - a.size).slice(0, 10).map((file) =>
          el("li", {}, pathText(file.path), el("span", { class: "quiet" }, bytes(file.size))))))),
    el("ul", { class: "legend" }, ...Object.keys(words.group).filter((group) => present.includes(group)).map((group) =>
      el("li", {}, el("span", { class: `dot ${group}`, "aria-hidden": "true" }), words.group[group])))));
  renderMap();
}

function renderMap() {
  const map = at("map");
  if (!map) return;
  let folder = tree(target().files);
  if (!state.folder) state.folder = heart(folder);
  for (const name of state.folder) folder = folder.children.get(name);
  const open = (path) => {
    state.folder = path;
    renderMap();
    const first = at("crumbs").querySelector("button:last-of-type");
    if (first) first.focus();
  };
  const crumbs = [[], ...state.folder.map((_, index) => state.folder.slice(0, index + 1))];
  at("crumbs").replaceChildren(...crumbs.map((path, index) => {
    const isHere = index === crumbs.length - 1;
    return el("button", { type: "button", class: "crumb", "aria-current": isHere ? "location" : null, onclick: () => open(path) },
      path.length ? path[path.length - 1] : told(target().title));
  }), el("span", { class: "quiet" }, bytes(folder.size)));
  const box = { x: 0, y: 0, width: map.clientWidth, height: map.clientHeight };
  map.replaceChildren(...squares([...folder.children.values()], box).map((placed) =>
    tile(placed, (item) => open([...state.folder, item.name]), percent(placed.item.size, folder.size))));
}

renderTop();
renderMain();
new ResizeObserver(() => renderMap()).observe(at("content"));

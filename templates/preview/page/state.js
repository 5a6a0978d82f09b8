/* What the page knows: what the server has told, and what the user has chosen, which is kept. */

const KEPT = "miniport.preview";

export const told = JSON.parse(document.getElementById("state").textContent);

const meta = (name) => document.querySelector(`meta[name="miniport-${name}"]`).content;
export const token = meta("token");

const DEFAULTS = {
  language: meta("language"),
  device: "390x844",
  system: "ios",
  textSize: 1,
  isDark: false,
  network: "fast",
  mocks: true,
  isLinked: false,
  scene: "",
  panel: "console",
  selected: told.frames.length ? told.frames[0].name : "",
  onlyPage: true,
  panelSize: 0,
};

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) || {};
  } catch (error) {
    return {};
  }
}

export const chosen = Object.assign({}, DEFAULTS, kept());
if (!told.frames.some(({ name }) => name === chosen.selected)) chosen.selected = DEFAULTS.selected;

const listeners = [];

export function onChoice(run) {
  listeners.push(run);
}

export function choose(more) {
  const changed = Object.keys(more).filter((name) => chosen[name] !== more[name]);
  if (!changed.length) return;
  Object.assign(chosen, more);
  localStorage.setItem(KEPT, JSON.stringify(chosen));
  listeners.forEach((run) => run(changed));
}

/* Give an order to the server; resolves with its answer, rejects with its words. */
export async function order(path, value) {
  const headers = { "Content-Type": "application/json", "X-Miniport-Token": token };
  const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(value) });
  if (!response.ok) throw new Error((await response.text()).trim());
  return response.json();
}

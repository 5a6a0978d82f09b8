/* The line between a frame of the preview and the page around it. Only the page is heard, and nobody else is told. */

let told = { frame: "", page: "", role: "" };
const answers = {};

export const isInPage = window.top !== window;

/* `frame`: the frame's name; `page`: the page's origin; `role`: "app" or "container". */
export function useWire(settings) {
  told = settings;
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source === window.top && origin === told.page && data && data.miniport === "preview" && answers[data.kind]) {
      hear(data);
    }
  });
}

export function say(kind, value) {
  if (isInPage) {
    const { frame, page, role } = told;
    window.top.postMessage({ miniport: "preview", frame, role, kind, value }, page);
  }
}

/* Have `run(value)` answer what the page asks under a name. */
export function answer(kind, run) {
  answers[kind] = run;
}

function hear({ kind, value, ask }) {
  Promise.resolve()
    .then(() => answers[kind](value))
    .then(
      (result) => ask && say("answer", { ask, value: result }),
      (problem) => {
        if (ask) {
          say("answer", { ask, problem: String((problem && problem.message) || problem) });
        }
      }
    );
}

/* What the page says first: the token, and what the frame is to look like. */
export const welcome = new Promise((resolve) => {
  answer("welcome", resolve);
  if (!isInPage) {
    resolve({});
  }
});

/* A history of the frame's own. Frames of one window share the browser's: going back in one would take another back. */

export function ownHistory() {
  const { history } = window;
  const write = history.replaceState.bind(history);
  const entries = [{ state: history.state, url: location.href }];
  let at = 0;

  const go = (steps) => {
    if (!steps || !entries[at + steps]) {
      return;
    }
    at += steps;
    const { state, url } = entries[at];
    setTimeout(() => {
      write(state, "", url);
      window.dispatchEvent(new PopStateEvent("popstate", { state }));
    });
  };

  history.pushState = (state, title, url) => {
    entries.splice(at + 1);
    at = entries.push({ state, url }) - 1;
    write(state, title, url);
  };
  history.replaceState = (state, title, url) => {
    entries[at] = { state, url };
    write(state, title, url);
  };
  history.go = go;
  history.back = () => go(-1);
  history.forward = () => go(1);
}

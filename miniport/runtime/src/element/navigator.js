/* A link to a page of the app. */

import { Component, element, h, host, report, router, warn } from "miniport:core";
import "miniport:part/navigation";
import { pressed } from "./lib/control.js";
import { Hover } from "./lib/hover.js";

const WAYS = { navigate: "navigateTo", redirect: "redirectTo", switchTab: "switchTab", reLaunch: "reLaunch" };

/* Leave the app, where there is somewhere to go. */
function exit() {
  if (host().exit) {
    host().exit();
  } else {
    warn('navigator open-type "exit" is not available on this platform');
  }
}

class Navigator extends Component {
  constructor(props) {
    super(props);
    // Listeners of the tap come first.
    this.onClick = () => setTimeout(() => this.go());
  }

  go() {
    const { url, delta, "open-type": way = "navigate" } = this.props;
    if (way === "exit") {
      exit();
      return;
    }
    const done = way === "navigateBack" ? router().navigateBack(delta) : this.follow(WAYS[way], url);
    done.catch((problem) => report(problem, "navigator"));
  }

  follow(name, url) {
    if (!name) {
      return Promise.reject(new Error('there is no open-type "' + this.props["open-type"] + '"'));
    }
    return url ? router()[name](url) : Promise.reject(new Error("a navigator has no url"));
  }

  render(props) {
    const more = { role: props.role || "link", tabIndex: 0, "aria-label": props["aria-label"] };
    Object.assign(more, { onClick: this.onClick, onKeyDown: pressed });
    return h(Hover, { tag: "mp-navigator", props, more }, props.children);
  }
}

element("navigator", Navigator);

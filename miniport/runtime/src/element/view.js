/* A view that does more than hold children: hover class, scroll lock, animation, a watch on whether it is seen. */

import { Component, element, emit, h } from "miniport:core";
import { styled } from "./lib/animation.js";
import { Hover } from "./lib/hover.js";

const HALF = 0.5;
const WATCHED = ["appear", "firstAppear", "disappear"];

const isWatched = ({ mp }) => Boolean(mp && mp.e && WATCHED.some((name) => mp.e[name] || mp.e[name + ":catch"]));
const still = (event) => event.cancelable && event.preventDefault();

class View extends Component {
  componentDidMount() {
    this.changed({});
    if (isWatched(this.props) && window.IntersectionObserver) {
      this.watch = new IntersectionObserver((entries) => this.seen(entries[entries.length - 1]), { threshold: [0, HALF] });
      this.watch.observe(this.base);
    }
  }

  componentDidUpdate(before) {
    this.changed(before);
  }

  componentWillUnmount() {
    if (this.watch) {
      this.watch.disconnect();
    }
    if (this.motion) {
      this.motion.stop();
    }
  }

  /* Seen means: more than half of it. */
  seen({ isIntersecting, intersectionRatio }) {
    const isSeen = isIntersecting && intersectionRatio >= HALF;
    if (isSeen && !this.isSeen) {
      emit(this.base, "appear", {});
      if (!this.wasSeen) {
        this.wasSeen = true;
        emit(this.base, "firstAppear", {});
      }
    } else if (!isSeen && this.isSeen) {
      emit(this.base, "disappear", {});
    }
    this.isSeen = isSeen;
  }

  changed(before) {
    const { animation, "disable-scroll": isStill, style } = this.props;
    if (Boolean(isStill) !== Boolean(before["disable-scroll"])) {
      const turn = isStill ? "addEventListener" : "removeEventListener";
      this.base[turn]("touchmove", still, { passive: false });
      this.base[turn]("wheel", still, { passive: false });
    }
    if (animation && animation !== before.animation) {
      if (this.motion) {
        this.motion.stop();
      }
      this.motion = styled(this.base, animation);
    } else if (this.motion && style !== before.style) {
      // The style attribute was written anew.
      this.motion.again();
    }
  }

  render(props) {
    const more = { role: props.role };
    Object.keys(props).forEach((name) => {
      if (name.indexOf("aria-") === 0) {
        more[name] = props[name];
      }
    });
    return h(Hover, { tag: "mp-view", props, more }, props.children);
  }
}

element("view", View);

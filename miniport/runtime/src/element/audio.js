/* A sound with the browser's own controls. */

import { Component, element, emit, h, media, root } from "miniport:core";

class Sound extends Component {
  constructor(props) {
    super(props);
    this.keep = (player) => (this.player = player);
    const tell = (type) => () => emit(this.base, type, {});
    this.listeners = {
      onPlay: tell("play"),
      onPause: tell("pause"),
      onEnded: tell("ended"),
      onTimeUpdate: () => {
        const { currentTime, duration } = this.player;
        emit(this.base, "timeUpdate", { currentTime, duration: isFinite(duration) ? duration : 0 });
      },
      onError: () => emit(this.base, "error", { errMsg: (this.player.error && this.player.error.code) || 4 }),
    };
  }

  render(props) {
    const { src, controls, poster, name, author, loop } = props;
    const given = { ref: this.keep, src: src ? media(src) : undefined, controls: Boolean(controls), loop: Boolean(loop), preload: "metadata" };
    const label = props["aria-label"] || [name, author].filter(Boolean).join(" · ") || "音频";
    return h(
      "mp-audio",
      root(props, { "data-controls": controls ? "" : undefined }),
      controls && poster ? h("img", { class: "mp--poster", src: media(poster), alt: "" }) : null,
      controls && (name || author) ? h("div", { class: "mp--name" }, h("span", null, name), h("small", null, author)) : null,
      h("audio", Object.assign(given, { "aria-label": label }, this.listeners)),
    );
  }
}

element("audio", Sound);

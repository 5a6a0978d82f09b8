/* A video with the browser's own controls. */

import { Component, element, emit, h, media, root } from "miniport:core";
import { numberOf } from "../lib/given.js";

/* MediaError code -> the platform's. */
const ERRORS = { 2: 1005, 3: 1002, 4: 1006 };

class Video extends Component {
  constructor(props) {
    super(props);
    this.state = { isFresh: true };
    this.watched = 0;
    this.keep = (video) => (this.video = video);
    this.onFull = () => {
      const isFull = document.fullscreenElement === this.video;
      if (isFull !== Boolean(this.isFull)) {
        this.isFull = isFull;
        const { videoWidth, videoHeight } = this.video;
        emit(this.base, "fullScreenChange", { fullScreen: isFull, direction: videoWidth > videoHeight ? "horizontal" : "vertical" });
      }
    };
    this.start = () => this.methods().play();
    const tell = (type) => () => emit(this.base, type, {});
    this.listeners = {
      onPlay: () => {
        this.setState({ isFresh: false });
        emit(this.base, "play", {});
      },
      onPause: tell("pause"),
      onEnded: tell("ended"),
      onWaiting: tell("loading"),
      onLoadedMetadata: () => this.begin(),
      onPlaying: () => this.first(),
      onTimeUpdate: () => this.passed(),
      onError: () => emit(this.base, "error", { errorCode: ERRORS[this.video.error && this.video.error.code] || 1 }),
    };
  }

  componentDidMount() {
    this.base.mpContext = this.methods();
    // The attribute alone silences only what is loaded later.
    this.video.muted = Boolean(this.props.muted);
    document.addEventListener("fullscreenchange", this.onFull);
  }

  componentDidUpdate(before) {
    if (before.src !== this.props.src) {
      this.isStarted = false;
      this.watched = 0;
      this.setState({ isFresh: true });
    }
  }

  componentWillUnmount() {
    document.removeEventListener("fullscreenchange", this.onFull);
  }

  begin() {
    const start = numberOf(this.props["initial-time"], 0);
    if (start > 0) {
      this.video.currentTime = start;
    }
  }

  first() {
    this.clock = Date.now();
    if (!this.isStarted) {
      this.isStarted = true;
      emit(this.base, "renderStart", {});
    }
  }

  passed() {
    const { currentTime, duration } = this.video;
    const now = Date.now();
    this.watched += this.video.paused ? 0 : (now - (this.clock || now)) / 1000;
    this.clock = now;
    const known = isFinite(duration) ? duration : numberOf(this.props.duration, 0);
    emit(this.base, "timeUpdate", { currentTime, userPlayDuration: this.watched, videoDuration: known });
  }

  /* What my.createVideoContext does to it. */
  methods() {
    const video = () => this.video;
    return {
      play: () => {
        const done = video().play();
        if (done) {
          // A browser may want the user to begin: the button is there for it.
          done.catch(() => {});
        }
      },
      pause: () => video().pause(),
      stop: () => {
        video().pause();
        video().currentTime = 0;
        emit(this.base, "stop", {});
      },
      seek: (time) => (video().currentTime = +time || 0),
      mute: (isMute) => (video().muted = Boolean(isMute)),
      playbackRate: (rate) => (video().playbackRate = +rate || 1),
      requestFullScreen: () => (video().requestFullscreen ? video().requestFullscreen() : video().webkitEnterFullscreen()),
      exitFullScreen: () => document.fullscreenElement === video() && document.exitFullscreen(),
    };
  }

  render(props, { isFresh }) {
    const controls = props.controls !== false;
    const given = {
      ref: this.keep,
      src: props.src ? media(props.src) : undefined,
      poster: props.poster ? media(props.poster) : undefined,
      controls: controls && !(isFresh && props["show-center-play-btn"] !== false),
      controlsList: props["show-fullscreen-btn"] === false ? "nofullscreen" : undefined,
      autoplay: Boolean(props.autoplay),
      loop: Boolean(props.loop),
      muted: Boolean(props.muted),
      playsInline: true,
      preload: "metadata",
      style: props["object-fit"] ? "object-fit:" + props["object-fit"] : "",
      "aria-label": props["aria-label"],
    };
    const button = { class: "mp--start", type: "button", "aria-label": "播放", onClick: this.start };
    const isOffered = isFresh && !props.autoplay && props["show-center-play-btn"] !== false;
    return h("mp-video", root(props), h("video", Object.assign(given, this.listeners)), isOffered ? h("button", button) : null);
  }
}

element("video", Video);

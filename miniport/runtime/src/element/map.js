/* A map of tiles that the project names (`settings.map`): moved, zoomed, with markers, lines, shapes and circles. */

import { Component, config, element, emit, h, media, root } from "miniport:core";
import { numberOf } from "../lib/given.js";
import { isCalm, limited } from "./lib/motion.js";
import { TILE, metresPerPixel, place, point } from "./lib/mercator.js";
import { Gesture } from "./lib/pan.js";
import { circles, lines, shapes } from "./lib/overlay.js";

const LEAST = 3;
const MOST = 18;
const CENTRE = { latitude: 39.9042, longitude: 116.4074 };

// A tile that does not come leaves the ground.
const hide = (event) => (event.target.style.visibility = "hidden");
const centreOf = (props) => ({ latitude: numberOf(props.latitude, CENTRE.latitude), longitude: numberOf(props.longitude, CENTRE.longitude) });

class SlippyMap extends Component {
  constructor(props) {
    super(props);
    this.state = { open: null, width: 0, height: 0 };
    this.centre = centreOf(props);
    this.zoom = this.fitZoom(props.scale);
    // What app code has set beside the template.
    this.given = {};
    this.onKeyDown = (event) => this.turned(event);
  }

  fitZoom(scale) {
    return limited(numberOf(scale, 16), LEAST, MOST);
  }

  get tiles() {
    return (config().map && config().map.tiles) || "";
  }

  componentDidMount() {
    const { base } = this;
    if (!this.tiles) {
      return;
    }
    this.gesture = new Gesture(this);
    base.mpContext = this.methods();
    base.mpEvent = (type, told) => {
      const { clientX, clientY } = told.detail || {};
      if (type === "tap" && clientX !== undefined) {
        const at = this.at(clientX, clientY);
        told.detail = Object.assign({}, told.detail, at);
        told.more = Object.assign({}, told.more, at);
      }
    };
    this.onResize = () => this.measure();
    if (window.ResizeObserver) {
      this.watch = new ResizeObserver(this.onResize);
      this.watch.observe(base);
    }
    this.measure();
    this.include(this.props["include-points"]);
    this.timer = setTimeout(() => emit(base, "initComplete", {}));
  }

  /* The template's word counts again once it is another one. */
  componentWillReceiveProps(next) {
    Object.keys(this.given).forEach((name) => {
      if (next[name] !== this.props[name]) {
        delete this.given[name];
      }
    });
  }

  componentDidUpdate(before) {
    const { latitude, longitude, scale, "include-points": points } = this.props;
    const isMoved = latitude !== before.latitude || longitude !== before.longitude;
    const isScaled = scale !== before.scale;
    if (isMoved || isScaled) {
      this.show(isMoved ? centreOf(this.props) : this.centre, isScaled ? this.fitZoom(scale) : this.zoom, "update");
    }
    if (JSON.stringify(points) !== JSON.stringify(before["include-points"])) {
      this.include(points);
    }
  }

  componentWillUnmount() {
    clearTimeout(this.timer);
    if (this.watch) {
      this.watch.disconnect();
    }
  }

  measure() {
    const { clientWidth: width, clientHeight: height } = this.base;
    if (width !== this.state.width || height !== this.state.height) {
      this.setState({ width, height });
    }
  }

  /* Tell of a change of the region: what the app reads stands on the event itself. */
  tell(type, causedBy) {
    const { latitude, longitude } = this.centre;
    const told = { type, latitude, longitude, scale: this.zoom, skew: 0, rotate: 0, causedBy };
    emit(this.base, "regionChange", told, told);
  }

  show(centre, zoom, causedBy) {
    this.tell("begin", causedBy === "update" ? "update" : "gesture");
    this.look(centre, zoom);
    this.tell("end", causedBy);
  }

  look(centre, zoom) {
    this.centre = { latitude: limited(centre.latitude, -85, 85), longitude: ((((centre.longitude + 180) % 360) + 360) % 360) - 180 };
    this.zoom = limited(zoom, LEAST, MOST);
    this.setState({});
  }

  /* Pixels from the top left corner of the element. */
  pixel(at) {
    const { width, height } = this.state;
    const middle = point(this.centre, this.zoom);
    const { x, y } = point({ latitude: +at.latitude, longitude: +at.longitude }, this.zoom);
    return { x: x - middle.x + width / 2, y: y - middle.y + height / 2 };
  }

  from({ x, y }, zoom = this.zoom) {
    const { width, height } = this.state;
    const middle = point(this.centre, zoom);
    return place({ x: middle.x + x - width / 2, y: middle.y + y - height / 2 }, zoom);
  }

  at(clientX, clientY) {
    const { left, top } = this.base.getBoundingClientRect();
    return this.from({ x: clientX - left, y: clientY - top });
  }

  shift(x, y) {
    const { width, height } = this.state;
    this.look(this.from({ x: width / 2 - x, y: height / 2 - y }), this.zoom);
  }

  /* Zoom so that a pixel of the element keeps its place on the earth. */
  zoomAt(pixel, zoom) {
    const { width, height } = this.state;
    const kept = this.from(pixel);
    const next = limited(zoom, LEAST, MOST);
    const at = point(kept, next);
    this.look(place({ x: at.x - pixel.x + width / 2, y: at.y - pixel.y + height / 2 }, next), next);
  }

  zoomBy(step) {
    const { width, height } = this.state;
    this.tell("begin", "gesture");
    this.zoomAt({ x: width / 2, y: height / 2 }, Math.round(this.zoom + step));
    this.tell("end", "scale");
  }

  value(name) {
    return name in this.given ? this.given[name] : this.props[name];
  }

  give(values) {
    Object.assign(this.given, values);
    this.setState({});
  }

  can(name) {
    const setting = this.value("setting");
    return this.props[name] !== false && !(setting && setting.gestureEnable === 0) && this.gestures !== 0;
  }

  /* Move and zoom until all these places are seen. */
  include(points, padding) {
    const { clientWidth: width, clientHeight: height } = this.base;
    const list = Array.isArray(points) ? points : [];
    if (!list.length || !width || !height) {
      return;
    }
    const { left = 0, right = 0, top = 0, bottom = 0 } = padding || this.props["include-padding"] || {};
    const unit = list.map((one) => point({ latitude: +one.latitude, longitude: +one.longitude }, 0));
    const range = (axis) => [Math.min(...unit.map((one) => one[axis])), Math.max(...unit.map((one) => one[axis]))];
    const [x, y] = [range("x"), range("y")];
    const fit = (from, to, room) => (to > from ? Math.log2(Math.max(1, room) / (to - from)) : MOST);
    const zoom = list.length > 1 ? Math.floor(Math.min(fit(x[0], x[1], width - left - right), fit(y[0], y[1], height - top - bottom))) : this.zoom;
    const next = limited(zoom, LEAST, MOST);
    const middle = (range_, before, after) => ((range_[0] + range_[1]) / 2) * Math.pow(2, next) - (before - after) / 2;
    this.show(place({ x: middle(x, left, right), y: middle(y, top, bottom) }, next), next, "update");
  }

  /* What my.createMapContext does to it. */
  methods() {
    return {
      getCenterLocation: () => Object.assign({}, this.centre),
      getScale: () => ({ scale: this.zoom }),
      getRotate: () => ({ rotate: 0 }),
      getSkew: () => ({ skew: 0 }),
      getRegion: () => {
        const { width, height } = this.state;
        return { southwest: this.from({ x: 0, y: height }), northeast: this.from({ x: width, y: 0 }) };
      },
      moveToLocation: ({ latitude, longitude } = {}) => {
        const to = latitude === undefined ? centreOf(this.props) : { latitude: +latitude, longitude: +longitude };
        this.show(to, this.zoom, "update");
      },
      includePoints: ({ points, includePoints, padding }) => this.include(points || includePoints, padding),
      gestureEnable: ({ isGestureEnable }) => (this.gestures = isGestureEnable),
      mapToScreen: (at) => this.pixel(at),
      screenToMap: (at) => this.from(at),
      // No route is ever drawn.
      clearRoute: () => {},
      showsScale: ({ isShowsScale }) => this.give({ "show-scale": Boolean(isShowsScale) }),
      updateComponents: ({ latitude, longitude, scale, ...values }) => {
        this.give(values);
        const centre = latitude === undefined ? this.centre : centreOf({ latitude, longitude });
        const zoom = scale === undefined ? this.zoom : this.fitZoom(scale);
        if (latitude !== undefined || scale !== undefined) {
          this.show(centre, zoom, "update");
        }
        this.include(values["include-points"]);
      },
    };
  }

  turned(event) {
    const { width, height } = this.state;
    const way = { ArrowLeft: [0.25, 0], ArrowRight: [-0.25, 0], ArrowUp: [0, 0.25], ArrowDown: [0, -0.25] }[event.key];
    const zoom = { "+": 1, "=": 1, "-": -1 }[event.key];
    if (event.target !== this.base || !(way ? this.can("enable-scroll") : zoom && this.can("enable-zoom"))) {
      return;
    }
    event.preventDefault();
    if (way) {
      this.tell("begin", "gesture");
      this.shift(way[0] * width, way[1] * height);
      this.tell("end", "drag");
    } else {
      this.zoomBy(zoom);
    }
  }

  /* The tiles of the nearest whole zoom, larger or smaller as far as there is a fraction. */
  grid() {
    const { width, height } = this.state;
    const level = Math.round(this.zoom);
    const factor = Math.pow(2, this.zoom - level);
    const size = TILE * factor;
    const middle = point(this.centre, level);
    const count = Math.pow(2, level);
    const left = middle.x - width / 2 / factor;
    const top = middle.y - height / 2 / factor;
    const tiles = [];
    for (let y = Math.max(0, Math.floor(top / TILE)); y < Math.min(count, (top + height / factor) / TILE); y++) {
      for (let x = Math.floor(left / TILE); x < (left + width / factor) / TILE; x++) {
        const column = ((x % count) + count) % count;
        const at = "transform:translate(" + (x * TILE - left) * factor + "px," + (y * TILE - top) * factor + "px);width:" + size + "px;height:" + size + "px";
        const src = this.tiles.replace("{z}", level).replace("{x}", column).replace("{y}", y).replace("{s}", "abc"[(column + y) % 3]);
        tiles.push(h("img", { key: level + "/" + x + "/" + y, class: "mp--tile", src, alt: "", draggable: false, style: at, onError: hide }));
      }
    }
    return tiles;
  }

  pressed(type, told) {
    return (event) => {
      event.stopPropagation();
      emit(this.base, type, told, told);
    };
  }

  marker(marker, at) {
    const { x, y } = marker.fixedPoint ? { x: marker.fixedPoint.originX, y: marker.fixedPoint.originY } : this.pixel(marker);
    const { anchorX = 0.5, anchorY = 1, width, height, alpha = 1, rotate = 0 } = marker;
    const told = { markerId: marker.id, latitude: marker.latitude, longitude: marker.longitude };
    const callout = marker.customCallout || marker.callout;
    const text = callout && (callout.content || (callout.descList || []).map(({ desc }) => desc).join(""));
    const isOpen = text && (callout.isShow === 1 || callout.display === "ALWAYS" || this.state.open === marker.id);
    const press = this.pressed("markerTap", told);
    const onClick = (event) => {
      this.setState({ open: text ? marker.id : null });
      press(event);
    };
    const sizes = (width ? "width:" + width + "px;" : "") + (height ? "height:" + height + "px;" : "");
    const turn = "opacity:" + alpha + ";transform:rotate(" + rotate + "deg)";
    const icon = marker.iconPath
      ? h("img", { src: media(marker.iconPath), alt: "", draggable: false, style: sizes + turn })
      : h("span", { class: "mp--pin", style: turn });
    const box = "left:" + x + "px;top:" + y + "px;transform:translate(" + -anchorX * 100 + "%," + -anchorY * 100 + "%);z-index:" + (marker.markerLevel || 0);
    const name = marker.title || text || marker.iconAppendStr || "标记";
    return h(
      "div",
      { key: marker.id === undefined ? at : marker.id, class: "mp--marker", style: box },
      isOpen ? h("button", { class: "mp--callout", type: "button", onClick: this.pressed("calloutTap", told) }, text) : null,
      h("button", { class: "mp--sign", type: "button", "aria-label": name, onClick }, icon),
      marker.iconAppendStr ? h("span", { class: "mp--append", style: "color:" + (marker.iconAppendStrColor || "#33b276") }, marker.iconAppendStr) : null,
      marker.label && marker.label.content ? h("span", { class: "mp--label" }, marker.label.content) : null,
    );
  }

  control({ id, iconPath, position = {}, clickable }) {
    const { left = 0, top = 0, width, height } = position;
    const sizes = (width ? "width:" + width + "px;" : "") + (height ? "height:" + height + "px" : "");
    const picture = h("img", { src: media(iconPath), alt: "", style: sizes });
    const style = "left:" + left + "px;top:" + top + "px";
    const props = { key: id, class: "mp--control", type: "button", style, "aria-label": "控件", disabled: !clickable };
    return h("button", Object.assign(props, { onClick: this.pressed("controlTap", { controlId: id }) }), picture);
  }

  ruler() {
    const metres = metresPerPixel(this.centre.latitude, this.zoom) * 80;
    const unit = Math.pow(10, Math.floor(Math.log10(metres)));
    const length = unit * Math.max(1, [5, 2, 1].find((step) => unit * step <= metres) || 1);
    const text = length >= 1000 ? length / 1000 + " km" : length + " m";
    return h("div", { class: "mp--ruler", style: "width:" + (length / metres) * 80 + "px" }, text);
  }

  list(name) {
    const value = this.value(name);
    return Array.isArray(value) ? value.filter(Boolean) : [];
  }

  content() {
    const { width, height } = this.state;
    const pixel = (at) => this.pixel(at);
    const metres = (latitude) => metresPerPixel(latitude, this.zoom);
    const drawn = [
      ...circles(this.list("circles"), pixel, metres),
      ...shapes(this.list("polygon").concat(this.list("polygons")), pixel),
      ...lines(this.list("polyline"), pixel),
    ];
    const { attribution } = config().map;
    const setting = this.value("setting");
    return [
      h("div", { class: "mp--tiles", "aria-hidden": "true" }, this.grid()),
      h("svg", { class: "mp--drawn", width, height, "aria-hidden": "true" }, drawn),
      this.list("markers").map((marker, at) => this.marker(marker, at)),
      this.list("controls").map((control) => this.control(control)),
      this.value("show-scale") || (setting && setting.showScale) ? this.ruler() : null,
      attribution ? h("div", { class: "mp--credit" }, attribution) : null,
    ];
  }

  render(props) {
    const more = { role: props.role || "application", "aria-label": props["aria-label"] || "地图", onKeyDown: this.onKeyDown };
    if (!this.tiles) {
      const { latitude, longitude } = centreOf(props);
      const where = h("p", null, latitude + ", " + longitude);
      return h("mp-map", root(props, { role: "img", "aria-label": "地图" }), h("div", { class: "mp--none" }, h("p", null, "地图 · map"), where), props.children);
    }
    return h("mp-map", root(props, Object.assign(more, { tabIndex: 0, "data-calm": isCalm() ? "" : undefined })), this.content(), props.children);
  }
}

element("map", SlippyMap);

/* my.getLocation through the browser, which gives WGS-84 coordinates and no names of places. */

import { fail } from "miniport:core";
import { api, asynchronous } from "miniport:part/call";

const PROBLEMS = { 1: fail(2001, "用户拒绝给小程序授权"), 2: fail(13, "定位失败，请稍后再试"), 3: fail(14, "业务定位超时") };
const PATIENCE = 15000;

function getLocation({ cacheTimeout = 30, accuracy }) {
  if (!navigator.geolocation) {
    throw fail(1, "getLocation: this browser does not know where it is");
  }
  const settings = { maximumAge: cacheTimeout * 1000, timeout: PATIENCE, enableHighAccuracy: accuracy > 0 };
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const radius = String(coords.accuracy);
        const place = { longitude: String(coords.longitude), latitude: String(coords.latitude) };
        resolve(Object.assign(place, { accuracy: radius, horizontalAccuracy: radius }));
      },
      (problem) => reject(Object.assign({}, PROBLEMS[problem.code] || PROBLEMS[2])),
      settings
    );
  });
}

const locate = asynchronous(getLocation, "getLocation");
locate.isReady = () => Boolean(navigator.geolocation);

api({ getLocation: locate });

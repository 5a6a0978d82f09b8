/* my.getSetting: what the browser says that the user allowed. What was never asked for is not in the answer. */

import { api, asynchronous } from "miniport:part/call";

const NAMES = { location: "geolocation", camera: "camera" };

function stateOf(name) {
  const { permissions } = navigator;
  const asked = permissions ? permissions.query({ name: NAMES[name] }) : Promise.resolve({});
  return asked.then(
    ({ state }) => [name, state],
    () => [name, undefined]
  );
}

const getSetting = () =>
  Promise.all(Object.keys(NAMES).map(stateOf)).then((states) => {
    const authSetting = {};
    states
      .filter(([, state]) => state === "granted" || state === "denied")
      .forEach(([name, state]) => {
        authSetting[name] = state === "granted";
      });
    return { authSetting };
  });

api({ getSetting: asynchronous(getSetting, "getSetting") });

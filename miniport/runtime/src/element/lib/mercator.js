/* Places on the earth as points of a square map that is 256 px wide at zoom 0, and doubles with each step. */

export const TILE = 256;
const CIRCUMFERENCE = 40075016.686;

export function point({ latitude, longitude }, zoom) {
  const size = TILE * Math.pow(2, zoom);
  const sine = Math.sin((latitude * Math.PI) / 180);
  return { x: (longitude / 360 + 0.5) * size, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size };
}

export function place({ x, y }, zoom) {
  const size = TILE * Math.pow(2, zoom);
  const angle = Math.PI * (1 - (2 * y) / size);
  return { latitude: (Math.atan(Math.sinh(angle)) * 180) / Math.PI, longitude: (x / size - 0.5) * 360 };
}

export const metresPerPixel = (latitude, zoom) =>
  (CIRCUMFERENCE * Math.cos((latitude * Math.PI) / 180)) / (TILE * Math.pow(2, zoom));

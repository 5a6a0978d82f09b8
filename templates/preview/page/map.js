/* Places in the user's own files, found through the source map of a frame's script. */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUE = new Map([...DIGITS].map((digit, at) => [digit, at]));
const FRAME = /((?:https?:\/\/)[^\s()]+?):(\d+):(\d+)\)?$/;

/* The numbers of one segment. */
function numbers(text) {
  const found = [];
  let value = 0;
  let shift = 0;
  for (const digit of text) {
    const bits = VALUE.get(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (!(bits & 32)) {
      found.push(value & 1 ? -(value >>> 1) : value >>> 1);
      value = 0;
      shift = 0;
    }
  }
  return found;
}

function decoded(mappings) {
  let [source, line, column] = [0, 0, 0];
  return mappings.split(";").map((row) => {
    let at = 0;
    return row.split(",").filter(Boolean).map((text) => {
      const [step, ofSource = 0, ofLine = 0, ofColumn = 0] = numbers(text);
      at += step;
      source += ofSource;
      line += ofLine;
      column += ofColumn;
      return [at, source, line, column];
    });
  });
}

/* How to find the place of a line and column: by the map, or by where each module begins. */
function prepared({ mappings, sources, lines }) {
  if (!mappings) {
    return (line, column) => {
      const found = lines.filter(([start]) => start <= line).pop();
      const isOfUser = found && !found[1].startsWith("miniport:");
      return isOfUser ? { path: found[1], line: line - found[0] + 1, emitted: { line, column } } : null;
    };
  }
  const rows = decoded(mappings);
  return (line, column) => {
    const row = rows[line - 1] || [];
    const segment = row.filter(([at]) => at < column).pop() || row[0];
    return segment ? { path: sources[segment[1]], line: segment[2] + 1, column: segment[3] + 1 } : null;
  };
}

const known = new Map();

async function read(name, version) {
  const key = `${name} ${version}`;
  if (!known.has(key)) {
    for (const old of [...known.keys()]) if (old.startsWith(`${name} `)) known.delete(old);
    known.set(key, fetch(`map/${name}`).then((response) => response.json()).then(prepared).catch(() => null));
  }
  return known.get(key);
}

/* Files of the runtime and of the preview, which its user has not written. */
const OURS = /\/(runtime\.js|~miniport\/)/;

/* Where app code stands in a stack, innermost first: [{line, column}]. */
function framesOf(stack) {
  return String(stack || "")
    .split("\n")
    .map((line) => FRAME.exec(line.trim()))
    .filter((match) => match && /\/app\.js(\?|$)/.test(match[1]))
    .map((match) => ({ line: Number(match[2]), column: Number(match[3]) }));
}

/* The place {path, line, column} that a stack names first and that is the user's; null where there is none. */
export async function placeOf(phone, stack) {
  const frames = framesOf(stack);
  const find = frames.length ? await read(phone.name, phone.version) : null;
  const place = find && frames.map(({ line, column }) => find(line, column)).find(Boolean);
  if (!place) return null;
  const { emitted, ...rest } = place;
  return emitted ? { ...rest, emitted: { ...emitted, frame: phone.name, version: phone.version } } : rest;
}

/* A stack with the user's places in place of the script's, without frames that are not his. */
export async function led(phone, stack) {
  const find = framesOf(stack).length ? await read(phone.name, phone.version) : null;
  const lines = String(stack).split("\n").map((text) => {
    const [all, address, line, column] = FRAME.exec(text.trim()) || [];
    if (!all) return text;
    if (!/\/app\.js(\?|$)/.test(address)) return OURS.test(address) ? null : text;
    const place = find && find(Number(line), Number(column));
    return place ? text.replace(`${address}:${line}:${column}`, () => [place.path, place.line, place.column].filter(Boolean).join(":")) : find ? null : text;
  });
  return lines.filter((text) => text !== null).join("\n");
}

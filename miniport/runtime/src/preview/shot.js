/* A picture of what a frame shows, drawn by the browser from a copy of the document. */

const SPACE = "http://www.w3.org/1999/xhtml";
// In the copy all animations begin anew: what comes in with one would not be there yet.
const ENDED = "*,*::before,*::after{animation-delay:-1000s!important;animation-play-state:paused!important;transition:none!important}";

function asData(blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(blob);
  });
}

/* A file of the frame as data, "" where it cannot be had. */
async function inlined(address) {
  try {
    const url = new URL(address, document.baseURI);
    return url.origin === location.origin || url.protocol === "blob:" ? await asData(await (await fetch(url.href)).blob()) : "";
  } catch (error) {
    return "";
  }
}

async function sheetText() {
  const lists = [...document.styleSheets].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join("\n"));
  let text = lists.join("\n");
  for (const [all, , address] of text.matchAll(/url\((["']?)(?!data:)([^"')]+)\1\)/g)) {
    text = text.replace(all, `url("${await inlined(address)}")`);
  }
  return text;
}

/* Give the copy of a node what only the living one knows. */
async function copyState(from, to) {
  if (from.tagName === "CANVAS") {
    const picture = document.createElement("img");
    picture.src = from.toDataURL();
    picture.style.cssText = `width:${from.clientWidth}px;height:${from.clientHeight}px`;
    to.replaceWith(picture);
  } else if (from.tagName === "IMG") {
    to.setAttribute("src", await inlined(from.src));
  } else if (from.tagName === "INPUT") {
    to.setAttribute("value", from.value);
    to.toggleAttribute("checked", from.checked);
  } else if (from.tagName === "TEXTAREA") {
    to.textContent = from.value;
  }
  if ((from.scrollTop || from.scrollLeft) && to.firstElementChild) {
    to.firstElementChild.style.margin = `${-from.scrollTop}px 0 0 ${-from.scrollLeft}px`;
  }
}

async function copied(root) {
  const copy = root.cloneNode(true);
  const living = [root, ...root.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (let at = 0; at < living.length; at++) {
    await copyState(living[at], copies[at]);
  }
  copy.querySelectorAll("script, iframe").forEach((each) => each.remove());
  return copy;
}

async function documentText(width, height) {
  const body = await copied(document.body);
  const html = document.createElement("html");
  const style = document.createElement("style");
  style.textContent = (await sheetText()) + ENDED;
  html.setAttribute("xmlns", SPACE);
  html.style.cssText = document.documentElement.style.cssText;
  html.append(style, body);
  const inner = new XMLSerializer().serializeToString(html);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${inner}</foreignObject></svg>`;
}

/* Draw the document into a canvas. */
export async function shot(scale = window.devicePixelRatio || 1) {
  const { innerWidth: width, innerHeight: height } = window;
  const picture = new Image();
  picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(await documentText(width, height));
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

export const asPng = (canvas) => new Promise((resolve) => canvas.toBlob(resolve, "image/png"));

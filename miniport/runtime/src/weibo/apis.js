// APIs whose arguments or results differ between the mini-program and the container; all others pass unchanged.

import { textOf } from "../lib/given.js";

function first(...values) {
  return values.find((value) => value !== undefined);
}

function requestArgs(options) {
  const { url, data, dataType, timeout } = options;
  const method = (options.method || "GET").toUpperCase();
  const header = Object.assign({}, options.header, options.headers);
  return { url, method, data, header, dataType, timeout };
}

/** The result of a request; a status from 400 on is a failure that holds it all. */
function response(result) {
  const status = first(result.statusCode, result.status);
  const headers = first(result.header, result.headers, {});
  const shaped = { data: result.data, status, statusCode: status, headers, header: headers };
  if (status >= 400) throw Object.assign({ error: 19, errorMessage: "http status error" }, shaped);
  return shaped;
}

function uploadArgs(options) {
  const { url, filePath, name, fileName, formData, timeout } = options;
  return { url, filePath, name: name || fileName, formData, timeout, header: Object.assign({}, options.header, options.headers) };
}

function paths(result) {
  const tempFilePaths = result.tempFilePaths || (result.tempFiles || []).map((file) => file.path);
  const tempFiles = result.tempFiles || tempFilePaths.map((path) => ({ path }));
  return Object.assign({}, result, { tempFilePaths, apFilePaths: tempFilePaths, tempFiles });
}

function downloaded(result) {
  const path = first(result.tempFilePath, result.filePath);
  const headers = first(result.header, result.headers, {});
  return Object.assign({}, result, { apFilePath: path, tempFilePath: path, headers, header: headers });
}

/** Coordinates are texts for a mini-program, whatever the container gives. */
function place(result) {
  const accuracy = textOf(result.accuracy);
  const longitude = textOf(result.longitude);
  return {
    longitude,
    latitude: textOf(result.latitude),
    accuracy,
    horizontalAccuracy: textOf(first(result.horizontalAccuracy, accuracy)),
  };
}

function fileOf({ apFilePath, filePath }) {
  return { filePath: first(apFilePath, filePath) };
}

function saved(result) {
  return Object.assign({}, result, { success: true, apFilePath: first(result.savedFilePath, result.apFilePath) });
}

function listed(result) {
  const fileList = (result.fileList || []).map((file) => Object.assign({ apFilePath: file.filePath }, file));
  return Object.assign({}, result, { success: true, fileList });
}

const nothing = () => ({});
const done = () => ({ success: true });

// name -> {member, args(options), result(value), left: the error number where the user leaves}
const TABLE = {
  request: { member: "request", args: requestArgs, result: response },
  httpRequest: { member: "request", args: requestArgs, result: response },
  uploadFile: { member: "uploadFile", args: uploadArgs },
  downloadFile: { member: "downloadFile", args: ({ url, header, timeout }) => ({ url, header, timeout }), result: downloaded },
  makePhoneCall: { member: "makePhoneCall", args: ({ number }) => ({ phoneNumber: textOf(number) }), result: done },
  scan: {
    member: "scanCode",
    args: ({ hideAlbum, onlyFromCamera }) => ({ onlyFromCamera: !!(hideAlbum || onlyFromCamera) }),
    result: (value) => Object.assign({}, value, { code: first(value.code, value.result) }),
    left: 11,
  },
  setClipboard: { member: "setClipboardData", args: (options) => ({ data: textOf(options.text) }), result: done },
  getClipboard: {
    member: "getClipboardData",
    args: nothing,
    result: (value) => ({ text: textOf(value && typeof value === "object" ? value.data : value) }),
  },
  vibrate: { member: "vibrateLong", args: nothing, result: done },
  vibrateLong: { member: "vibrateLong", args: nothing, result: done },
  vibrateShort: { member: "vibrateShort", args: nothing, result: done },
  chooseImage: {
    member: "chooseImage",
    args: ({ count = 1, sizeType, sourceType }) => ({ count, sizeType, sourceType: sourceType && [].concat(sourceType) }),
    result: paths,
    left: 11,
  },
  previewImage: {
    member: "previewImage",
    args: ({ urls, current = 0 }) => ({ urls, current: typeof current === "number" ? urls[current] : current }),
  },
  getImageInfo: { member: "getImageInfo", args: ({ src }) => ({ src }) },
  saveImage: { member: "saveImageToPhotosAlbum", args: ({ url }) => ({ filePath: url }) },
  saveImageToPhotosAlbum: { member: "saveImageToPhotosAlbum", args: ({ filePath }) => ({ filePath }), result: done },
  getLocation: { member: "getLocation", args: () => ({ type: "gcj02" }), result: place },
  saveFile: { member: "saveFile", args: (options) => ({ tempFilePath: fileOf(options).filePath }), result: saved },
  getSavedFileList: { member: "getSavedFileList", args: nothing, result: listed },
  getSavedFileInfo: { member: "getSavedFileInfo", args: fileOf, result: (value) => Object.assign({ success: true }, value) },
  removeSavedFile: { member: "removeSavedFile", args: fileOf },
  getFileInfo: {
    member: "getFileInfo",
    args: (options) => Object.assign({ digestAlgorithm: options.digestAlgorithm || "md5" }, fileOf(options)),
  },
};

function same(value) {
  return value;
}

/** The container says in words that the user left; the mini-program wants a number. */
function leaving(left) {
  return (problem) => {
    const isLeft = left !== undefined && /cancel/i.test(textOf(problem && problem.errorMessage));
    throw isLeft ? Object.assign({}, problem, { error: left }) : problem;
  };
}

/** Return {name: (options, fallback) -> Promise}; without the member, the page's own way or `fail`. */
export function apis(has, call) {
  const table = {};
  Object.keys(TABLE).forEach((name) => {
    const { member, args = same, result = same, left } = TABLE[name];
    table[name] = (options, fallback) => {
      if (!has(member) && fallback) return fallback(options);
      return call(member, args(options || {})).then((value) => result(value || {}), leaving(left));
    };
  });
  return table;
}

// APIs whose arguments or results differ between the mini-program and the container; all others pass unchanged.

function text(value) {
  return value === undefined || value === null ? "" : String(value);
}

function first(...values) {
  return values.find((value) => value !== undefined);
}

function requestArgs(options) {
  const { url, data, dataType, timeout } = options;
  const method = (options.method || "GET").toUpperCase();
  const header = Object.assign({}, options.header, options.headers);
  return { url, method, data, header, dataType, timeout };
}

function response(result) {
  const status = first(result.statusCode, result.status);
  const headers = first(result.header, result.headers, {});
  return { data: result.data, status, statusCode: status, headers, header: headers };
}

function paths(result) {
  const tempFilePaths = result.tempFilePaths || (result.tempFiles || []).map((file) => file.path);
  return Object.assign({}, result, { tempFilePaths, apFilePaths: tempFilePaths });
}

// name -> {member, args(options), result(value)}
const TABLE = {
  request: { member: "request", args: requestArgs, result: response },
  httpRequest: { member: "request", args: requestArgs, result: response },
  makePhoneCall: { member: "makePhoneCall", args: ({ number }) => ({ phoneNumber: text(number) }) },
  scan: {
    member: "scanCode",
    args: ({ hideAlbum }) => ({ onlyFromCamera: !!hideAlbum }),
    result: (value) => Object.assign({}, value, { code: first(value.code, value.result) }),
  },
  setClipboard: { member: "setClipboardData", args: (options) => ({ data: text(options.text) }) },
  getClipboard: {
    member: "getClipboardData",
    args: () => ({}),
    result: (value) => ({ text: text(value && typeof value === "object" ? value.data : value) }),
  },
  vibrate: { member: "vibrateLong", args: () => ({}) },
  chooseImage: { member: "chooseImage", result: paths },
  previewImage: {
    member: "previewImage",
    args: ({ urls, current = 0 }) => ({ urls, current: typeof current === "number" ? urls[current] : current }),
  },
  saveImage: { member: "saveImageToPhotosAlbum", args: ({ url }) => ({ filePath: url }) },
};

function same(value) {
  return value;
}

/** Return {name: (options, fallback) -> Promise}; without the member, the page's own way or `fail`. */
export function apis(has, call) {
  const table = {};
  Object.keys(TABLE).forEach((name) => {
    const { member, args = same, result = same } = TABLE[name];
    table[name] = (options, fallback) => {
      if (!has(member) && fallback) return fallback(options);
      return call(member, args(options || {})).then((value) => result(value || {}));
    };
  });
  return table;
}

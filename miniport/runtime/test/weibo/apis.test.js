import assert from "node:assert/strict";
import test from "node:test";
import { apis } from "../../src/weibo/apis.js";

/* A container whose members answer with `answer`, and what they were called with. */
function container(answer, present = () => true) {
  const seen = [];
  const call = (member, args) => {
    seen.push([member, args]);
    return typeof answer === "function" ? answer(member, args) : Promise.resolve(answer);
  };
  return { seen, my: apis(present, call) };
}

const CASES = [
  [
    "request",
    { url: "u", headers: { a: "1" } },
    ["request", { url: "u", method: "GET", data: undefined, header: { a: "1" }, dataType: undefined, timeout: undefined }],
    { statusCode: 200, data: 1, header: { b: "2" } },
    { data: 1, status: 200, statusCode: 200, headers: { b: "2" }, header: { b: "2" } },
  ],
  ["makePhoneCall", { number: 10086 }, ["makePhoneCall", { phoneNumber: "10086" }], {}, { success: true }],
  ["scan", { hideAlbum: true }, ["scanCode", { onlyFromCamera: true }], { result: "x" }, { result: "x", code: "x" }],
  ["setClipboard", { text: "t" }, ["setClipboardData", { data: "t" }], {}, { success: true }],
  ["getClipboard", {}, ["getClipboardData", {}], { data: "t" }, { text: "t" }],
  ["vibrate", {}, ["vibrateLong", {}], {}, { success: true }],
  [
    "chooseImage",
    { sourceType: "album" },
    ["chooseImage", { count: 1, sizeType: undefined, sourceType: ["album"] }],
    { tempFilePaths: ["Temp/1"] },
    { tempFilePaths: ["Temp/1"], apFilePaths: ["Temp/1"], tempFiles: [{ path: "Temp/1" }] },
  ],
  ["previewImage", { urls: ["a", "b"], current: 1 }, ["previewImage", { urls: ["a", "b"], current: "b" }], {}, {}],
  ["saveImage", { url: "u" }, ["saveImageToPhotosAlbum", { filePath: "u" }], {}, {}],
  [
    "getLocation",
    { type: 1 },
    ["getLocation", { type: "gcj02" }],
    { longitude: 120.1, latitude: 30.2, accuracy: 5 },
    { longitude: "120.1", latitude: "30.2", accuracy: "5", horizontalAccuracy: "5" },
  ],
  [
    "downloadFile",
    { url: "u" },
    ["downloadFile", { url: "u", header: undefined, timeout: undefined }],
    { tempFilePath: "Temp/1" },
    { tempFilePath: "Temp/1", apFilePath: "Temp/1", headers: {}, header: {} },
  ],
  [
    "saveFile",
    { apFilePath: "Temp/1" },
    ["saveFile", { tempFilePath: "Temp/1" }],
    { savedFilePath: "s" },
    { savedFilePath: "s", success: true, apFilePath: "s" },
  ],
  ["getSavedFileInfo", { apFilePath: "s" }, ["getSavedFileInfo", { filePath: "s" }], { size: 1 }, { success: true, size: 1 }],
  [
    "getSavedFileList",
    {},
    ["getSavedFileList", {}],
    { fileList: [{ filePath: "s", size: 1 }] },
    { success: true, fileList: [{ apFilePath: "s", filePath: "s", size: 1 }] },
  ],
];

for (const [name, options, called, answer, result] of CASES) {
  test(`${name} is turned for the container, and its answer back`, async () => {
    const { seen, my } = container(answer);
    assert.deepEqual(await my[name](options), result);
    assert.deepEqual(seen, [called]);
  });
}

test("a member that is not there leaves it to the page, and fails where no page can", async () => {
  const { seen, my } = container(
    () => Promise.reject({ error: 1, errorMessage: "absent" }),
    () => false
  );
  assert.equal(await my.scan({ a: 1 }, (options) => Promise.resolve(options.a)), 1);
  assert.deepEqual(seen, []);
  await assert.rejects(my.saveFile({}), { error: 1 });
});

test("a failure of the container stays one; leaving has the platform's number", async () => {
  const cancel = () => Promise.reject({ error: 3, errorMessage: "chooseImage:fail cancel" });
  await assert.rejects(container(cancel).my.chooseImage({}), { error: 11 });
  await assert.rejects(container(cancel).my.scan({}), { error: 11 });
  await assert.rejects(container(cancel).my.setClipboard({}), { error: 3 });
});

test("a status from 400 on is failure 19 with all that came", async () => {
  await assert.rejects(container({ statusCode: 404, data: { why: "gone" } }).my.request({ url: "u" }), {
    error: 19,
    status: 404,
    data: { why: "gone" },
  });
});

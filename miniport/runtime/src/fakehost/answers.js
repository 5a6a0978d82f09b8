// What the members of `wbx` answer unless a script says otherwise. Values are made up; which members there are
// is what is known of the container.
//
// {sync: value} returns; {success: value} and {fail: value} answer later; {listen: value} calls back at once and
// on demand; {never: true} stays silent; {throws: text}. Further: {delay: ms}, {times: n}.

export const SYSTEM = {
  platform: "android",
  brand: "Weibo",
  model: "fake",
  system: "Android 13",
  language: "zh_CN",
  version: "14.0.0",
  SDKVersion: "1.0.0",
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
};

const POSITION = { latitude: 39.98, longitude: 116.31, accuracy: 30 };
const DONE = "connectSocket navigateTo redirectTo reLaunch navigateBack setStorage removeStorage clearStorage previewImage saveImageToPhotosAlbum openAppAuthorizeSetting startAccelerometer stopAccelerometer makePhoneCall setClipboardData vibrateShort vibrateLong showToast hideToast showLoading hideLoading setNavigationBarTitle setNavigationBarColor setBackgroundColor removeSavedFile checkSession share";

function done() {
  const table = {};
  DONE.split(" ").forEach((name) => {
    table[name] = { success: { errMsg: `${name}:ok` } };
  });
  return table;
}

export function answers() {
  return Object.assign(done(), {
    request: { success: { statusCode: 200, data: {}, header: {} } },
    uploadFile: { success: { statusCode: 200, data: "{}" } },
    downloadFile: { success: { statusCode: 200, tempFilePath: "Temp/download" } },
    getStorage: { success: { data: "" } },
    getStorageInfo: { success: { keys: [], currentSize: 0, limitSize: 10240 } },
    getStorageInfoSync: { sync: { keys: [], currentSize: 0, limitSize: 10240 } },
    getLocation: { success: POSITION },
    chooseImage: { success: { tempFilePaths: ["Temp/1.png"], tempFiles: [{ path: "Temp/1.png", size: 1 }] } },
    getImageInfo: { success: { width: 1, height: 1, path: "Temp/1.png" } },
    getSystemInfo: { success: SYSTEM },
    getSystemInfoSync: { sync: SYSTEM },
    getDeviceInfo: { success: { brand: "Weibo", model: "fake" } },
    onNetworkStatusChange: { listen: true },
    scanCode: { success: { result: "https://weibo.com", scanType: "QR_CODE" } },
    getClipboardData: { success: { data: "" } },
    showModal: { success: { confirm: true, cancel: false } },
    showActionSheet: { success: { tapIndex: 0 } },
    saveFile: { success: { savedFilePath: "Temp/saved" } },
    getSavedFileList: { success: { fileList: [] } },
    getSavedFileInfo: { success: { size: 0, createTime: 0 } },
    getFileInfo: { success: { size: 0 } },
    login: { success: { code: "code" } },
    getUserInfo: { success: { userInfo: { nickName: "微博用户" } } },
    wbGetWeiboUser: { success: { uid: "1" } },
  });
}

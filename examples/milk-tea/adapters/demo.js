/** 演示模式在“关于”页里打开，存在本机，默认关闭。 */
export function isDemo() {
  return my.getStorageSync({ key: "demo" }).data === true;
}

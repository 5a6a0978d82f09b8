import { isDemo } from "./demo";

/**
 * my.tradePay 在支付宝之外的去处。真实项目在这里接自己的收银台，例如
 * `return host.call("cashier", { tradeNO: options.tradeNO })`；抛出 {error, errorMessage} 就是失败。
 */
export default async (options, { host, dialect }) => {
  if (!isDemo()) {
    throw { error: 4000, errorMessage: "示例没有接入收银台" };
  }
  return { resultCode: "9000" };
};

import { isDemo } from "./demo";

/** my.openVoucherList 在支付宝之外的去处：真实项目在这里打开自己的券包。 */
export default async (options, { host, dialect }) => {
  if (!isDemo()) {
    throw { error: 3, errorMessage: "示例没有接入券包" };
  }
  return {};
};

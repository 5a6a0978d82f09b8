// What the simulator is told to answer for the platform's own services, as the examples' adapters do elsewhere.
() => {
  const isDemo = () => Object.keys(localStorage).some((key) => /:demo$/.test(key) && localStorage.getItem(key) === "true");
  const service = (result, problem) => () => {
    if (!isDemo()) throw problem;
    return result;
  };
  Object.assign(window.miniport.simulator.answers, {
    tradePay: service({ resultCode: "9000" }, { error: 4000, errorMessage: "示例没有接入收银台" }),
    openVoucherList: service({}, { error: 3, errorMessage: "示例没有接入券包" }),
  });
}

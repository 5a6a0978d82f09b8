// What the simulator answers for everything that only a device has: success, with what most callers read.
() => {
  const result = { authCode: "code", avatar: "", nickName: "名字", response: "{}", apFilePaths: [], data: {}, list: [], code: "code" };
  Object.setPrototypeOf(window.miniport.simulator.answers, new Proxy({}, { get: () => () => result }));
}

// Starts an emitted project in the stand-in of the container; requests are answered from `window.requests`, or refused.
async ({ project, page, query }) => {
  window.requests = window.requests || {};
  const host = await window.fakehost.load(project, {});
  host.wbx.request = (options) => {
    const answer = window.requests[options.url] || window.requests["*"];
    if (answer && answer.pending) return;
    setTimeout(() => {
      if (answer) options.success({ statusCode: answer.status, data: answer.json, header: {} });
      else options.fail({ errMsg: "request:fail", error: 12 });
    });
  };
  window.fakehost.host = host;
  await host.open(page || undefined, query);
}

window.parsed["es2018 for await"] = (async () => { for await (const one of []) return one; })() instanceof Promise;

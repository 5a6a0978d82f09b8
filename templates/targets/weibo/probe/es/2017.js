window.parsed.es2017 = (async () => {})() instanceof Promise;

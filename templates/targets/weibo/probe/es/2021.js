window.parsed.es2021 = ((value) => { value ||= 1_000; return value === 1000; })(0);

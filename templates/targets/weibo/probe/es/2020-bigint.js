window.parsed["es2020 bigint"] = 1n + 1n === 2n;

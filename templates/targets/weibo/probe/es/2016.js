window.parsed.es2016 = 2 ** 3 === 8;

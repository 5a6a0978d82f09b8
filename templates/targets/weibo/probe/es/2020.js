window.parsed.es2020 = (null ?? window.parsed?.es2015) === true;

window.parsed.es2018 = (({ a, ...rest }) => { try { throw { ...rest }; } catch (value) { return value.b === 1; } })({ a: 0, b: 1 });

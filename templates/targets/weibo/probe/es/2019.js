try { throw 0; } catch { window.parsed.es2019 = true; }

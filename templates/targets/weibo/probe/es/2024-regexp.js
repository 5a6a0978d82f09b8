window.parsed["es2024 regexp v"] = /[\p{L}--[a-z]]/v.test("A");

window.parsed["es2018 regexp"] = /(?<=a)(?<name>b)/su.test("ab");

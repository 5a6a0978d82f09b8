window.parsed.es2022 = (class { #a = 1; static b = 2; static { this.c = this.b; } is() { return #a in this; } }).c === 2;

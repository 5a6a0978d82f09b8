// What a careless minifier breaks.
const said = []
const say = (...words) => said.push(words.join(" "))

let a = 1
let b = a
  ;[1, 2].forEach((x) => say("each", x))
const f = function () {
  return
  "never"
}
say(f(), a++ + ++a, a - -a, a + +a)
say(/ \/\* no /.test(" /* no "), 4 / 2 / 1, "// no", `a  ${ a + `  ${b}` }  // b`)
for (let i = 0; i < 2; i++) /* one */ say(i) // two
label: for (const k in { x: 1 }) { say(k); continue label }
class A {
  static x = 1;
  ['y'] = 2
  get z() { return this.y }
  *g() { yield
    3 }
}
say(A.x, new A().y, new A().z, [...new A().g()].length)
do a-- 
while (a > 0)
say(typeof a, void 0, 0 in [1], a ? .5 : 1.5, 1 .toFixed(1))
const o = { a, b, get() { return 1 }, async: 2, in: 3 }
say(JSON.stringify(o), o.get(), o?.a, a ?? b)
if (a) say("yes")
else say("no")
var x = 1
var g = x
/2/1
say(g)
console.log(said.join("\n"))

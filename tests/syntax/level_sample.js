// Everything that is lowered, in every place that is special; prints what it saw.
let r=[]; const o={a:{b(x){return [this===o.a,x]},c:1,'d':null},n:null,f(){return this===o}}; const n=null; let u;
r.push(o?.a?.b(2), o.a?.b?.(3), o.a.b?.(4,5), n?.a.b.c, n?.[x()], u?.(), o.n?.y ?? 'def', (o?.f)(), (o.a?.b)(7))
let calls=0; function x(){calls++; return o} 
r.push(x()?.a?.c, x().a.b?.(1), x()?.['a']?.d ?? calls, calls)
r.push(delete o.a?.d, delete n?.q, 'd' in o.a)
const g=(k)=>x()?.[k]?.c; r.push(g('a'), g('n'))
function h(a = x()?.a.c, ...rest){
 return a?.toFixed(1) + (rest[0] ?? 'none') }
r.push(h(), h(3,0))
let p = {q:0,r:null,s:''}; p.q ||= 5; p.r ??= 6; p['s'] &&= 7; x().z ??= 8; x()[x() && 'w'] ||= 9; let v=null; v ??= 3; v &&= v+1
r.push(p, o.z, o.w, v, calls, 1_000.5, 0xf && 1)
x()?.a
x()?.n?.b ?? r.push('stmt')
try { throw 1 } catch { r.push('caught') }
r.push([1,null,3].map(i => i ?? g('a') ?? 2), `${o?.a?.c ?? 'x'}`, o.a?.c ? 1 : 2, !o?.a?.c, typeof n?.x, o?.a.c + 1, -(n?.x ?? 4))
class K { m(){ return this?.v ?? 'kv' } get v(){ return super.toString?.().length } }
r.push(new K().m())
const as = async () => (await x())?.a?.c; const ge = function*(){ yield x()?.[yield 1]?.c }
const it = ge(); it.next(); r.push(it.next('a').value)
if (n?.x) r.push('no'); else x()?.a?.b?.()
for (const e of o?.list ?? [1]) r.push(e)
let z = 1, w = n?.x || 2, y = (n ?? 1, 2); r.push(z,w,y, u?.a?.b?.c?.(), x?.()?.a?.c, o.f?.(), o['f']?.(), x().f?.call(o))
a: x()?.a
r.push(r.length)
console.log(JSON.stringify(r))

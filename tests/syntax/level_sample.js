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
const seen=[]; const log=(v)=>(seen.push(v),v)
class P { a = log('a'); b = this.a + (n?.x ?? '!'); 'c-d' = 1; 7 = 'seven'; q
 static s = log('s'); static t = this.s + 't'; static { this.u = this.t + 'u' } get v(){ return 'P' } set w(x){ log('set') } w = 2
 fn = () => this.b; constructor(a) { 'use strict'
 log('body ' + this.b + a) } }
class Q extends P { own = super.v + this.q; constructor(b, a){ const own = 1; const made = [super(log('before ' + b)) === this, this.own]; this.made = made; (() => { this.x = own })() } }
const R = class extends Q { z = class { y = 1 }; static k = 'k' }
const mix = (Base) => class extends Base { m = (this.m || '') + 'm' }
const S = mix(mix(Object)); class T extends R { static only = () => T.k }
const p1 = new P(1), q1 = new Q(2), r1 = new R(3), m1 = new S(), t1 = new T()
r.push(seen, Object.entries(p1), P.s, P.t, P.u, p1.fn(), p1.fn.name, 'q' in p1, Object.keys(P), Object.keys(q1), q1.made, q1.x, r1.z.name, new r1.z().y, R.k, R.name, m1.m, T.only(), T.only.name, t1.own, Object.getOwnPropertyDescriptor(p1, 'w'))
for (const c of [1, 2]) { class L { i = c; static j = c * 2 } r.push(new L().i, L.j) }
r.push(r.length)
console.log(JSON.stringify(r))

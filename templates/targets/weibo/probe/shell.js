// The logic thread's half of the probe: what hooks bring, what members answer, what the engine has. No window, no document.

import plan from './plan'
import members from './members'

const hooks = []
const calls = {}
const timers = { fires: false }
const STARTED = Date.now()

if (typeof setTimeout === 'function') {
  setTimeout(() => {
    timers.fires = true
  }, 20)
}

/** Return the form of a value: its type, with the keys of objects; `depth` levels deep. */
function form(value, depth) {
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length && depth > 0 ? ['list of ' + value.length, form(value[0], depth - 1)] : 'list'
  if (typeof value === 'string' && /%[0-9A-Fa-f]{2}/.test(value)) return 'encoded string'
  if (typeof value !== 'object') return typeof value
  if (depth === 0) return 'object'
  const found = {}
  Object.keys(value).slice(0, 40).forEach((key) => {
    found[key] = form(value[key], depth - 1)
  })
  return found
}

/** Note that a hook was called, and the form of what it was given. */
export function seen(owner, name, options) {
  if (hooks.length < 200) hooks.push({ owner, name, options: options === undefined ? undefined : form(options, 3) })
}

function pump(vm) {
  const state = vm.$probe
  if (state.isBusy || !state.queue.length) return
  state.isBusy = true
  vm.data = state.queue.shift()
  vm.$nextTick(() => {
    state.isBusy = false
    pump(vm)
  })
}

function send(vm, message) {
  vm.$probe.queue.push(Object.assign({ probe: 1 }, message))
  pump(vm)
}

/** Begin, and return the address of the web view. */
export function start(vm, home, path) {
  vm.$probe = { queue: [], isBusy: false }
  return home + '#/' + path
}

function api() {
  return typeof wbx === 'undefined' ? null : wbx
}

function kindOf(name) {
  try {
    return api() ? typeof api()[name] : 'no wbx'
  } catch (error) {
    return 'throws'
  }
}

/** Return the names on the container's object, also those further up its prototype chain. */
function names() {
  const found = []
  let at = api()
  for (let up = 0; at && up < 3 && at !== Object.prototype; up += 1) {
    Object.getOwnPropertyNames(at).forEach((name) => {
      if (found.indexOf(name) < 0 && found.length < 600) found.push(name)
    })
    at = Object.getPrototypeOf(at)
  }
  return found.sort()
}

function note(name, way, value) {
  const call = calls[name]
  if (call.came.indexOf(way) < 0) call.came.push(way)
  call.after = call.after === undefined ? Date.now() - call.at : call.after
  if (way !== 'complete' || call.form === undefined) call.form = form(value, 3)
}

function listened(name) {
  const returned = api()[name]((value) => note(name, 'event', value))
  if (returned !== undefined) note(name, 'returned', returned)
}

function called(name, step) {
  const options = Object.assign({}, step.args, {
    success: (value) => note(name, 'success', value),
    fail: (value) => note(name, 'fail', value),
    failure: (value) => note(name, 'failure', value),
    complete: (value) => note(name, 'complete', value)
  })
  const returned = api()[name](options)
  if (returned && typeof returned.then === 'function') {
    calls[name].came.push('promise')
    returned.then((value) => note(name, 'resolved', value), (error) => note(name, 'rejected', error))
  } else if (returned !== undefined) note(name, 'returned', returned)
}

/** Call a member of the plan, once. */
function attempt(name) {
  const step = plan[name]
  if (!step || calls[name] || kindOf(name) !== 'function') return
  calls[name] = { at: Date.now(), came: [], isRefusal: Boolean(step.isRefusal) }
  try {
    if (step.kind === 'listen') listened(name)
    else called(name, step)
  } catch (error) {
    note(name, 'threw', { message: String(error && error.message) })
  }
}

const GLOBALS = 'Vue wbx getApp WBXEnvironment window document self globalThis global console setTimeout setInterval setImmediate requestAnimationFrame queueMicrotask Promise Proxy Reflect Symbol BigInt WeakRef Map Intl fetch XMLHttpRequest WebSocket crypto TextEncoder atob localStorage require'

/** Return which names the logic thread has, without naming one that it may not have declared. */
function globals() {
  const table = {
    Vue: typeof Vue, wbx: typeof wbx, getApp: typeof getApp, WBXEnvironment: typeof WBXEnvironment,
    window: typeof window, document: typeof document, self: typeof self, globalThis: typeof globalThis,
    global: typeof global, console: typeof console, setTimeout: typeof setTimeout, setInterval: typeof setInterval,
    setImmediate: typeof setImmediate, requestAnimationFrame: typeof requestAnimationFrame,
    queueMicrotask: typeof queueMicrotask, Promise: typeof Promise, Proxy: typeof Proxy, Reflect: typeof Reflect,
    Symbol: typeof Symbol, BigInt: typeof BigInt, WeakRef: typeof WeakRef, Map: typeof Map, Intl: typeof Intl,
    fetch: typeof fetch, XMLHttpRequest: typeof XMLHttpRequest, WebSocket: typeof WebSocket, crypto: typeof crypto,
    TextEncoder: typeof TextEncoder, atob: typeof atob, localStorage: typeof localStorage, require: typeof require
  }
  return GLOBALS.split(' ').filter((name) => table[name] !== 'undefined')
}

function methods() {
  const table = {
    'Object.fromEntries': Object.fromEntries, 'Array.prototype.flat': [].flat, 'Array.prototype.at': [].at,
    'String.prototype.padStart': ''.padStart, 'String.prototype.replaceAll': ''.replaceAll,
    'Promise.allSettled': typeof Promise === 'function' && Promise.allSettled, 'Object.hasOwn': Object.hasOwn
  }
  return Object.keys(table).filter((name) => typeof table[name] === 'function')
}

function facts(path) {
  const kinds = {}
  Object.keys(members).concat(Object.keys(plan)).forEach((name) => {
    kinds[name] = kindOf(name)
  })
  return { path, hooks, calls, kinds, members, plan, names: names(), globals: globals(), methods: methods(), timers, age: Date.now() - STARTED }
}

const VALUES = () => ({
  number: 1, text: '茶😀', truth: true, nothing: null, missing: undefined, list: [1, [2]], nested: { a: { b: 1 } },
  date: new Date(0), bytes: typeof Uint8Array === 'function' ? new Uint8Array([1, 2]) : null
})

/** Take a message of the content. */
export function receive(vm, path, message) {
  if (!message || message.probe !== 1 || !vm.$probe) return
  const { id, ask } = message
  if (ask === 'facts') send(vm, { id, facts: JSON.stringify(facts(path)) })
  else if (ask === 'start') Object.keys(plan).filter((name) => !plan[name].isAsked).forEach(attempt)
  else if (ask === 'call') attempt(message.name)
  else if (ask === 'up') send(vm, { id, length: message.text.length })
  else if (ask === 'down') send(vm, { id, text: new Array(message.length + 1).join('x') })
  else if (ask === 'values') send(vm, { id, values: VALUES() })
  else if (ask === 'twice') {
    vm.data = { probe: 1, id, turn: 1 }
    vm.data = { probe: 1, id, turn: 2 }
  }
}

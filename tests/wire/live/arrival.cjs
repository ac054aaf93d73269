// What has arrived of a value, compared with the value itself.
'use strict';

process.setMaxListeners(0);

class Opaque extends Error {}

/**
 * 'ok', 'lossy', 'opaque' (throws when it is touched) or 'error' (never arrives); and how it looks now.
 * `receive` gives what has arrived in an array: a promise that has arrived is not awaited on the way.
 */
async function judgeArrival(make, receive) {
  let after;
  try {
    after = await orNever(receive().then(([arrived]) => describe(arrived)));
  } catch (error) {
    return { verdict: error instanceof Opaque ? 'opaque' : 'error', arrives: String(error.message).slice(0, 100) };
  }
  const before = await orNever(describe(make()));
  return { verdict: before === after ? 'ok' : 'lossy', arrives: after };
}

/** A text that is equal for values of the same kind and content, and for no others. */
async function describe(value) {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return describePrimitive(value);
  touch(value);
  if (typeof value === 'function') return 'function';
  if (value.$$typeof) return describeReact(value);
  if (typeof value.then === 'function') return `${promiseName(value)} of ${await describe(await value)}`;
  if (typeof value[Symbol.asyncIterator] === 'function') return describeAsync(value);
  if (typeof value.next === 'function') return `iterator ${await describeAll(value)}`;
  return `${className(value)} ${await describeContent(value)}`;
}

function describePrimitive(value) {
  if (typeof value === 'symbol') return `symbol ${Symbol.keyFor(value) ?? 'of its own'}`;
  return `${typeof value} ${Object.is(value, -0) ? '-0' : value}`;
}

/** A temporary reference refuses to be looked at. */
function touch(value) {
  try {
    void value.anything;
  } catch (error) {
    throw new Opaque(error.message);
  }
}

function describeReact(value) {
  if (typeof value.$$typeof !== 'symbol') touch(value.$$typeof);
  const kind = String(value.$$typeof.description).split('.').pop();
  return kind === 'element' ? `element ${String(value.type)}` : kind;
}

/** A thenable keeps its promise when it arrives as a real one. */
function promiseName(value) {
  return value instanceof Promise ? className(value) : 'Promise';
}

async function describeAsync(value) {
  const all = [];
  for await (const item of value) all.push(await describe(item));
  const kind = value instanceof ReadableStream ? 'stream' : typeof value.next === 'function' ? 'iterator' : 'iterable';
  return `async ${kind} [${all}]`;
}

async function describeAll(iterable) {
  return `[${await Promise.all(Array.from(iterable, describe))}]`;
}

async function describeContent(value) {
  if (value instanceof Error) return describeError(value);
  if (value instanceof Blob) return `${value.name ?? 'no name'} ${await value.text()}`;
  if (value instanceof Date) return value.getTime();
  if (value instanceof URL) return value.href;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).join();
  if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) return new Uint8Array(value).join();
  if (typeof value[Symbol.iterator] === 'function') return describeAll(value);
  return describeAll(Object.entries(value).filter(([, member]) => member !== undefined));
}

async function describeError(error) {
  const inner = error.errors ? await describeAll(error.errors) : '';
  return `${error.name}: ${error.message} ${inner}`;
}

function className(value) {
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? 'no class';
  return name === 'Object' ? Object.prototype.toString.call(value) : name;
}

/** The same as `promise`; rejected when there is nothing left to do that could settle it. */
function orNever(promise) {
  const never = new Promise((_, reject) => process.once('beforeExit', () => reject(new Error('nothing came'))));
  return Promise.race([promise, never]);
}

module.exports = { judgeArrival, orNever };

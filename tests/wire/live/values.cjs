// One value of every kind that a serializer table speaks of, by the name that the tables use, in every place.
// `environment` holds what only one side can make: { React, serverReference, clientReference }; null where it cannot.
'use strict';

const bytes = () => new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer;

class Instance {
  field = 1;
}

class Jsonable {
  toJSON() {
    return { shown: 1 };
  }
}

class Walkable {
  *[Symbol.iterator]() {
    yield 1;
  }
}

function* generator() {
  yield 1;
}

async function* asyncGenerator() {
  yield 1;
}

function timer() {
  const timeout = setTimeout(() => {}, 1000);
  timeout.unref();
  return timeout;
}

/** `class … extends base`, under a name of its own. */
function derived(base, ...given) {
  const Derived = class extends base {};
  Object.defineProperty(Derived, 'name', { value: `Derived${base.name}` });
  return new Derived(...given);
}

function stream(...chunks) {
  return new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(chunk));
      controller.close();
    },
  });
}

function form() {
  const data = new FormData();
  data.append('name', 'Ada');
  return data;
}

const TYPED_ARRAYS = [
  'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
  'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array',
];
const ERRORS = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];
const INTL = [
  'Collator', 'DateTimeFormat', 'ListFormat', 'Locale', 'NumberFormat', 'PluralRules', 'RelativeTimeFormat', 'Segmenter',
];

const PLAIN = {
  undefined: () => undefined,
  null: () => null,
  boolean: () => true,
  number: () => 1.5,
  string: () => 'text',
  bigint: () => 10n,
  'registered symbol': () => Symbol.for('here'),
  symbol: () => Symbol('here'),
  Object: () => ({ a: 1 }),
  Array: () => [1, 2],
  Date: () => new Date(0),
  RegExp: () => /a/g,
  Map: () => new Map([[1, 2]]),
  Set: () => new Set([1]),
  WeakMap: () => new WeakMap(),
  WeakSet: () => new WeakSet(),
  WeakRef: () => new WeakRef({}),
  FinalizationRegistry: () => new FinalizationRegistry(() => {}),
  ArrayBuffer: () => bytes(),
  SharedArrayBuffer: () => new SharedArrayBuffer(4),
  DataView: () => new DataView(bytes()),
  Buffer: () => Buffer.from('a'),
  Blob: () => new Blob(['a']),
  File: () => new File(['a'], 'a.txt'),
  FormData: () => form(),
  Headers: () => new Headers({ a: '1' }),
  Request: () => new Request('https://example.org/'),
  Response: () => new Response('a'),
  URL: () => new URL('https://example.org/'),
  URLSearchParams: () => new URLSearchParams('a=1'),
  AbortController: () => new AbortController(),
  AbortSignal: () => new AbortController().signal,
  Event: () => new Event('click'),
  CustomEvent: () => new CustomEvent('click'),
  EventTarget: () => new EventTarget(),
  EventEmitter: () => new (require('node:events'))(),
  Timeout: () => timer(),
  TextEncoder: () => new TextEncoder(),
  TextDecoder: () => new TextDecoder(),
  WritableStream: () => new WritableStream(),
  TransformStream: () => new TransformStream(),
  Promise: () => Promise.resolve(1),
  PromiseLike: () => ({ then: (resolve) => resolve(1) }),
  ReadableStream: () => stream('a'),
  Iterable: () => [1],
  Iterator: () => new Map([[1, 2]]).values(),
  IterableIterator: () => new Map([[1, 2]]).values(),
  IteratorObject: () => new Set([1]).values(),
  Generator: () => generator(),
  AsyncIterable: () => ({ [Symbol.asyncIterator]: asyncGenerator }),
  AsyncIterator: () => asyncGenerator(),
  AsyncIterableIterator: () => asyncGenerator(),
  AsyncIteratorObject: () => asyncGenerator(),
  AsyncGenerator: () => asyncGenerator(),
  DOMException: () => new DOMException('message', 'AbortError'),
  AggregateError: () => new AggregateError([new Error('inner')], 'message'),
  String: () => new String('a'),
  Number: () => new Number(1),
  Boolean: () => new Boolean(true),
  BigInt: () => Object(1n),
  Symbol: () => Object(Symbol.for('a')),
  Math: () => Math,
  JSON: () => JSON,
  Atomics: () => Atomics,
  Reflect: () => Reflect,
  globalThis: () => globalThis,
  ProcessEnv: () => process.env,
  instance: () => new Instance(),
  'instance with toJSON': () => new Jsonable(),
  'object with toJSON': () => ({ toJSON: () => ({ shown: 1 }) }),
  class: () => Instance,
  function: () => function named() {},
  'extends Array': () => derived(Array, 'a', 'b'),
  'extends Date': () => derived(Date, 0),
  'extends Map': () => derived(Map, [[1, 2]]),
  'extends Set': () => derived(Set, [1]),
  'extends Error': () => derived(Error, 'message'),
  'extends RegExp': () => derived(RegExp, 'a'),
  'extends URL': () => derived(URL, 'https://example.org/'),
  'extends URLSearchParams': () => derived(URLSearchParams, 'a=1'),
  'extends Promise': () => derived(Promise, (resolve) => resolve(1)),
  'extends Uint8Array': () => derived(Uint8Array, [1]),
  'extends EventTarget': () => derived(EventTarget),
  'extends Iterable': () => new Walkable(),
  'extends EventEmitter': () => derived(require('node:events')),
};

for (const name of TYPED_ARRAYS) PLAIN[name] = () => new globalThis[name](bytes());
for (const name of ERRORS) PLAIN[name] = () => new globalThis[name]('message');
for (const name of INTL) PLAIN[`Intl.${name}`] = () => new Intl[name]('en');
PLAIN['Intl.DisplayNames'] = () => new Intl.DisplayNames('en', { type: 'region' });

/** What React makes; `environment` says how this side makes it. */
function ofReact({ React, serverReference, clientReference }) {
  const made = {
    element: () => React.createElement('div'),
    lazy: () => React.lazy(async () => ({ default: clientReference ?? 1 })),
    memo: () => React.memo(() => null),
    forwardRef: () => React.forwardRef(() => null),
    'server reference': () => serverReference,
    'bound server reference': () => serverReference.bind(null, 1),
  };
  if (React.createContext) made.context = () => React.createContext(1);
  if (clientReference) made['client reference'] = () => clientReference;
  return made;
}

/** Where a value can stand: what is inside of a promise is a message of its own. */
const PLACES = {
  member: (make) => ({ value: make() }),
  element: (make) => [make()],
  promised: (make) => Promise.resolve(make()),
  'promised member': (make) => Promise.resolve({ value: make() }),
  key: (make) => new Map([[make(), 1]]),
  entry: (make) => new Map([[1, make()]]),
  item: (make) => new Set([make()]),
  streamed: (make) => stream(make()),
  'streamed member': (make) => stream({ value: make() }),
  yielded: (make) => ({
    async *[Symbol.asyncIterator]() {
      yield make();
    },
  }),
};

/** In these places stands every kind; in the others those that show what the place does. */
const PLACES_OF_ALL = ['member', 'element', 'promised'];
const TELLING = ['string', 'Date', 'URL', 'Buffer', 'instance', 'instance with toJSON', 'symbol', 'function', 'RegExp'];
/** They lead to themselves: a serializer that does not notice walks for ever, where it has nobody's stack to exhaust. */
const ENDLESS = ['context', 'globalThis', 'Timeout'];

/** By place and name (`member Date`), functions that make a value anew. */
function values(environment) {
  const made = environment ? { ...PLAIN, ...ofReact(environment) } : PLAIN;
  const placed = {};
  for (const [place, put] of Object.entries(PLACES)) {
    for (const [name, make] of Object.entries(made)) {
      if (isTelling(place, name)) placed[`${place} ${name}`] = () => put(make);
    }
  }
  return placed;
}

function isTelling(place, name) {
  if (ENDLESS.includes(name)) return place === 'member';
  return PLACES_OF_ALL.includes(place) || TELLING.includes(name);
}

module.exports = { values };

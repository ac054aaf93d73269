// The client's side:
//   client.cjs FOLDER arguments [temporary]    encode every value as an argument: {name: {error} | {text} | {parts}}
//   client.cjs FOLDER props FILE               decode what the server has encoded into FILE: {name: judgement}
'use strict';

const { values } = require('./values.cjs');
const { judgeArrival, inTime } = require('./arrival.cjs');
const { FUNCTION, argumentsOf, packagesOf, read, answer, eachOf } = require('./side.cjs');

const [folder, task, detail] = argumentsOf();
const packages = packagesOf(folder);
const React = packages('react');
const flight = packages('react-server-dom-webpack/client.browser');

const serverReference = flight.createServerReference(FUNCTION, async () => {});

async function encodeArgument(make) {
  const body = await inTime(flight.encodeReply([make()], options()));
  return typeof body === 'string' ? { text: body } : { parts: await Promise.all(Array.from(body, partOf)) };
}

function options() {
  return detail === 'temporary' && flight.createTemporaryReferenceSet
    ? { temporaryReferences: flight.createTemporaryReferenceSet() }
    : undefined;
}

async function partOf([key, value]) {
  if (typeof value === 'string') return { key, value };
  const blob = Buffer.from(await value.arrayBuffer()).toString('base64');
  return { key, blob, type: value.type, name: value.name };
}

async function decodeProp(make, { error, wire }) {
  if (error) return { verdict: 'error', arrives: error };
  return judgeArrival(make(), async () => {
    return flight.createFromReadableStream(new Blob([Buffer.from(wire, 'base64')]).stream(), {});
  });
}

async function main() {
  if (task === 'arguments') {
    const made = values({ React, serverReference, clientReference: null });
    return eachOf(made, (make) => encodeArgument(make).catch((error) => ({ error: error.message })));
  }
  // The originals to compare with: what only the server can make arrives as what the client has of it.
  const made = values({ React, serverReference, clientReference: () => {} });
  const encoded = read(detail);
  return eachOf(
    Object.fromEntries(Object.entries(made).filter(([name]) => name in encoded)),
    (make, name) => decodeProp(make, encoded[name]),
  );
}

main().then(answer);

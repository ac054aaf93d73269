// The client's side:
//   client.cjs FOLDER arguments bare|temporary      encode every value as an argument: {name: {error} | {text} | {parts}}
//   client.cjs FOLDER props                         decode what the server has encoded: {name: {verdict, arrives}}
'use strict';

const { values } = require('./values.cjs');
const { judgeArrival, orNever } = require('./arrival.cjs');
const { FUNCTION, argumentsOf, packagesOf, given, answer, eachOf } = require('./side.cjs');

const [folder, task, mode] = argumentsOf();
const packages = packagesOf(folder);
const React = packages('react');
const flight = packages('react-server-dom-webpack/client.browser');

const serverReference = flight.createServerReference(FUNCTION, async () => {});

async function encodeArgument(make) {
  const body = await orNever(flight.encodeReply([make()], options()));
  return typeof body === 'string' ? { text: body } : { parts: await Promise.all(Array.from(body, partOf)) };
}

function options() {
  return mode === 'temporary' && flight.createTemporaryReferenceSet
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
  return judgeArrival(make, async () => {
    return flight.createFromReadableStream(new Blob([Buffer.from(wire, 'base64')]).stream(), {});
  });
}

function main() {
  if (task === 'arguments') {
    const made = values({ React, serverReference, clientReference: null });
    return eachOf(made, (make) => encodeArgument(make).catch((error) => ({ error: error.message })));
  }
  // To compare with: what only the server can make arrives as what the client has of it.
  const made = values({ React, serverReference, clientReference: () => {} });
  return eachOf(given(), (encoded, name) => decodeProp(made[name], encoded));
}

main().then(answer);

// The server's side, run with --conditions=react-server:
//   server.cjs FOLDER props                         encode every value: {name: {error} | {wire}}
//   server.cjs FOLDER arguments bare|temporary      decode what the client has encoded: {name: {verdict, arrives}}
'use strict';

const { PassThrough } = require('node:stream');
const { values } = require('./values.cjs');
const { judgeArrival, orNever } = require('./arrival.cjs');
const { FUNCTION, COMPONENT, argumentsOf, packagesOf, given, answer, eachOf } = require('./side.cjs');

const [folder, task, mode] = argumentsOf();
const packages = packagesOf(folder);
const React = packages('react');
const flight = packages('react-server-dom-webpack/server.node');

const serverReference = flight.registerServerReference(async () => {}, 'module', 'act');
const clientReference = flight.registerClientReference(() => {}, 'component', 'Button');
const made = values({ React, serverReference, clientReference });

const CLIENT_MANIFEST = { [COMPONENT]: { id: 'component', name: 'Button', chunks: [] } };
const SERVER_MANIFEST = { [FUNCTION]: { id: 'module', name: 'act', chunks: [] } };

async function encodeValue(make) {
  const errors = [];
  const onError = (error) => void errors.push(error.message);
  const wire = await orNever(collect(flight.renderToPipeableStream([make()], CLIENT_MANIFEST, { onError })));
  return errors.length ? { error: errors[0] } : { wire: wire.toString('base64') };
}

function collect(rendered) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    const out = new PassThrough();
    out.on('data', (chunk) => chunks.push(chunk));
    out.on('end', () => resolve(Buffer.concat(chunks)));
    out.on('error', reject);
    rendered.pipe(out);
  });
}

async function decodeArgument(make, { error, text, parts }) {
  if (error) return { verdict: 'error', arrives: error };
  return judgeArrival(make, async () => {
    return flight.decodeReply(text ?? formOf(parts), SERVER_MANIFEST, options());
  });
}

function options() {
  return mode === 'temporary' && flight.createTemporaryReferenceSet
    ? { temporaryReferences: flight.createTemporaryReferenceSet() }
    : undefined;
}

function formOf(parts) {
  const form = new FormData();
  for (const { key, value, blob, type, name } of parts) {
    if (blob === undefined) form.append(key, value);
    else form.append(key, new File([Buffer.from(blob, 'base64')], name, { type }));
  }
  return form;
}

function main() {
  if (task === 'props') return eachOf(made, (make) => encodeValue(make).catch((error) => ({ error: error.message })));
  return eachOf(given(), (encoded, name) => decodeArgument(made[name], encoded));
}

main().then(answer);

// Every value through JSON.stringify and JSON.parse: {name: {verdict, arrives}}
'use strict';

const { values } = require('./values.cjs');
const { judgeArrival } = require('./arrival.cjs');
const { answer, eachOf } = require('./side.cjs');

const throughJson = async (value) => [JSON.parse(JSON.stringify(value))];

eachOf(values(null), (make) => judgeArrival(make, () => throughJson(make()))).then(answer);

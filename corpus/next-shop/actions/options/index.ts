// Case (v): a barrel of actions; the client takes one name.
export * from './colors';
export * from './sizes';

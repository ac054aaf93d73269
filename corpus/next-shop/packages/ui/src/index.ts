// Case (j): the manifest points at dist/, which is not built; the application reads this file through `paths`.
export { Card } from './card';
export { Disclosure } from './disclosure';

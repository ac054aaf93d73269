import type { Endpoint } from './data.ts';
import { type Item, type Items, pathOf } from './items.ts';
import { entry, list } from './lists.ts';
import type { Scene } from './scene.ts';
import type { Told } from './told.ts';
import { wayLists } from './toldWay.ts';
import { counted } from './words.ts';

/** Its state, who can reach it, and who does. */
export function ofEndpoint(item: Item, endpoint: Endpoint, items: Items, scene: Scene): Told {
  const more = endpoint.more_uses
    ? [entry(undefined, `and ${counted(endpoint.more_uses, 'more place')}`)]
    : [];
  const uses = endpoint.uses.map((use) =>
    entry(items.modules[use.node], `${use.path}:${use.line}`, use.text),
  );
  const module = entry(item.parent, `${pathOf(item.parent as Item)}:${endpoint.line}`);
  return {
    title: endpoint.name,
    sentences: [
      `${endpoint.label}${endpoint.mark ? ` (${endpoint.mark})` : ''}: ${endpoint.why}`,
      endpoint.exposure,
      endpoint.advice,
    ].filter(Boolean),
    lists: [
      list('Where it is', [module]),
      ...wayLists(scene.ways),
      list('Who uses it', [...uses, ...more], endpoint.used || 'Nothing.'),
    ].flat(),
  };
}

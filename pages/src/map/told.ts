/** What there is to tell of a row, as data: sentences, and lists of places to go to. */
import type { MapData } from './data.ts';
import type { Item, Items } from './items.ts';
import type { List } from './lists.ts';
import type { Scene } from './scene.ts';
import { ofEndpoint } from './toldEndpoint.ts';
import { ofFolder } from './toldFolder.ts';
import { ofModule } from './toldModule.ts';

export interface Told {
  title: string;
  sentences: string[];
  lists: List[];
}

export function toldOf(item: Item, data: MapData, items: Items, scene: Scene): Told {
  if (item.endpoint) return ofEndpoint(item, item.endpoint, items, scene);
  if (item.kind === 'module') return ofModule(item, data, items, scene);
  return ofFolder(item, scene);
}

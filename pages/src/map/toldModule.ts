import type { MapData } from './data.ts';
import { type Item, type Items, otherSide, pathOf } from './items.ts';
import { type Entry, entry, type List, list } from './lists.ts';
import type { Scene } from './scene.ts';
import type { Told } from './told.ts';
import { wayLists } from './toldWay.ts';
import { names, SIDES } from './words.ts';

/** Why it is on its side, its doors, and what it has to do with there. */
export function ofModule(item: Item, data: MapData, items: Items, scene: Scene): Told {
  const directive = data.directives[data.nodes[item.node]?.[0] ?? -1];
  const marked = directive ? ` It says '${directive}'.` : '';
  const others = (['server', 'client'] as const).map((side) => items.byId.get(otherSide(item, side)));
  const twin = others.find((other) => other && other !== item && item.isOnBoth);
  const imports = (data.imports[item.node] ?? []).map((node) => items.modules[node] as Item);
  const importers = items.modules.filter((other) => data.imports[other.node]?.includes(item.node));
  return {
    title: pathOf(item),
    sentences: [`${whereIs(item)}${marked}`],
    lists: [
      twin ? list('The same file on the other side', [entry(twin, SIDES[twin.side])]) : [],
      ...wayLists(scene.ways),
      list('Endpoints in it', item.children.map(endpointEntry)),
      ...doorLists(item, data, items),
      list('Imports on this side', imports.map(plainEntry)),
      list('Imported on this side by', importers.map(plainEntry)),
    ].flat(),
  };
}

function whereIs(item: Item): string {
  if (item.side === 'neither')
    return 'No page, route or other start of the program loads it. That is as it should be for scripts, tests and configuration; anything else is dead code.';
  if (item.side === 'unknown') return 'It is loaded, and nothing says on which side.';
  if (item.isOnBoth) return 'It is loaded on both sides.';
  return item.side === 'server' ? 'Only the server loads it.' : 'Only the browser loads it.';
}

function endpointEntry(item: Item): Entry {
  return entry(item, item.label, item.endpoint?.label ?? '');
}

function plainEntry(item: Item): Entry {
  return entry(item, pathOf(item));
}

function doorLists(item: Item, data: MapData, items: Items): List[] {
  const out = data.doors.filter(([source]) => source === item.node);
  const into = data.doors.filter(([, target]) => target === item.node);
  const told = (node: number, line: number, taken: string[], isNew: boolean) =>
    entry(
      items.modules[node],
      pathOf(items.modules[node] as Item),
      `${names(taken)}, line ${line}${isNew ? ' (new)' : ''}`,
    );
  return [
    list(
      'Doors that it opens',
      out.map(([, target, line, taken, isNew]) => told(target, line, taken, isNew)),
    ),
    list(
      'Doors that lead here',
      into.map(([source, , line, taken, isNew]) => told(source, line, taken, isNew)),
    ),
  ].flat();
}

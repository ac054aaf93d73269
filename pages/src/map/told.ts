/** What there is to tell of a row, as data: sentences, and lists of places to go to. */
import type { Endpoint, MapData } from './data.ts';
import { holds, type Item, type Items, otherSide, pathOf } from './items.ts';
import type { Link } from './links.ts';
import { type Scene, touches } from './scene.ts';
import type { WayStep } from './way.ts';
import { counted, names, SIDES } from './words.ts';

export interface Told {
  title: string;
  sentences: string[];
  lists: List[];
}

export interface List {
  title: string;
  isOrdered: boolean;
  entries: Entry[];
}

export interface Entry {
  /** Undefined where it is not on the map. */
  item: Item | undefined;
  text: string;
  detail: string;
}

export function toldOf(item: Item, data: MapData, items: Items, scene: Scene): Told {
  if (item.endpoint) return ofEndpoint(item, item.endpoint, items);
  if (item.kind === 'module') return ofModule(item, data, items, scene);
  return ofFolder(item, scene);
}

function ofEndpoint(item: Item, endpoint: Endpoint, items: Items): Told {
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
      list('Who uses it', [...uses, ...more], endpoint.used || 'Nothing.'),
    ].flat(),
  };
}

function ofModule(item: Item, data: MapData, items: Items, scene: Scene): Told {
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
      list('Why it is there', scene.way.map(stepEntry), '', true),
      list('Endpoints in it', item.children.map(endpointEntry)),
      ...doorLists(item, data, items),
      list('Imports on this side', imports.map(plainEntry)),
      list('Imported on this side by', importers.map(plainEntry)),
    ].flat(),
  };
}

function whereIs(item: Item): string {
  if (item.side === 'neither') return 'Nothing that runs loads it: no page, route or other start leads here.';
  if (item.side === 'unknown') return 'It is loaded, and nothing says on which side.';
  if (item.isOnBoth) return 'It is loaded on both sides.';
  return item.side === 'server' ? 'Only the server loads it.' : 'Only the browser loads it.';
}

function stepEntry({ item, line, isDoor }: WayStep): Entry {
  const side = SIDES[item.side].toLowerCase();
  if (!line)
    return entry(
      item,
      pathOf(item),
      `the program starts here, on the ${side === 'browser' ? 'browser’s side' : side}`,
    );
  const through = isDoor ? `; this is a door to the ${side}` : '';
  return entry(item, pathOf(item), `imported in line ${line} of the file before${through}`);
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

function ofFolder(item: Item, scene: Scene): Told {
  const links = scene.links.filter((link) => link.kind.startsWith('to-') && touches(link, item));
  const leaving = links.filter((link) => holds(item, link.from));
  const coming = links.filter((link) => !holds(item, link.from));
  const needless = item.needless ? `, ${item.needless.toLocaleString('en')} of which no page needs` : '';
  const endpoints = item.endpoints ? ` and ${counted(item.endpoints, 'endpoint')}${needless}` : '';
  return {
    title: pathOf(item),
    sentences: [`${sideWords(item)}${counted(item.files, 'file')}${endpoints}.`],
    lists: [
      list(
        'Doors that lead out',
        leaving.map((link) => linkEntry(link, link.to)),
      ),
      list(
        'Doors that lead in',
        coming.map((link) => linkEntry(link, link.from)),
      ),
    ].flat(),
  };
}

function sideWords(item: Item): string {
  return {
    server: 'On the server: ',
    client: 'In the browser: ',
    unknown: '',
    neither: 'On neither side, because nothing that runs loads it: ',
  }[item.side];
}

function linkEntry(link: Link, other: Item): Entry {
  const inner = holds(other, link.to) ? link.from : link.to;
  return entry(
    other,
    pathOf(other),
    `${counted(link.count, 'import')}, ${other === link.to ? 'from' : 'to'} ${pathOf(inner)}`,
  );
}

/** None where there is nothing to list and nothing to say of that. */
function list(title: string, entries: Entry[], nothing = '', isOrdered = false): List[] {
  if (!entries.length && !nothing) return [];
  return [{ title, isOrdered, entries: entries.length ? entries : [entry(undefined, nothing)] }];
}

function entry(item: Item | undefined, text: string, detail = ''): Entry {
  return { item, text, detail };
}

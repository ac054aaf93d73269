/** The ways to what is chosen, each with its name; the first is the one that is lit. */
import type { Endpoint, MapData } from './data.ts';
import type { Item, Items } from './items.ts';
import { type WayStep, wayTo } from './way.ts';

export interface Way {
  title: string;
  steps: WayStep[];
}

const FROM_BROWSER = 'How the browser comes to it';

export function waysOf(data: MapData, items: Items, chosen: Item): Way[] {
  const ways = chosen.endpoint
    ? [wayToEndpoint(data, items, chosen.endpoint)]
    : waysToModule(data, items, chosen.node);
  return ways.filter((way) => way.steps.length > 0);
}

/** What is behind a door to the server may be loaded there as well, by a route for example. */
function waysToModule(data: MapData, items: Items, node: number): Way[] {
  if (node < 0) return [];
  const [loaded, doors] = [wayTo(data, items, node), doorsTo(data, items, node)];
  if (!doors.length) return [{ title: 'Why it is there', steps: loaded }];
  if (loaded.some(({ item }) => item.side === 'client')) return [{ title: FROM_BROWSER, steps: loaded }];
  return [
    { title: FROM_BROWSER, steps: shortest(data, items, doors) },
    { title: 'How the server loads it', steps: loaded },
  ];
}

/** That of its module where the browser takes only others of it: `import { add } from './cart'` does not lead to `clear`. */
function wayToEndpoint(data: MapData, items: Items, { node, name, published }: Endpoint): Way {
  const taking = doorsTo(data, items, node).filter(
    ({ names }) => names.includes(name) || names.includes('*'),
  );
  if (published !== 'no' && taking.length)
    return { title: FROM_BROWSER, steps: shortest(data, items, taking) };
  return { title: 'How its file is loaded', steps: wayTo(data, items, node) };
}

interface BrowserDoor {
  source: number;
  target: number;
  line: number;
  names: string[];
}

function doorsTo(data: MapData, items: Items, node: number): BrowserDoor[] {
  return data.doors
    .map(([source, target, line, names]) => ({ source, target, line, names }))
    .filter(({ source, target }) => target === node && items.modules[source]?.side === 'client');
}

function shortest(data: MapData, items: Items, doors: readonly BrowserDoor[]): WayStep[] {
  const ways = doors
    .map(({ source, target, line }) => {
      const last = { item: items.modules[target] as Item, line, isDoor: true };
      return [...wayTo(data, items, source), last];
    })
    .filter((way) => way.length > 1);
  return ways.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

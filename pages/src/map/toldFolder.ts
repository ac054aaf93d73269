import { holds, type Item, pathOf } from './items.ts';
import { list } from './lists.ts';
import { needlessEntries } from './needless.ts';
import { type Scene, touches } from './scene.ts';
import type { Told } from './told.ts';
import { doorList } from './toldDoors.ts';
import { counted, NEEDLESS } from './words.ts';

/** Of a folder, a group or a side: how much is in it, and its doors. */
export function ofFolder(item: Item, scene: Scene): Told {
  const links = scene.links.filter((link) => link.kind.startsWith('to-') && touches(link, item));
  const leaving = links.filter((link) => holds(item, link.from));
  const coming = links.filter((link) => !holds(item, link.from));
  return {
    title: pathOf(item),
    sentences: [`${sideWords(item)}${counted(item.files, 'file')}${endpointsText(item)}.`],
    lists: [
      list('Endpoints to look at', needlessEntries(item)),
      doorList('Doors that lead out', leaving, true),
      doorList('Doors that lead in', coming, false),
    ].flat(),
  };
}

function sideWords(item: Item): string {
  return {
    server: 'On the server: ',
    client: 'In the browser: ',
    unknown: '',
    neither:
      'On neither side, because no page or route loads it (scripts, tests, configuration, dead code): ',
  }[item.side];
}

/** ` and 5 endpoints, 2 of them to look at: dead, or used only by the server, scripts or tests`. */
function endpointsText({ endpoints, needless }: Item): string {
  if (!endpoints) return '';
  const unneeded = needless ? `, ${needless.toLocaleString('en')} of them to look at: ${NEEDLESS}` : '';
  return ` and ${counted(endpoints, 'endpoint')}${unneeded}`;
}

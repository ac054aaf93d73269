/** What stands behind a row's name. */
import { element } from './dom.ts';
import type { Item } from './items.ts';
import type { Scene } from './scene.ts';
import { counted, NEEDLESS } from './words.ts';

export function chipsOf(item: Item, isOpen: boolean, scene: Scene, base: string): HTMLElement[] {
  const hits = scene.hitCounts.get(item);
  const step = scene.steps.get(item);
  const way = scene.way;
  const isStart = item.node >= 0 && way.length > 0 && way[0]?.item === item;
  const hasEndpoints = !isOpen && !item.endpoint && item.endpoints > 0;
  return [
    step && chip('step', step, `Step ${step} of the way`),
    isStart && chip('', 'start', 'The program starts here'),
    hits && chip('hit', counted(hits, 'hit')),
    item.isOnBoth && chip('both', 'both', 'The server and the browser load it'),
    item.endpoint && chip(`state ${item.endpoint.liveness}`, item.endpoint.label),
    base && item.changed > 0 && chip('new', changeText(item)),
    hasEndpoints && chip('endpoints', counted(item.endpoints, 'endpoint')),
    hasEndpoints &&
      item.needless > 0 &&
      chip('needless', `${item.needless.toLocaleString('en')} to look at`, `Endpoints that are ${NEEDLESS}`),
    item.kind !== 'module' && !item.endpoint && filesChip(item.files),
  ].filter((one) => one instanceof HTMLElement);
}

function chip(className: string, text: string, title = ''): HTMLElement {
  return element('span', { className: `chip ${className}`, title }, text);
}

/** Only who does not see the column of numbers has to hear of what. */
function filesChip(files: number): HTMLElement {
  const made = chip('files', files.toLocaleString('en'), counted(files, 'file'));
  made.append(element('span', { className: 'visually-hidden' }, ` ${files === 1 ? 'file' : 'files'}`));
  return made;
}

function changeText(item: Item): string {
  if (item.endpoint) return item.endpoint.mark;
  return item.kind === 'module' && item.children.length === 0 ? 'new' : counted(item.changed, 'change');
}

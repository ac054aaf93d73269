/** What is told beside the drawing: of the row that is chosen, of a search, of a branch. */
import type { MapData } from './data.ts';
import { element } from './dom.ts';
import { type Item, type Items, pathOf } from './items.ts';
import type { Entry, List } from './lists.ts';
import { needlessEntries } from './needless.ts';
import type { Told } from './told.ts';
import { NEEDLESS, SIDES } from './words.ts';

/** Of the entries of a list that is told. */
const MOST = 30;

export type Go = (item: Item) => void;

export function toldElement(told: Told, go: Go): Node[] {
  return [
    element('h2', { id: 'told' }, told.title),
    ...told.sentences.map((sentence) => element('p', {}, sentence)),
    ...told.lists.flatMap((list) => listElements(list, go)),
  ];
}

export function hitsElements(hits: readonly Item[], go: Go): Node[] {
  const entries = hits.map((item) => ({ item, text: pathOf(item), detail: SIDES[item.side] }));
  return entries.length ? [entriesElement({ isOrdered: false, entries }, go)] : [];
}

/** Closed until somebody asks; all of them, because it scrolls. */
export function needlessElements(items: Items, go: Go): Node[] {
  const entries = items.sides.flatMap(needlessEntries);
  if (!entries.length) return [];
  const count = element('span', { className: 'count' }, entries.length.toLocaleString('en'));
  return [
    element(
      'details',
      {},
      element('summary', {}, 'Endpoints to look at ', count),
      element(
        'p',
        { className: 'faint' },
        `They are ${NEEDLESS}. The report of endpoints says what to do about each.`,
      ),
      element('ul', { className: 'entries scrolling' }, ...entries.map((one) => entryElement(one, go))),
    ),
  ];
}

export function changesElements(data: MapData, items: Items, go: Go): Node[] {
  if (!data.base) return [];
  const title = element('h2', {}, `What has changed since ${data.base}`);
  if (!data.changes.length) return [title, element('p', {}, 'Nothing that the map shows.')];
  return [title, ...data.changes.map((change) => changeElement(change, items, go))];
}

function changeElement({ title, entries }: MapData['changes'][number], items: Items, go: Go): Node {
  const told = entries.map(({ text, detail, at }) => ({ item: items.byId.get(at), text, detail }));
  const count = element('span', { className: 'count' }, told.length.toLocaleString('en'));
  const list = entriesElement({ isOrdered: false, entries: told }, go);
  return element('details', { open: told.length <= 5 }, element('summary', {}, `${title} `, count), list);
}

function listElements(list: List, go: Go): Node[] {
  const count = element('span', { className: 'count' }, list.total.toLocaleString('en'));
  const title = element('h3', {}, list.title, ' ', list.total > 1 && !list.isOrdered && count);
  return [title, entriesElement(list, go)];
}

function entriesElement({ isOrdered, entries }: Pick<List, 'isOrdered' | 'entries'>, go: Go): HTMLElement {
  const shown = isOrdered ? entries : entries.slice(0, MOST);
  const rest = entries.length - shown.length;
  const more = rest > 0 && element('li', { className: 'faint' }, `and ${rest.toLocaleString('en')} more`);
  return element(
    isOrdered ? 'ol' : 'ul',
    { className: 'entries' },
    ...shown.map((entry) => entryElement(entry, go)),
    more,
  );
}

function entryElement({ item, text, detail }: Entry, go: Go): HTMLElement {
  const name = item ? linkElement(item, text, go) : element('span', {}, text);
  return element('li', {}, name, detail && element('span', { className: 'detail' }, ` ${detail}`));
}

/** Opens what has to be open for it, and leaves open what is. */
function linkElement(item: Item, text: string, go: Go): HTMLElement {
  const made = element('a', { href: `#${new URLSearchParams({ at: item.id })}` }, text);
  made.addEventListener('click', (event) => {
    event.preventDefault();
    go(item);
  });
  return made;
}

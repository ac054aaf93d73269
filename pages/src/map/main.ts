/** The map of a program: its state is in the address, and everything else follows from it. */
import type { MapData } from './data.ts';
import { part } from './dom.ts';
import { draw, showRow } from './drawing.ts';
import { ancestors, type Item, itemsOf } from './items.ts';
import { usuallyOpen } from './overview.ts';
import { changesElements, hitsElements, needlessElements, toldElement } from './panels.ts';
import { type Scene, sceneOf } from './scene.ts';
import { fromHash, type State, toHash } from './state.ts';
import { toldOf } from './told.ts';
import { Tree } from './tree.ts';
import { counted } from './words.ts';

const data: MapData = JSON.parse(part('data').textContent ?? '');
const items = itemsOf(data);
const usual = usuallyOpen(items.sides);
const search = part('search') as HTMLInputElement;
const frame = part('frame');
const tree = new Tree(part('tree'), { press, setOpen });
let state = addressed();

start();

function start(): void {
  part('map').hidden = false;
  part('changes').replaceChildren(...changesElements(data, items, go));
  part('needless').replaceChildren(...needlessElements(items, go));
  search.addEventListener('input', () => update({ ...state, find: search.value }));
  part('form').addEventListener('submit', toFirstHit);
  part('skip').addEventListener('click', skip);
  part('reset').addEventListener('click', () => update({ open: usual, at: '', find: '' }));
  addEventListener('hashchange', () => update(addressed()));
  new ResizeObserver(() => drawScene(sceneOf(data, items, state))).observe(frame);
  remember(false);
  show(true);
}

/** What the address says; what is chosen is always shown. */
function addressed(): State {
  const said = fromHash(location.hash, usual);
  const item = items.byId.get(said.at);
  return item ? { ...said, open: withAncestors(said.open, item) } : { ...said, at: '' };
}

function update(next: State): void {
  const moved = next.at !== state.at;
  state = next;
  remember(moved);
  show(moved);
}

function show(moved: boolean): void {
  if (search.value !== state.find) search.value = state.find;
  const scene = sceneOf(data, items, state);
  drawScene(scene);
  tree.show(scene, data.base);
  tell(scene);
  if (moved && scene.chosen) showRow(frame, scene.chosen);
}

/** What was chosen before is a step back. */
function remember(isStep: boolean): void {
  const hash = toHash(state, usual);
  if (location.hash === hash) return;
  history[isStep ? 'pushState' : 'replaceState'](null, '', hash || location.pathname + location.search);
}

function drawScene(scene: Scene): void {
  draw(frame, scene, data.base, press);
}

function tell(scene: Scene): void {
  const { chosen, hits } = scene;
  const told = chosen && toldOf(chosen, data, items, scene);
  part('told-part').hidden = !told;
  part('told-part').replaceChildren(...(told ? toldElement(told, go) : []));
  part('said').textContent = told ? [told.title, ...told.sentences].join('. ') : '';
  part('hits').replaceChildren(...hitsElements(hits, go));
  part('status').textContent = state.find.trim() ? saidOf(hits.length) : '';
}

/** The address is the state's: a link within the page would change it. */
function skip(event: Event): void {
  event.preventDefault();
  tree.focusCurrent();
}

function saidOf(hits: number): string {
  return hits ? `${counted(hits, 'place')} found` : 'Nothing is called that';
}

/** A folder opens or closes; either way it is what is told of. */
function press(item: Item): void {
  const isOpen = state.open.has(item.id);
  update({ ...state, at: item.id, open: item.children.length ? toggled(item, !isOpen) : state.open });
}

function toFirstHit(event: Event): void {
  event.preventDefault();
  const [first] = sceneOf(data, items, state).hits;
  if (first) go(first);
}

function setOpen(item: Item, open: boolean): void {
  update({ ...state, open: toggled(item, open) });
}

function go(item: Item): void {
  update({ ...state, at: item.id, open: withAncestors(state.open, item) });
}

function toggled(item: Item, open: boolean): Set<string> {
  const all = new Set(state.open);
  if (open) all.add(item.id);
  else all.delete(item.id);
  return all;
}

function withAncestors(open: ReadonlySet<string>, item: Item): Set<string> {
  return new Set([...open, ...ancestors(item).map((one) => one.id)]);
}

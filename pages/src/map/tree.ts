/** The same rows as the drawing's, for the keyboard and for screen readers. */
import { chipsOf } from './chips.ts';
import { element, scrollTo } from './dom.ts';
import type { Item } from './items.ts';
import type { Scene } from './scene.ts';
import type { Row } from './shown.ts';

export interface TreeActions {
  /** As a click or Enter does. */
  press(item: Item): void;
  setOpen(item: Item, open: boolean): void;
}

export class Tree {
  private rows: Row[] = [];
  /** The one that Tab leads to. */
  private current = '';

  constructor(
    private readonly list: HTMLElement,
    private readonly actions: TreeActions,
  ) {
    list.addEventListener('keydown', (event) => this.onKey(event));
    list.addEventListener('click', (event) => this.onClick(event));
  }

  show(scene: Scene, base: string): void {
    const hadFocus = this.list.contains(document.activeElement);
    this.rows = scene.rows;
    if (scene.chosen && this.indexOf(scene.chosen.id) >= 0) this.current = scene.chosen.id;
    if (this.indexOf(this.current) < 0) this.current = this.rows[0]?.item.id ?? '';
    this.list.replaceChildren(...this.rows.map((row) => this.rowElement(row, scene, base)));
    if (hadFocus) this.focus(this.current);
    else scrollTo(this.list, this.elementOf(scene.chosen?.id ?? ''));
  }

  focusCurrent(): void {
    this.focus(this.current);
  }

  private rowElement({ item, depth, isOpen }: Row, scene: Scene, base: string): HTMLElement {
    const siblings =
      item.parent?.children ?? this.rows.filter((row) => row.depth === 0).map((row) => row.item);
    const made = element(
      'li',
      {
        role: 'treeitem',
        className: `${item.side} ${item.kind}`,
        tabIndex: item.id === this.current ? 0 : -1,
      },
      element('span', { className: 'label' }, item.label),
      ...chipsOf(item, isOpen, scene, base),
    );
    made.dataset.id = item.id;
    made.ariaLevel = `${depth + 1}`;
    made.ariaSelected = `${item === scene.chosen}`;
    made.ariaSetSize = `${siblings.length}`;
    made.ariaPosInSet = `${siblings.indexOf(item) + 1}`;
    if (item.children.length) made.ariaExpanded = `${isOpen}`;
    made.style.paddingInlineStart = `${depth * 14 + 20}px`;
    return made;
  }

  private onClick(event: MouseEvent): void {
    const id = (event.target as Element).closest<HTMLElement>('[role=treeitem]')?.dataset.id;
    const row = this.rows[this.indexOf(id ?? '')];
    if (!row) return;
    this.focus(row.item.id);
    this.actions.press(row.item);
  }

  private onKey(event: KeyboardEvent): void {
    const at = this.indexOf(this.current);
    const row = this.rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const known = this.moved(event.key, at) || this.acted(event.key, row) || this.typed(event.key, at);
    if (known) event.preventDefault();
  }

  private moved(key: string, at: number): boolean {
    const last = this.rows.length - 1;
    const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[key];
    if (to !== undefined) this.focus(this.rows[to]?.item.id ?? '');
    return to !== undefined;
  }

  private acted(key: string, { item, isOpen }: Row): boolean {
    if (key === 'Enter' || key === ' ') this.actions.press(item);
    else if (key === 'ArrowRight' && !isOpen && item.children.length) this.actions.setOpen(item, true);
    else if (key === 'ArrowRight' && isOpen) this.focus(item.children[0]?.id ?? '');
    else if (key === 'ArrowLeft' && isOpen) this.actions.setOpen(item, false);
    else if (key === 'ArrowLeft' && item.parent) this.focus(item.parent.id);
    else return key.startsWith('Arrow');
    return true;
  }

  /** To the next row that begins with that letter. */
  private typed(key: string, at: number): boolean {
    if (key.length !== 1) return false;
    const next = [...this.rows.slice(at + 1), ...this.rows.slice(0, at)];
    const hit = next.find((row) => row.item.label.toLowerCase().startsWith(key.toLowerCase()));
    if (hit) this.focus(hit.item.id);
    return hit !== undefined;
  }

  private focus(id: string): void {
    const before = this.elementOf(this.current);
    if (before) before.tabIndex = -1;
    this.current = id;
    const now = this.elementOf(id);
    if (now) now.tabIndex = 0;
    now?.focus();
  }

  private indexOf(id: string): number {
    return this.rows.findIndex((row) => row.item.id === id);
  }

  private elementOf(id: string): HTMLElement | undefined {
    return this.list.children[this.indexOf(id)] as HTMLElement | undefined;
  }
}

import * as vscode from 'vscode';
import { go, pathOf } from '../places.ts';
import type { Way } from '../protocol.ts';
import { type WayLine, wayLines, wayTitle } from './steps.ts';

type Item = vscode.QuickPickItem & Partial<WayLine>;

/** A list of the steps: moving through it shows each import, enter goes there. */
export function walk(ways: Way[]): void {
  const list = vscode.window.createQuickPick<Item>();
  list.title = 'Why is this module here?';
  list.placeholder = 'Move through the steps to see each import';
  list.matchOnDescription = true;
  list.items = ways.flatMap((way): Item[] => [separator(wayTitle(way)), ...wayLines(way, pathOf)]);
  list.onDidChangeActive(
    ([item]) => item?.step && void go(item.step.from, { preview: true, preserveFocus: true }),
  );
  list.onDidAccept(() => {
    const step = list.selectedItems[0]?.step;
    list.hide();
    if (step) void go(step.from);
  });
  list.onDidHide(() => list.dispose());
  list.show();
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

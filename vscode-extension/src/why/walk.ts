import * as vscode from 'vscode';
import { go, pathOf } from '../places.ts';
import type { Way } from '../protocol.ts';
import { type WayLine, wayLines, wayTitle } from './steps.ts';

type Item = vscode.QuickPickItem & Partial<WayLine>;

/** A list of the steps: moving through it shows each import, enter stays there, escape goes back. */
export function walk(ways: Way[]): void {
  const before = vscode.window.activeTextEditor;
  const list = vscode.window.createQuickPick<Item>();
  list.title = 'Why is this module here?';
  list.placeholder = 'Move through the steps to see each import';
  list.items = ways.flatMap((way): Item[] => [separator(wayTitle(way)), ...wayLines(way, pathOf)]);
  let chosen = false;
  list.onDidChangeActive(
    ([item]) => item?.step && void go(item.step.from, { preview: true, preserveFocus: true }),
  );
  list.onDidAccept(() => {
    chosen = true;
    list.hide();
  });
  list.onDidHide(() => {
    const step = chosen ? list.selectedItems[0]?.step : undefined;
    list.dispose();
    void (step ? go(step.from) : goBack(before));
  });
  list.show();
}

async function goBack(editor: vscode.TextEditor | undefined): Promise<void> {
  if (editor)
    await vscode.window.showTextDocument(editor.document, {
      viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
      selection: editor.selection,
    });
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

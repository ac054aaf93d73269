import * as vscode from 'vscode';
import type { Session } from '../server/session.ts';
import { type Decorations, decorations } from './bandStyle.ts';
import { type Side, sideOf } from './side.ts';
import type { SidesSource } from './source.ts';

const SIDES: Side[] = ['server', 'client', 'both'];

/** A band in the gutter beside a whole module, in the colour of its side. */
export function showBand(session: Session, source: SidesSource): vscode.Disposable {
  let types = decorations();
  const draw = () => {
    for (const editor of vscode.window.visibleTextEditors) void drawIn(editor, types, source);
  };
  const clear = () => {
    for (const type of Object.values(types)) type.dispose();
  };
  const repaint = () => {
    clear();
    types = decorations();
    draw();
  };
  draw();
  return vscode.Disposable.from(
    { dispose: clear },
    session.onDidChange(draw),
    vscode.window.onDidChangeVisibleTextEditors(draw),
    vscode.window.onDidChangeActiveColorTheme(repaint),
    vscode.workspace.onDidChangeTextDocument((event) => event.contentChanges.length > 0 && draw()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('workbench.colorCustomizations')) repaint();
      else if (event.affectsConfiguration('boundary.band')) draw();
    }),
  );
}

async function drawIn(editor: vscode.TextEditor, types: Decorations, source: SidesSource): Promise<void> {
  const isOn = vscode.workspace.getConfiguration('boundary').get('band', true);
  const found = isOn ? sideOf(await source.of(editor.document.uri)) : undefined;
  const all = [new vscode.Range(0, 0, editor.document.lineCount, 0)];
  for (const side of SIDES) editor.setDecorations(types[side], side === found ? all : []);
}

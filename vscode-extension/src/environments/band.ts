import * as vscode from 'vscode';
import type { Session } from '../server/session.ts';
import { COLORS, type Side, sideOf } from './side.ts';
import type { SidesSource } from './source.ts';

/** Told apart by their lines as well, for those who do not see the colours. */
const LINES: Record<Side, string> = { server: 'solid', client: 'dashed', both: 'double' };
const SIDES: Side[] = ['server', 'client', 'both'];

/** A band at the left edge of a module's text, in the colour of its side. */
export function showBand(session: Session, source: SidesSource): vscode.Disposable {
  const types = Object.fromEntries(SIDES.map((side) => [side, decoration(side)])) as Decorations;
  const draw = () => vscode.window.visibleTextEditors.forEach((editor) => void drawIn(editor, types, source));
  draw();
  return vscode.Disposable.from(
    ...Object.values(types),
    session.onDidChange(draw),
    vscode.window.onDidChangeVisibleTextEditors(draw),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('boundary.band') && draw(),
    ),
    vscode.workspace.onDidChangeTextDocument((event) => event.contentChanges.length > 0 && draw()),
  );
}

type Decorations = Record<Side, vscode.TextEditorDecorationType>;

function decoration(side: Side): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor(COLORS[side]);
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderStyle: LINES[side],
    borderWidth: side === 'both' ? '0 0 0 4px' : '0 0 0 3px',
    borderColor: color,
  });
}

async function drawIn(editor: vscode.TextEditor, types: Decorations, source: SidesSource): Promise<void> {
  const isOn = vscode.workspace.getConfiguration('boundary').get('band', true);
  const found = isOn ? sideOf(await source.of(editor.document.uri)) : undefined;
  const all = [new vscode.Range(0, 0, editor.document.lineCount, 0)];
  for (const side of SIDES) editor.setDecorations(types[side], side === found ? all : []);
}

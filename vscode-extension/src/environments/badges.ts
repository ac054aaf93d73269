import * as vscode from 'vscode';
import type { Session } from '../server/session.ts';
import { COLORS, LETTERS, sideOf, tooltip } from './side.ts';
import type { SidesSource } from './source.ts';

/** S, C or SC behind the names of modules, in the explorer and on tabs. */
export function showBadges(session: Session, source: SidesSource): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  return vscode.Disposable.from(
    changed,
    session.onDidChange(() => changed.fire(undefined)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('boundary.badges')) changed.fire(undefined);
    }),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri) => badge(uri, source),
    }),
  );
}

async function badge(uri: vscode.Uri, source: SidesSource): Promise<vscode.FileDecoration | undefined> {
  const style = vscode.workspace.getConfiguration('boundary').get('badges');
  const sides = style === 'off' ? undefined : await source.of(uri);
  const side = sideOf(sides);
  if (!sides || !side) return undefined;
  const color = style === 'colored' ? new vscode.ThemeColor(COLORS[side]) : undefined;
  return new vscode.FileDecoration(LETTERS[side], tooltip(sides), color);
}

import * as vscode from 'vscode';
import { type Sides, type Way, WHY } from '../protocol.ts';
import type { Session } from '../server/session.ts';
import { statusText } from './reason.ts';
import { type Side, sideOf, tooltip } from './side.ts';
import type { SidesSource } from './source.ts';

const ICONS: Record<Side, string> = { server: '$(server)', client: '$(browser)', both: '$(arrow-swap)' };

/** In the status bar: the side of the open file, and why. A click shows the whole way. */
export function showStatus(session: Session, source: SidesSource): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('boundary.side', vscode.StatusBarAlignment.Right, 110);
  item.name = 'Boundary: Side of the Open File';
  item.command = 'boundary.showWay';
  const show = () => void showIn(item, session, source);
  show();
  return vscode.Disposable.from(
    item,
    session.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('boundary.statusItem') && show(),
    ),
  );
}

async function showIn(item: vscode.StatusBarItem, session: Session, source: SidesSource): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const isOn = vscode.workspace.getConfiguration('boundary').get('statusItem', true);
  const sides = uri && isOn ? await source.of(uri) : undefined;
  const side = sideOf(sides);
  if (!sides || !side) return item.hide();
  const ways = await allWays(session, sides);
  if (uri !== vscode.window.activeTextEditor?.document.uri) return;
  item.text = `${ICONS[side]} ${statusText(side, sides, ways)}`;
  item.tooltip = `${tooltip(sides)}\nClick to walk the way.`;
  item.show();
}

/** To every side that the module is on. */
export async function allWays(session: Session, sides: Sides): Promise<Way[]> {
  const textDocument = { uri: sides.uri };
  const asked = sides.environments.map((environment) => session.ask<Way>(WHY, { textDocument, environment }));
  return (await Promise.all(asked)).filter((way) => way !== undefined);
}

import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageserver-protocol';
import { locationOf, pathOf } from '../places.ts';
import { REFERENCES, type References } from '../protocol.ts';
import type { Session } from '../server/session.ts';
import { type Choice, choices } from './groups.ts';

/**
 * Peeks the uses of the server function at a place, network and in-process apart. A lens brings its own locations,
 * which are shown where no server function is meant: `rendered by 2 server modules`.
 */
export async function peekUses(
  session: Session,
  uri: vscode.Uri,
  at: Position,
  known: Location[],
): Promise<void> {
  const parameters = { textDocument: { uri: uri.toString() }, position: at };
  const found = await session.ask<References>(REFERENCES, parameters);
  const offered = found ? choices(found.groups, pathOf) : [];
  const chosen = offered.length > 1 ? await choose(offered) : (offered[0] ?? { locations: known });
  if (!chosen) return;
  const place = new vscode.Position(at.line, at.character);
  const locations = chosen.locations.map(locationOf);
  if (locations.length === 0) return tellNone();
  await vscode.commands.executeCommand('editor.action.peekLocations', uri, place, locations, 'peek');
}

async function choose(offered: Choice[]): Promise<Choice | undefined> {
  return vscode.window.showQuickPick(offered, { title: 'Uses of this endpoint', placeHolder: 'Which ones?' });
}

function tellNone(): void {
  void vscode.window.showInformationMessage('Nothing uses a server function here.');
}

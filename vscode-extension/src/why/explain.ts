import * as vscode from 'vscode';
import type { SidesSource } from '../environments/source.ts';
import { allWays } from '../environments/status.ts';
import { type Environment, type Way, WHY } from '../protocol.ts';
import type { Session } from '../server/session.ts';
import { walk } from './walk.ts';

/** The way to one side of a module: of the open file, if no other is named. */
export async function explain(session: Session, environment: Environment, uri = openFile()): Promise<void> {
  if (!uri) return;
  const way = await session.ask<Way>(WHY, { textDocument: { uri }, environment });
  if (way) return walk([way]);
  void vscode.window.showInformationMessage(`No entry point loads this module on the ${environment}.`);
}

/** The ways to every side that the open file is on. */
export async function showWay(session: Session, source: SidesSource): Promise<void> {
  const uri = openFile();
  const sides = uri ? await source.of(vscode.Uri.parse(uri)) : undefined;
  if (sides) walk(await allWays(session, sides));
}

function openFile(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.toString();
}

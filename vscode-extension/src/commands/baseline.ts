import * as vscode from 'vscode';
import type { Session } from '../server/session.ts';
import { chooseFolder, runTool } from './tool.ts';
import { lastLine } from './words.ts';

const FILE = 'boundary.baseline.json';

/** Writes down what is found today, and offers to show only what is new from now on. */
export async function writeBaseline(session: Session): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const args = ['check', '.', '--baseline', FILE, '--write-baseline'];
  const done = await runTool(session, 'Writing a baseline', folder, args);
  if (!done) return;
  if (done.code > 1) return void vscode.window.showErrorMessage(lastLine(done.errors));
  const answer = await vscode.window.showInformationMessage(
    `${FILE} holds what is found today.`,
    'Show Only What Is New',
  );
  if (answer) await vscode.workspace.getConfiguration('boundary', folder).update('baseline', FILE);
}

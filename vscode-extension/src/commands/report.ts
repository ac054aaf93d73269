import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Session } from '../server/session.ts';
import { chooseFolder, runTool } from './tool.ts';
import { lastLine } from './words.ts';

/** The page for the meeting where endpoints are removed, beside the editor; it opens in a browser as well. */
export async function showReport(session: Session): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const file = join(await mkdtemp(join(tmpdir(), 'boundary-')), `endpoints-${folder.name}.html`);
  const args = ['endpoints', '.', '--format', 'html', '--output', file];
  const done = await runTool(session, 'Writing the endpoints report', folder, args);
  if (!done) return;
  if (done.code > 1) return void vscode.window.showErrorMessage(lastLine(done.errors));
  const panel = vscode.window.createWebviewPanel('boundary.report', 'Endpoints', vscode.ViewColumn.Active, {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panel.webview.html = await readFile(file, 'utf8');
  const answer = await vscode.window.showInformationMessage(
    `The report is one file: ${file}`,
    'Open in the Browser',
  );
  if (answer) await vscode.env.openExternal(vscode.Uri.file(file));
}

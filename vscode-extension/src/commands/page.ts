import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Session } from '../server/session.ts';
import { chooseFolder, runTool } from './tool.ts';
import { lastLine } from './words.ts';

/** What `boundary COMMAND --format html` makes. */
export interface Page {
  command: string;
  title: string;
  /** Shown until it is there. */
  progress: string;
  /** Shown with the name of its file behind it. */
  done: string;
}

/** For the meeting where endpoints are removed. */
export const REPORT: Page = {
  command: 'endpoints',
  title: 'Endpoints',
  progress: 'Writing the endpoints report',
  done: 'The report is one file',
};

/** Both sides of the program, and the doors between them. */
export const MAP: Page = {
  command: 'graph',
  title: 'Map',
  progress: 'Drawing the map',
  done: 'The map is one file',
};

/** Beside the editor; it opens in a browser as well. */
export async function showPage(session: Session, page: Page): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const name = `${page.title.toLowerCase()}-${folder.name}.html`;
  const file = join(await mkdtemp(join(tmpdir(), 'boundary-')), name);
  const args = [page.command, '.', '--format', 'html', '--output', file];
  const done = await runTool(session, page.progress, folder, args);
  if (!done) return;
  if (done.code > 1) return void vscode.window.showErrorMessage(lastLine(done.errors));
  await openPanel(page, file);
  const answer = await vscode.window.showInformationMessage(`${page.done}: ${file}`, 'Open in the Browser');
  if (answer) await vscode.env.openExternal(vscode.Uri.file(file));
}

async function openPanel(page: Page, file: string): Promise<void> {
  const id = `boundary.${page.command}`;
  const panel = vscode.window.createWebviewPanel(id, page.title, vscode.ViewColumn.Active, {
    enableScripts: true,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panel.webview.html = await readFile(file, 'utf8');
}

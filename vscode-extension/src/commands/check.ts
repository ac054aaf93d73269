import * as vscode from 'vscode';
import type { Session } from '../server/session.ts';
import { chooseFolder, runTool } from './tool.ts';
import { lastLine } from './words.ts';

/** What CI would say: the whole report in an output channel, its sum in a message. */
export async function check(session: Session, output: vscode.OutputChannel): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const done = await runTool(session, 'Checking the workspace', folder, ['check', '.']);
  if (!done) return;
  output.replace(done.output || done.errors);
  if (done.code > 1) return void vscode.window.showErrorMessage(lastLine(done.errors));
  const answer = await vscode.window.showInformationMessage(
    sum(done.output),
    'Show the Report',
    'Show the Problems',
  );
  if (answer === 'Show the Report') output.show();
  if (answer === 'Show the Problems') await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** `1 error and 1 warning in 4 modules; …` */
function sum(report: string): string {
  return report.split('\n').find((line) => / in \d+ modules?/.test(line)) ?? lastLine(report);
}

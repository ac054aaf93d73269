import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import type { Session } from '../server/session.ts';

export interface Outcome {
  /** 0: clean; 1: findings; 2: it could not be carried out. */
  code: number;
  output: string;
  errors: string;
}

/** Runs the command line tool in a folder. Undefined where the person gave up; rejects where it is not there. */
export async function runTool(
  session: Session,
  title: string,
  folder: vscode.WorkspaceFolder,
  args: string[],
): Promise<Outcome | undefined> {
  const command = session.commandLine();
  if (!command) return undefined;
  session.log.info([command, ...args].join(' '));
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, (_, token) =>
    execute(command, args, folder.uri.fsPath, token),
  );
}

function execute(command: string, args: string[], cwd: string, token: vscode.CancellationToken) {
  const options = { cwd, maxBuffer: MEGABYTES * 1024 * 1024, shell: command.endsWith('.cmd') };
  return new Promise<Outcome | undefined>((resolve, reject) => {
    const child = execFile(command, args, options, (error, output, errors) => {
      if (token.isCancellationRequested) resolve(undefined);
      else if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: Number(error?.code ?? 0), output, errors });
    });
    token.onCancellationRequested(() => child.kill());
  });
}

const MEGABYTES = 256;

/** The folder of the open file, or the only one; else the person is asked. */
export async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const open = vscode.window.activeTextEditor?.document.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const own = open && vscode.workspace.getWorkspaceFolder(open);
  return own ?? (folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0]);
}

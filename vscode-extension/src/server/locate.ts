import { access, constants } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { type Candidate, candidates } from './candidates.ts';

/** The first server that is there; undefined if none is. */
export async function locate(extension: string): Promise<Candidate | undefined> {
  for (const candidate of candidates(surroundings(extension))) {
    if (await isProgram(candidate.command)) return candidate;
  }
  return undefined;
}

/** Where it was looked for, one path each. */
export function places(extension: string): string[] {
  return candidates(surroundings(extension)).map((candidate) => candidate.command);
}

function surroundings(extension: string) {
  return {
    configured: vscode.workspace.getConfiguration('boundary').get('server.path', ''),
    folders: (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath),
    isTrusted: vscode.workspace.isTrusted,
    extension,
    path: (process.env.PATH ?? '').split(path.delimiter).filter(Boolean),
    platform: process.platform,
  };
}

async function isProgram(command: string): Promise<boolean> {
  return access(command, constants.X_OK).then(
    () => true,
    () => false,
  );
}

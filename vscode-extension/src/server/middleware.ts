import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

/** What the server would do without an editor's lists is done by the editor's own commands. */
export const middleware: Middleware = {
  executeCommand(command, parameters, next) {
    const own = OWN[command];
    return own ? vscode.commands.executeCommand(own, ...parameters) : next(command, parameters);
  },
};

const OWN: Record<string, string> = {
  'boundary.showReferences': 'boundary.peekReferences',
  'boundary.why': 'boundary.walk',
};

import * as vscode from 'vscode';

/** What to do where no server was found. In a workspace that is not trusted the Doors view says it, without a message. */
export function tellMissing(): void {
  if (vscode.workspace.isTrusted) void offerHelp();
}

async function offerHelp(): Promise<void> {
  const configured = vscode.workspace.getConfiguration('boundary').get('server.path', '');
  const message = configured ? `boundary.server.path says ${configured}, but no program is there.` : INSTALL;
  const answer = await vscode.window.showWarningMessage(message, 'Look Again', 'Open Settings');
  if (answer === 'Look Again') await vscode.commands.executeCommand('boundary.restart');
  if (answer === 'Open Settings') await vscode.commands.executeCommand('boundary.openSettings');
}

const INSTALL =
  'Boundary found no server. Install one with `npm install --save-dev boundary-check` or `pip install boundary-lsp`, or say where it is in boundary.server.path.';

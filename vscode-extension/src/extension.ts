import * as vscode from 'vscode';
import { registerCommands } from './commands/register.ts';
import { DoorsView } from './doors/view.ts';
import { showBadges } from './environments/badges.ts';
import { showBand } from './environments/band.ts';
import { SidesSource } from './environments/source.ts';
import { showStatus } from './environments/status.ts';
import { LANGUAGES } from './server/client.ts';
import { Session } from './server/session.ts';

/** Called by the editor when something of ours is needed. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('Boundary', { log: true });
  const session = new Session(context.extensionPath, log);
  const source = new SidesSource(session);
  const doors = new DoorsView(session);
  context.subscriptions.push(
    log,
    session,
    doors,
    vscode.window.registerTreeDataProvider('boundary.doors', doors),
    showBadges(session, source),
    showBand(session, source),
    showStatus(session, source),
    registerCommands(session, source, doors),
    vscode.workspace.onDidGrantWorkspaceTrust(() => session.restart()),
    restartOnChange(session),
  );
  await vscode.commands.executeCommand('setContext', 'boundary.languages', LANGUAGES);
  void session.restart();
}

/** Everything else the server hears of while it runs. */
const READ_AT_START = ['boundary.server', 'boundary.baseline'];
const MILLISECONDS = 300;

/** A moment later: the server that runs is told of the change as well, and cannot be while it ends. */
function restartOnChange(session: Session): vscode.Disposable {
  let waiting: NodeJS.Timeout | undefined;
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (!READ_AT_START.some((setting) => event.affectsConfiguration(setting))) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void session.restart(), MILLISECONDS);
  });
}

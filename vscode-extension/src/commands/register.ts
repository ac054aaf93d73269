import * as vscode from 'vscode';
import type { DoorNode } from '../doors/nodes.ts';
import { openDoor } from '../doors/open.ts';
import type { DoorsView } from '../doors/view.ts';
import type { SidesSource } from '../environments/source.ts';
import type { Environment } from '../protocol.ts';
import { type PeekArguments, peek } from '../references/command.ts';
import type { Session } from '../server/session.ts';
import { explain, showWay } from '../why/explain.ts';
import { writeBaseline } from './baseline.ts';
import { check } from './check.ts';
import { MAP, REPORT, showPage } from './page.ts';

/** Every command of the palette, and those that lenses and code actions of the server name. */
export function registerCommands(session: Session, source: SidesSource, doors: DoorsView): vscode.Disposable {
  const report = vscode.window.createOutputChannel('Boundary Check');
  const commands: Record<string, (...args: never[]) => unknown> = {
    check: () => check(session, report),
    endpointsReport: () => showPage(session, REPORT),
    map: () => showPage(session, MAP),
    writeBaseline: () => writeBaseline(session),
    whyClient: () => explain(session, 'client'),
    whyServer: () => explain(session, 'server'),
    walk: (uri: string, environment: Environment) => explain(session, environment, uri),
    showWay: () => showWay(session, source),
    peekReferences: (...args: PeekArguments) => peek(session, args),
    openDoor: (node: DoorNode) => openDoor(session, node),
    refreshDoors: () => doors.refresh(),
    restart: () => session.restart(),
    showLog: () => session.log.show(),
    openSettings: () =>
      vscode.commands.executeCommand('workbench.action.openSettings', 'boundary.server.path'),
  };
  const registered = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`boundary.${name}`, run),
  );
  return vscode.Disposable.from(report, ...registered);
}

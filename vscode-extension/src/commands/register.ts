import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageserver-protocol';
import type { DoorNode } from '../doors/nodes.ts';
import type { DoorsView } from '../doors/view.ts';
import type { SidesSource } from '../environments/source.ts';
import { allWays } from '../environments/status.ts';
import { type Environment, type Way, WHY } from '../protocol.ts';
import { peekUses } from '../references/peek.ts';
import type { Session } from '../server/session.ts';
import { walk } from '../why/walk.ts';
import { writeBaseline } from './baseline.ts';
import { check } from './check.ts';
import { showReport } from './report.ts';

/** Every command of the palette, and those that lenses and code actions of the server name. */
export function registerCommands(session: Session, source: SidesSource, doors: DoorsView): vscode.Disposable {
  const report = vscode.window.createOutputChannel('Boundary Check');
  const commands: Record<string, (...args: never[]) => unknown> = {
    check: () => check(session, report),
    endpointsReport: () => showReport(session),
    writeBaseline: () => writeBaseline(session),
    whyClient: () => explain(session, openFile(), 'client'),
    whyServer: () => explain(session, openFile(), 'server'),
    walk: (uri: string, environment: Environment) => explain(session, uri, environment),
    showWay: () => showWay(session, source),
    peekReferences: (...args: PeekArguments) => peek(session, args),
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

async function explain(session: Session, uri: string | undefined, environment: Environment): Promise<void> {
  if (!uri) return;
  const way = await session.ask<Way>(WHY, { textDocument: { uri }, environment });
  if (way) return walk([way]);
  void vscode.window.showInformationMessage(`No entry point of the ${environment} loads this module.`);
}

async function showWay(session: Session, source: SidesSource): Promise<void> {
  const uri = openFile();
  const sides = uri ? await source.of(vscode.Uri.parse(uri)) : undefined;
  if (sides) walk(await allWays(session, sides));
}

/** From the palette or a menu: nothing, or the file; from the Doors view: a door; from a lens: what it speaks of. */
type PeekArguments = [] | [vscode.Uri] | [DoorNode] | [string, Position, Location[]];

async function peek(session: Session, args: PeekArguments): Promise<void> {
  const [first, position, known] = args;
  if (typeof first === 'string' && position && known) {
    return peekUses(session, vscode.Uri.parse(first), position, known);
  }
  if (first && typeof first === 'object' && 'door' in first) return peekDoor(session, first);
  const editor = vscode.window.activeTextEditor;
  if (editor) await peekUses(session, editor.document.uri, editor.selection.active, []);
}

async function peekDoor(session: Session, { door }: DoorNode): Promise<void> {
  const uri = vscode.Uri.parse(door.uri);
  await vscode.window.showTextDocument(uri);
  await peekUses(session, uri, door.range.start, []);
}

function openFile(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.toString();
}

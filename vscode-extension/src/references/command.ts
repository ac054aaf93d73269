import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageserver-protocol';
import type { DoorNode } from '../doors/nodes.ts';
import { current } from '../doors/open.ts';
import { go } from '../places.ts';
import type { Session } from '../server/session.ts';
import { peekUses } from './peek.ts';

/** From the palette or a menu: nothing, or the file; from the Doors view: a door; from a lens: what it speaks of. */
export type PeekArguments = [] | [vscode.Uri] | [DoorNode] | [string, Position, Location[]];

export async function peek(session: Session, args: PeekArguments): Promise<void> {
  const [first, position, known] = args;
  if (typeof first === 'string' && position && known) {
    return peekUses(session, vscode.Uri.parse(first), position, known);
  }
  if (first && typeof first === 'object' && 'door' in first) return peekDoor(session, first);
  const editor = vscode.window.activeTextEditor;
  if (editor) await peekUses(session, editor.document.uri, editor.selection.active, []);
}

async function peekDoor(session: Session, node: DoorNode): Promise<void> {
  const door = await current(session, node);
  await go(door);
  await peekUses(session, vscode.Uri.parse(door.uri), door.range.start, []);
}

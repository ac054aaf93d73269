import { go } from '../places.ts';
import { DOORS, type Doors } from '../protocol.ts';
import type { Session } from '../server/session.ts';
import type { DoorNode } from './nodes.ts';

/** Goes to a door. Typing moves it without a change of the view: the server is asked where it is now. */
export async function openDoor(session: Session, node: DoorNode): Promise<void> {
  await go(await current(session, node));
}

/** The same door as it is now; as it was, where it is gone. */
export async function current(session: Session, { door }: DoorNode): Promise<DoorNode['door']> {
  const doors = await session.ask<Doors>(DOORS, {});
  const all = (doors?.roots ?? []).flatMap((root) => [...root.endpoints, ...root.clientReferences]);
  return all.find((one) => one.uri === door.uri && one.id === door.id) ?? door;
}

// Case (u): reached only through a parallel route.
'use client';

import { markRead } from '@/actions/activity';

export function ActivityFeed() {
  return <button onClick={() => markRead()}>Mark all as read</button>;
}

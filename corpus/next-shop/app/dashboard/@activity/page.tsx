// Case (u): a page in a slot.
import { ActivityFeed } from '@/components/activity-feed';

export default function ActivitySlot() {
  return <ActivityFeed />;
}

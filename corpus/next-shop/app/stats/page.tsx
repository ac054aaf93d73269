// Case (d): the page calls the action in its own process.
import { loadStats } from '@/actions/stats';

export default async function StatsPage() {
  const { visits } = await loadStats();
  return <p>{visits} visits</p>;
}

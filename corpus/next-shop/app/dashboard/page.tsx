// Case (z): the barrel is the client module.
import { Menu } from '@/components/menu';

export default function DashboardPage() {
  return (
    <>
      <h1>Dashboard</h1>
      <Menu />
    </>
  );
}

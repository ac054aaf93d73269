// Case (u): a parallel route.
import type { ReactNode } from 'react';

export default function DashboardLayout({ children, activity }: { children: ReactNode; activity: ReactNode }) {
  return (
    <>
      {children}
      {activity}
    </>
  );
}

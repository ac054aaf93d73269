// Case (i): a package from npm that is itself marked 'use client' (sonner).
import type { ReactNode } from 'react';
import { Toaster } from 'sonner';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  );
}

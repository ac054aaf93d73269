// Case (l): server code imports a type from here, and nothing that runs.
'use client';

export type Filter = { minimum: number };

export function FilterPanel() {
  return <input type="range" />;
}

import type { Environment, Sides } from '../protocol.ts';

/** Where a module is, as one word; undefined where that is not known. */
export type Side = 'server' | 'client' | 'both';

export function sideOf(sides: Sides | undefined): Side | undefined {
  const server = sides?.environments.includes('server');
  const client = sides?.environments.includes('client');
  if (server && client) return 'both';
  return server ? 'server' : client ? 'client' : undefined;
}

export const LETTERS: Record<Side, string> = { server: 'S', client: 'C', both: 'SC' };

export const COLORS: Record<Side, string> = {
  server: 'boundary.server',
  client: 'boundary.client',
  both: 'boundary.both',
};

export const TITLES: Record<Side, string> = {
  server: 'server',
  client: 'client',
  both: 'server and client',
};

const PLACES: [Environment, string][] = [
  ['server', 'On the server'],
  ['client', 'On the client'],
];

/** One line for each side: `On the client: app/page.tsx → (client door) components/card.tsx`. */
export function tooltip(sides: Sides): string {
  return PLACES.filter(([environment]) => sides.environments.includes(environment))
    .map(([environment, place]) => [place, sides.reachedBy[environment]].filter(Boolean).join(': '))
    .join('\n');
}

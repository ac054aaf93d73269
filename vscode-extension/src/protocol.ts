/** What the server answers beyond the protocol: see `docs/lsp.md`. */
import type { Location, Range } from 'vscode-languageserver-protocol';

export type Environment = 'server' | 'client' | 'unknown';

export interface Sides {
  uri: string;
  environments: Environment[];
  layers: string[];
  directive: string | null;
  /** The shortest way from an entry point, in one line. */
  reachedBy: Partial<Record<Environment, string>>;
}

export interface Way {
  environment: Environment;
  chain: Step[];
  text: string;
}

export interface Step {
  uri: string;
  layer: string;
  /** The door that leads here. */
  door: 'client' | 'server' | null;
  /** The import that leads here; the head of the module for an entry point. */
  from: Location;
}

export interface Doors {
  roots: RootDoors[];
}

export interface RootDoors {
  uri: string;
  liveness: Record<string, number>;
  endpoints: Endpoint[];
  clientReferences: ClientReference[];
}

export interface Endpoint {
  id: string;
  name: string;
  uri: string;
  range: Range;
  liveness: string;
  published: 'yes' | 'no' | 'unknown';
  callers: { network: number; inProcess: number };
}

export interface ClientReference {
  id: string;
  name: string;
  uri: string;
  range: Range;
  /** So many modules of the server. */
  renderedBy: number;
  byFramework: boolean;
}

export interface References {
  groups: ReferenceGroup[];
}

export interface ReferenceGroup {
  transfer: string;
  locations: Location[];
}

export const ENVIRONMENTS = 'boundary/environments';
export const DOORS = 'boundary/doors';
export const WHY = 'boundary/why';
export const REFERENCES = 'boundary/references';
export const CHANGED = 'boundary/changed';

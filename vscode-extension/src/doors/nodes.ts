import type { ClientReference, Endpoint, RootDoors } from '../protocol.ts';

export interface GroupNode {
  kind: 'group';
  id: string;
  label: string;
  description: string;
  tooltip: string;
  icon: string;
  /** Whether there is something to be done about what is in it. */
  isOpen: boolean;
  children: DoorNode[];
}

export interface DoorNode {
  kind: 'endpoint' | 'client';
  id: string;
  label: string;
  description: string;
  tooltip: string;
  icon: string;
  /** Anyone can call it, and nothing of ours does. */
  isHole: boolean;
  door: Endpoint | ClientReference;
}

interface Kind {
  liveness: string;
  label: string;
  meaning: string;
  icon: string;
  isNeeded: boolean;
}

/** Those that can go come first. */
const KINDS: Kind[] = [
  kind('unused', 'Unused', 'Nothing refers to it.', 'trash', false),
  kind(
    'unreached',
    'Unreached',
    'Only modules that no entry point reaches use it.',
    'debug-disconnect',
    false,
  ),
  kind('test-only', 'Only in tests', 'Only tests and stories use it.', 'beaker', false),
  kind(
    'in-process',
    'In-process',
    'Only server code uses it: it need not be an endpoint.',
    'server-process',
    false,
  ),
  kind(
    'handed-over',
    'Handed over',
    'It is given to the client, and the trail ends there.',
    'question',
    true,
  ),
  kind('called', 'Called', 'The client calls it.', 'radio-tower', true),
  kind(
    'used-outside',
    'Used outside',
    'The configuration says that something else calls it.',
    'link-external',
    true,
  ),
];

/** The groups of one root that are not empty. */
export function groups(root: RootDoors): GroupNode[] {
  const endpoints = KINDS.map((one) => endpointGroup(root, one));
  return [...endpoints, clientGroup(root)].filter((group) => group.children.length > 0);
}

function kind(liveness: string, label: string, meaning: string, icon: string, isNeeded: boolean): Kind {
  return { liveness, label, meaning, icon, isNeeded };
}

function endpointGroup(root: RootDoors, { liveness, label, meaning, icon, isNeeded }: Kind): GroupNode {
  const found = root.endpoints.filter((endpoint) => endpoint.liveness === liveness);
  const children = found.map((endpoint) => endpointNode(endpoint, isNeeded));
  return { ...group(`${root.uri}#${liveness}`, label, meaning, children), icon, isOpen: !isNeeded };
}

function clientGroup(root: RootDoors): GroupNode {
  const children = root.clientReferences.map(clientNode);
  return {
    ...group(`${root.uri}#client`, 'Client references', REFERRED, children),
    icon: 'browser',
    isOpen: false,
  };
}

const REFERRED = 'What the server refers to, and the client runs.';

function group(id: string, label: string, tooltip: string, children: DoorNode[]) {
  return { kind: 'group' as const, id, label, description: String(children.length), tooltip, children };
}

function endpointNode(endpoint: Endpoint, isNeeded: boolean): DoorNode {
  const { network, inProcess } = endpoint.callers;
  const uses = [network && `${network} network`, inProcess && `${inProcess} in-process`].filter(Boolean);
  return {
    kind: 'endpoint',
    id: endpoint.uri + endpoint.id,
    label: endpoint.name,
    description: [...uses, moduleOf(endpoint.id)].join(' · '),
    tooltip: `${endpoint.id}\n${PUBLISHED[endpoint.published]}`,
    icon: endpoint.published === 'no' ? 'lock' : 'globe',
    isHole: endpoint.published === 'yes' && !isNeeded,
    door: endpoint,
  };
}

const PUBLISHED = {
  yes: 'Published: anyone can call it over the network.',
  no: 'Not published: nobody can call it over the network.',
  unknown: 'Whether it is published is not known.',
};

function clientNode(reference: ClientReference): DoorNode {
  return {
    kind: 'client',
    id: reference.uri + reference.id,
    label: reference.name,
    description: `${renderers(reference)} · ${moduleOf(reference.id)}`,
    tooltip: reference.id,
    icon: 'symbol-class',
    isHole: false,
    door: reference,
  };
}

function renderers({ renderedBy, byFramework }: ClientReference): string {
  const modules = renderedBy === 1 ? '1 server module' : `${renderedBy} server modules`;
  return [byFramework && 'the framework', renderedBy && modules].filter(Boolean).join(', ') || 'nobody';
}

/** The end of its path, which is what differs: `actions/cart.ts`; all of it is in the tooltip. */
function moduleOf(id: string): string {
  return id.slice(0, id.lastIndexOf('#')).split('/').slice(-2).join('/');
}

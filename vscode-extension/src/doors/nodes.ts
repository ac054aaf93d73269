import type { ClientReference, Endpoint, RootDoors } from '../protocol.ts';

export interface GroupNode {
  kind: 'group';
  id: string;
  label: string;
  description: string;
  tooltip: string;
  icon: string;
  children: DoorNode[];
}

export interface DoorNode {
  kind: 'endpoint' | 'client';
  id: string;
  label: string;
  description: string;
  tooltip: string;
  icon: string;
  door: Endpoint | ClientReference;
}

/** Those that can go come first. */
const LIVENESS: [string, string, string, string][] = [
  ['unused', 'Unused', 'Nothing refers to it.', 'trash'],
  ['unreached', 'Unreached', 'Only modules that no entry point reaches use it.', 'debug-disconnect'],
  ['test-only', 'Only in tests', 'Only tests and stories use it.', 'beaker'],
  ['in-process', 'In-process', 'Only server code uses it: nobody needs it to be an endpoint.', 'lock'],
  ['handed-over', 'Handed over', 'It is given to the client, and the trail ends there.', 'question'],
  ['called', 'Called', 'The client calls it.', 'radio-tower'],
  [
    'used-outside',
    'Used outside',
    'The configuration says that something outside calls it.',
    'link-external',
  ],
];

/** The groups of one root that are not empty. */
export function groups(root: RootDoors): GroupNode[] {
  const endpoints = LIVENESS.map(([liveness, label, meaning, icon]) => {
    const found = root.endpoints.filter((endpoint) => endpoint.liveness === liveness);
    return group(
      `${root.uri}#${liveness}`,
      label,
      meaning,
      icon,
      found.map((one) => endpointNode(one, icon)),
    );
  });
  const references = root.clientReferences.map(clientNode);
  const clients = group(`${root.uri}#client`, 'Client references', REFERRED, 'browser', references);
  return [...endpoints, clients].filter((one) => one.children.length > 0);
}

const REFERRED = 'What the server refers to, and the client runs.';

function group(id: string, label: string, meaning: string, icon: string, children: DoorNode[]): GroupNode {
  return { kind: 'group', id, label, description: String(children.length), tooltip: meaning, icon, children };
}

function endpointNode(endpoint: Endpoint, icon: string): DoorNode {
  const { network, inProcess } = endpoint.callers;
  const uses = [network && `${network} network`, inProcess && `${inProcess} in-process`].filter(Boolean);
  return {
    kind: 'endpoint',
    id: endpoint.uri + endpoint.id,
    label: endpoint.name,
    description: [...uses, moduleOf(endpoint.id)].join(' · '),
    tooltip: `${endpoint.id}\n${PUBLISHED[endpoint.published]}`,
    icon,
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
    door: reference,
  };
}

function renderers({ renderedBy, byFramework }: ClientReference): string {
  const modules = renderedBy === 1 ? '1 server module' : `${renderedBy} server modules`;
  return [byFramework && 'the framework', renderedBy && modules].filter(Boolean).join(', ') || 'nobody';
}

function moduleOf(id: string): string {
  return id.slice(0, id.lastIndexOf('#'));
}

import type { ReferenceGroup } from '../protocol.ts';

const HOW: Record<string, string> = {
  network: 'over the network',
  'in-process': 'in-process',
  unknown: 'where it is not known how',
  unreached: 'where nothing runs',
};

export interface Choice {
  label: string;
  locations: ReferenceGroup['locations'];
}

/** What there is to peek: each kind by itself, then all of them where there are several. */
export function choices(groups: ReferenceGroup[]): Choice[] {
  const each = groups.map(({ transfer, locations }) => ({
    label: labelled(transfer, locations.length),
    locations,
  }));
  if (each.length < 2) return each;
  const all = groups.flatMap((group) => group.locations);
  return [...each, { label: `all ${all.length} uses`, locations: all }];
}

function labelled(transfer: string, count: number): string {
  return `${count} ${count === 1 ? 'use' : 'uses'} ${HOW[transfer] ?? transfer}`;
}

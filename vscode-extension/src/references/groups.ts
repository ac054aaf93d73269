import type { ReferenceGroup } from '../protocol.ts';

const HOW: Record<string, string> = {
  network: 'over the network',
  'in-process': 'in-process',
  unknown: 'where it is not known how',
  unreached: 'where nothing runs',
};

export interface Choice {
  label: string;
  /** The modules that it leads to. */
  description: string;
  locations: ReferenceGroup['locations'];
}

/** What there is to peek: each kind by itself, then all of them where there are several. */
export function choices(groups: ReferenceGroup[], pathOf: (uri: string) => string): Choice[] {
  const choice = (label: string, locations: Choice['locations']) => {
    const paths = [...new Set(locations.map((location) => pathOf(location.uri)))];
    return { label, description: shortened(paths), locations };
  };
  const each = groups.map(({ transfer, locations }) =>
    choice(labelled(transfer, locations.length), locations),
  );
  const all = groups.flatMap((group) => group.locations);
  return each.length < 2 ? each : [...each, choice(`all ${all.length} uses`, all)];
}

function labelled(transfer: string, count: number): string {
  return `${count} ${count === 1 ? 'use' : 'uses'} ${HOW[transfer] ?? transfer}`;
}

function shortened(paths: string[]): string {
  const more = paths.length > SHOWN ? [`and ${paths.length - SHOWN} more`] : [];
  return [...paths.slice(0, SHOWN), ...more].join(', ');
}

const SHOWN = 2;

/** What a person has made of the map, and the address that brings it back. */
export interface State {
  /** Ids of what is open. */
  open: ReadonlySet<string>;
  /** The id of what is chosen; empty where nothing is. */
  at: string;
  find: string;
}

/** How an address says that nothing is open. */
const NOTHING = [''];

/** `#at=client/app/page.tsx&open=server&open=client/app`; what is usually open need not be said. */
export function toHash(state: State, usual: ReadonlySet<string>): string {
  const said = new URLSearchParams();
  if (state.at) said.set('at', state.at);
  if (state.find) said.set('find', state.find);
  if (!same(state.open, usual))
    for (const id of state.open.size ? state.open : NOTHING) said.append('open', id);
  return said.size ? `#${readable(said)}` : '';
}

export function fromHash(hash: string, usual: ReadonlySet<string>): State {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const open = said.has('open') ? new Set(said.getAll('open').filter(Boolean)) : usual;
  return { open, at: said.get('at') ?? '', find: said.get('find') ?? '' };
}

function same(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}

/** Slashes and brackets mean nothing behind `#`. */
function readable(said: URLSearchParams): string {
  return said.toString().replace(/%(2F|7E|5B|5D|40|24|28|29|3A)/g, decodeURIComponent);
}

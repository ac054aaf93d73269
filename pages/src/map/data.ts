/** The map as the page is given it: `boundary_lsp/model/map_page.py` says what each part is. */
export type Node = [path: number, side: number, way: number, isNew: boolean];
export type Step = [node: number, before: number, line: number];
export type Door = [source: number, target: number, line: number, names: string[], isNew: boolean];

export interface Use {
  node: number;
  path: string;
  line: number;
  text: string;
  /** `network`, or where else it is: `server`, `scripts`, `tests`. */
  side: string;
}

export interface Endpoint {
  node: number;
  name: string;
  line: number;
  liveness: string;
  label: string;
  why: string;
  published: string;
  exposure: string;
  advice: string;
  used: string;
  uses: Use[];
  more_uses: number;
  mark: string;
}

export interface Change {
  title: string;
  entries: { text: string; detail: string; at: string }[];
}

export interface MapData {
  project: string;
  tool: string;
  made: string;
  headline: string;
  paths: string[];
  directives: string[];
  sides: Side[];
  nodes: Node[];
  imports: number[][];
  steps: Step[];
  doors: Door[];
  endpoints: Endpoint[];
  base: string;
  changes: Change[];
  notes: string[];
}

export type Side = 'server' | 'client' | 'unknown' | 'neither';

import type { Environment, Step, Way } from '../protocol.ts';

/** A line of the list that one walks. */
export interface WayLine {
  label: string;
  description: string;
  detail: string;
  step: Step;
}

const DOORS = { client: "door: 'use client'", server: "door: 'use server'" };

/** From the entry point to the module; `pathOf` gives the path that people know. */
export function wayLines(way: Way, pathOf: (uri: string) => string): WayLine[] {
  return way.chain.map((step, index) => {
    const importer = way.chain[index - 1];
    return {
      label: `${step.door ? '$(arrow-swap)' : index === 0 ? '$(home)' : '$(arrow-right)'} ${pathOf(step.uri)}`,
      description: [step.layer, step.door && DOORS[step.door]].filter(Boolean).join(' · '),
      detail: importer
        ? `imported by ${pathOf(importer.uri)}:${step.from.range.start.line + 1}`
        : 'entry point',
      step,
    };
  });
}

const WHERE: Record<Environment, string> = {
  server: 'Loaded on the server',
  client: 'Loaded on the client',
  unknown: 'Loaded on a side that is not known',
};

export function wayTitle(way: Way): string {
  return WHERE[way.environment];
}

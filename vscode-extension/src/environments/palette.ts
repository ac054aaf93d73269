import type { Side } from './side.ts';

export type Look = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

/**
 * The colours of the sides, as `package.json` contributes them: two of them differ in lightness as well as in hue, so
 * that those who do not see red or blue can tell them apart. The gutter's images cannot name a theme's colour.
 */
export const PALETTE: Record<Side, Record<Look, string>> = {
  server: { dark: '#56B4E9', light: '#005A9C', highContrast: '#6CC8FF', highContrastLight: '#00477B' },
  client: { dark: '#E69F00', light: '#B86E00', highContrast: '#FFB52E', highContrastLight: '#7A4300' },
  both: { dark: '#CC79A7', light: '#8F3A6B', highContrast: '#F0A3CB', highContrastLight: '#75265A' },
};

/** One line's piece of a band, as an address of an image: solid on the server, dashed on the client, double on both. */
export function bandImage(side: Side, color: string): string {
  const bars = BARS[side].map(
    ([x, y, width, height]) => `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`,
  );
  const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" preserveAspectRatio="none" fill="${color}">${bars.join('')}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(image).toString('base64')}`;
}

const BARS: Record<Side, [number, number, number, number][]> = {
  server: [[13, 0, 4, 20]],
  client: [[13, 4, 4, 12]],
  both: [
    [11, 0, 2.5, 20],
    [15, 0, 2.5, 20],
  ],
};

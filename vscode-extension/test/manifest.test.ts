import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bandImage, PALETTE } from '../src/environments/palette.ts';
import { COLORS, type Side } from '../src/environments/side.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const commands: string[] = manifest.contributes.commands.map((one: { command: string }) => one.command);
const source = readFileSync('src/commands/register.ts', 'utf8');

test('every command of the palette does something', () => {
  for (const command of commands) {
    assert.match(source, new RegExp(`^    ${command.replace('boundary.', '')}:`, 'm'), command);
  }
});

test('every command that is named somewhere is one', () => {
  const text = JSON.stringify(manifest.contributes);
  const named = [...text.matchAll(/command:(boundary\.\w+)\)/g)].map((match) => match[1] ?? '');
  assert.ok(named.length > 5);
  assert.deepEqual(
    named.filter((name) => !commands.includes(name)),
    [],
  );
});

test('every file that is named is there', () => {
  const { icon, contributes } = manifest;
  const pages = contributes.walkthroughs[0].steps.map(
    (step: { media: { markdown: string } }) => step.media.markdown,
  );
  for (const file of [icon, contributes.viewsContainers.activitybar[0].icon, ...pages])
    assert.ok(existsSync(file), file);
});

test('the gutter has the colours that the manifest contributes', () => {
  const contributed = Object.fromEntries(
    manifest.contributes.colors.map((one: { id: string; defaults: object }) => [one.id, one.defaults]),
  );
  for (const side of Object.keys(PALETTE) as Side[])
    assert.deepEqual(contributed[COLORS[side]], PALETTE[side]);
});

test('the bands of the sides differ without their colours', () => {
  const images = (Object.keys(PALETTE) as Side[]).map((side) => bandImage(side, '#000'));
  assert.equal(new Set(images).size, 3);
});

test('colours that lie beside each other differ in contrast with the background', () => {
  for (const side of Object.keys(PALETTE) as Side[]) {
    assert.ok(contrast(PALETTE[side].light, '#FFFFFF') >= 3, `${side} on white`);
    assert.ok(contrast(PALETTE[side].dark, '#1E1E1E') >= 4.5, `${side} on dark`);
    assert.ok(contrast(PALETTE[side].highContrast, '#000000') >= 7, `${side} on black`);
    assert.ok(contrast(PALETTE[side].highContrastLight, '#FFFFFF') >= 7, `${side} on white, high contrast`);
  }
});

/** As WCAG 2 counts it. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const part = (from: number) => {
    const value = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

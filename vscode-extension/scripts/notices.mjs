/** The licenses of everything that a bundle was made of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** From what esbuild says went into a bundle: one part a package, with its license as it is distributed. */
export function notices(metafile) {
  const folders = Object.keys(metafile.inputs).map((input) => PACKAGE.exec(input)?.[1]);
  return [...new Set(folders.filter(Boolean))].sort().map(notice).join('\n');
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} comes without the text of its license`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8')}\n`;
}

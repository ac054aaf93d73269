/** Bundles the extension into `dist/`, with the licenses of what is in it; with `--tests` its unit tests as well. */
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { notices } from './notices.mjs';

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  logLevel: 'warning',
};

const { metafile } = await build({
  ...common,
  metafile: true,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  minify: true,
  sourcemap: true,
});
writeFileSync('dist/NOTICE.txt', notices(metafile));
if (process.argv.includes('--tests')) {
  await build({
    ...common,
    entryPoints: ['test/*.test.ts'],
    outdir: 'dist/test',
    sourcemap: 'inline',
  });
}

/** Bundles the extension into `dist/`; with `--tests` its unit tests as well. */
import { build } from 'esbuild';

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  logLevel: 'warning',
};

await build({
  ...common,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  minify: true,
  sourcemap: true,
});
if (process.argv.includes('--tests')) {
  await build({
    ...common,
    entryPoints: ['test/*.test.ts'],
    outdir: 'dist/test',
    sourcemap: 'inline',
  });
}

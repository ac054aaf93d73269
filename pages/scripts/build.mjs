/** Bundles what pages do into a folder, with the licenses of what is in it; with `--tests` the unit tests instead. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { notices } from '../../vscode-extension/scripts/notices.mjs';

const [into] = process.argv.slice(2);

if (into === '--tests') await bundleTests();
else await bundlePage('map');

async function bundlePage(name) {
  const outfile = join(into, `${name}.js`);
  const { metafile } = await build({
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    logLevel: 'warning',
    metafile: true,
    entryPoints: [`src/${name}/main.ts`],
    outfile,
  });
  writeFileSync(outfile, `/*\n${notices(metafile)}*/\n${readFileSync(outfile, 'utf8')}`);
}

function bundleTests() {
  const common = { bundle: true, platform: 'node', format: 'esm', sourcemap: 'inline', logLevel: 'warning' };
  return build({ ...common, entryPoints: ['test/*.test.ts'], outdir: 'dist/test' });
}

/**
 * Visits an editor in headless Chromium: takes the steps of a scenario, one after the other.
 *
 *     node run.cjs PACKAGES CHROMIUM SCENARIO GIVEN
 *
 * PACKAGES is a folder with playwright-core. GIVEN is JSON: `address`, `folder`, and `pictures`, a folder that gets one
 * picture of each step. Prints as JSON what each step saw; the last one, if it failed, `{"failed": why}`.
 */
const { createRequire } = require('node:module');
const path = require('node:path');
const { Workbench } = require('./workbench.cjs');

const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const VIEWPORT = { width: 1280, height: 960 };
const MILLISECONDS = 120_000;

main(...process.argv.slice(2)).then((seen) => process.stdout.write(JSON.stringify(seen)));

async function main(packages, executablePath, scenario, options) {
  const given = JSON.parse(options);
  const { chromium } = createRequire(path.join(packages, 'package.json'))('playwright-core');
  const browser = await chromium.launch({ executablePath, args: SWITCHES });
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    page.setDefaultTimeout(MILLISECONDS);
    return await taken(require(`./${scenario}.cjs`), new Workbench(page, given));
  } finally {
    await browser.close();
  }
}

/** What comes after a step that failed would only wait in vain, too. */
async function taken(steps, workbench) {
  const seen = {};
  for (const [name, step] of Object.entries(steps)) {
    seen[name] = await step(workbench).catch((error) => ({ failed: String(error.message) }));
    await workbench.picture(name);
    if (seen[name].failed) break;
  }
  return seen;
}

/**
 * Opens pages in headless Chromium, from their files and with the network off, and does there what scenarios say.
 *
 *     node run.cjs INSTALLED CHROMIUM
 *
 * INSTALLED is a folder with the packages of package.json. Every line of standard input asks for a scenario, in JSON:
 * `module`, which exports functions; `scenario`, the name of one; and its options: `file`, the page; `viewport`,
 * `scheme`, `javascript`; others are the scenario's own. It is called with all of them and with {page, context, url, axe},
 * where `page` is still empty. A line of standard output answers, in JSON: what it returned (`result`), what went to the
 * console as an error (`errors`), and what the page asked the network for (`requests`); or why it failed (`failure`).
 */
const { createRequire } = require("node:module");
const path = require("node:path");
const readline = require("node:readline");
const { pathToFileURL } = require("node:url");

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

main(...process.argv.slice(2));

async function main(installed, executablePath) {
  const need = createRequire(path.join(installed, "package.json"));
  const browser = await need("playwright-core").chromium.launch({ executablePath, args: ARGUMENTS });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const answer = await asked(browser, need.resolve("axe-core"), JSON.parse(line)).catch((error) => ({ failure: error.stack }));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  await browser.close();
}

async function asked(browser, axe, options) {
  const { context, page, errors, requests } = await opened(browser, options);
  try {
    const scenario = require(options.module)[options.scenario];
    const result = await scenario({ ...options, page, context, axe, url: pathToFileURL(options.file).href });
    return { result: result ?? null, errors, requests };
  } finally {
    await context.close();
  }
}

async function opened(browser, { viewport, scheme, javascript }) {
  const context = await browser.newContext({
    viewport: viewport ?? { width: 1280, height: 900 },
    colorScheme: scheme ?? "light",
    javaScriptEnabled: javascript ?? true,
    offline: true,
  });
  const page = await context.newPage();
  const errors = [];
  const requests = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => request.url().startsWith("file:") || requests.push(request.url()));
  return { context, page, errors, requests };
}

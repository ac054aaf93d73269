/**
 * Opens a page in headless Chromium, from its file and with the network off, and does what a scenario says.
 *
 *     node run.cjs INSTALLED CHROMIUM SCENARIOS NAME OPTIONS
 *
 * INSTALLED is a folder with the packages of package.json; SCENARIOS a module that exports functions, NAME one of them.
 * It is given {page, file, axe} and the OPTIONS, which are JSON: `file`, the page; `viewport`, `scheme`; others are its
 * own. Prints as JSON what it returns (`result`), what went to the console as an error (`errors`), and what the page asked
 * the network for (`requests`).
 */
const { createRequire } = require("node:module");
const path = require("node:path");
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

main(...process.argv.slice(2)).then(
  (answer) => process.stdout.write(JSON.stringify(answer)),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  },
);

async function main(installed, executablePath, scenarios, name, options) {
  const given = JSON.parse(options);
  const need = createRequire(path.join(installed, "package.json"));
  const browser = await need("playwright-core").chromium.launch({ executablePath, args: ARGUMENTS });
  try {
    const { context, page, errors, requests } = await opened(browser, given);
    const url = pathToFileURL(given.file).href;
    const result = await require(scenarios)[name]({ page, context, url, axe: need.resolve("axe-core"), ...given });
    return { result: result ?? null, errors, requests };
  } finally {
    await browser.close();
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

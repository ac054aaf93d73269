/** What a person does with the report's page. See `tests/support/chromium/run.cjs`. */
const { stopwatch } = require("./timing.cjs");

const names = (page) => page.locator("tbody th[scope=row] button").allInnerTexts().then((all) => all.map((name) => name.trim()));
const hits = (page) => page.locator(".hits").innerText();
const sorted = (page) => page.locator("th[aria-sort]").evaluateAll((heads) => heads.map((head) => [head.dataset.key, head.ariaSort]));
const evidence = (page) => page.locator(".evidence").allInnerTexts();

exports.opening = async ({ page, url }) => {
  await page.goto(url);
  return { title: await page.title(), headline: await page.locator(".headline").innerText(), hits: await hits(page) };
};

exports.sorting = async ({ page, url, key }) => {
  await page.goto(url);
  const head = page.locator(`th[data-key=${key}] button`);
  await head.click();
  const up = { names: await names(page), sorted: await sorted(page) };
  await head.click();
  return { up, down: { names: await names(page), sorted: await sorted(page) } };
};

exports.filtering = async ({ page, url, choices, search }) => {
  await page.goto(url);
  for (const [name, value] of Object.entries(choices ?? {})) await page.selectOption(`select[name=${name}]`, value);
  if (search) await page.fill("input[name=search]", search);
  const found = { names: await names(page), hits: await hits(page) };
  await page.click("button[type=reset]");
  await page.waitForTimeout(50);
  return { ...found, afterReset: await hits(page) };
};

exports.evidence = async ({ page, url, name }) => {
  await page.goto(url);
  const button = page.getByRole("button", { name, exact: true });
  const closed = await button.getAttribute("aria-expanded");
  await button.click();
  const opened = [await button.getAttribute("aria-expanded"), ...(await evidence(page))];
  await button.click();
  return { closed, opened, again: (await evidence(page)).length };
};

/** Words that are marked, and what is told of words that no cell shows; then the same after the search is over. */
exports.found = async ({ page, url, search }) => {
  const now = async () => ({
    marked: await page.evaluate(() => [...new Set([...(CSS.highlights.get("found") ?? [])].map((range) => range.toString().toLowerCase()))].sort()),
    reasons: await page.locator(".found").allInnerTexts(),
  });
  await page.goto(url);
  await page.fill("input[name=search]", search);
  const found = await now();
  await page.fill("input[name=search]", "");
  return { ...found, after: await now() };
};

exports.callers = async ({ page, url, name }) => {
  await page.goto(url);
  const line = page.locator("tbody tr", { has: page.getByRole("button", { name, exact: true }) });
  return { box: await page.locator(".group li", { hasText: name }).first().innerText(), row: await line.locator(".callers").last().innerText() };
};

/** What sticks out to the side when a row is open. */
exports.wide = async ({ page, url, name }) => {
  await page.goto(url);
  await page.locator("tbody th button", { hasText: name }).click();
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("body *")].filter((one) => !one.closest(".visually-hidden, .skip, svg"));
    return all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && getComputedStyle(one).display !== "inline").map((one) => one.outerHTML.slice(0, 80));
  });
};

exports.permalink = async ({ page, url, anchor, narrow }) => {
  await page.goto(url);
  if (narrow) await page.fill("input[name=search]", "nothing is like this");
  await page.evaluate((hash) => (location.hash = hash), anchor);
  await page.waitForTimeout(100);
  const line = page.locator("tr.opened");
  return {
    opened: await line.getAttribute("id"),
    focused: await page.evaluate(() => document.activeElement.innerText),
    visible: await line.evaluate((row) => row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().top < innerHeight),
    link: await page.locator(".evidence a").evaluate((link) => decodeURIComponent(link.hash)),
  };
};

exports.permalinkAtOnce = async ({ page, url, anchor }) => {
  await page.goto(`${url}#${encodeURI(anchor)}`);
  await page.waitForTimeout(100);
  return page.locator("tr.opened").getAttribute("id");
};

/** No mouse: skip link, search, a heading, a row. */
exports.keyboard = async ({ page, url }) => {
  await page.goto(url);
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.name);
  await page.keyboard.press("Tab");
  const first = await focused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const second = await focused();
  await page.keyboard.type("cart");
  const found = await hits(page);
  while (!(await page.evaluate(() => document.activeElement.closest("th[data-key=name]")))) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const order = await sorted(page);
  while (!(await page.evaluate(() => document.activeElement.closest("tbody")))) await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  await page.keyboard.press("Enter");
  return { first, second, found, order, outline, opened: (await evidence(page)).length };
};

exports.printing = async ({ page, url, name }) => {
  await page.goto(url);
  await page.getByRole("button", { name, exact: true }).click();
  await page.emulateMedia({ media: "print" });
  const pdf = await page.pdf({ format: "A4" });
  const shown = (selector) => page.locator(selector).first().isVisible();
  return {
    filters: await shown(".filters"),
    skip: await shown(".skip"),
    evidence: await shown(".evidence"),
    background: await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    pdf: pdf.length,
  };
};

exports.printsAll = async ({ page, url }) => {
  await page.goto(url);
  const before = await page.locator("tbody tr").count();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  return [before, await page.locator("tbody tr").count()];
};

exports.withoutScript = async ({ page, url }) => {
  await page.goto(url);
  return { rows: await page.locator("tbody tr").count(), filters: await page.locator(".filters").isVisible() };
};

exports.accessibility = async ({ page, url, axe, name, forced }) => {
  if (forced) await page.emulateMedia({ forcedColors: "active" });
  await page.goto(url);
  await page.getByRole("button", { name, exact: true }).click();
  await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  // As the debugger does it: the page itself runs no script but its own.
  await page.evaluate(require("node:fs").readFileSync(axe, "utf8"));
  const found = await page.evaluate(() => axe.run());
  return found.violations.map(({ id, impact, nodes }) => [id, impact, nodes.length, nodes[0].html]);
};

/** Milliseconds of the page's own processor time, until all is there, and for things that people do. */
exports.speed = async ({ page, context, url, anchor }) => {
  const timed = await stopwatch({ page, context });
  return {
    opening: await timed(() => page.goto(url)),
    searching: await timed(() => page.fill("input[name=search]", "action42")),
    clearing: await timed(() => page.fill("input[name=search]", "")),
    sorting: await timed(() => page.click("th[data-key=signature] button")),
    following: await timed(() => page.evaluate((hash) => (location.hash = hash), anchor)),
    hits: await hits(page),
  };
};

exports.more = async ({ page, url }) => {
  await page.goto(url);
  const counts = [await page.locator("tbody tr").count()];
  await page.locator(".more button").first().click();
  counts.push(await page.locator("tbody tr").count());
  const focused = await page.evaluate(() => document.activeElement.closest("tr").rowIndex);
  await page.locator(".more button").last().click();
  counts.push(await page.locator("tbody tr").count());
  return { counts, focused, more: await page.locator(".more").isVisible() };
};

exports.picture = async ({ page, url, anchor, to, whole }) => {
  await page.goto(`${url}${anchor ? `#${encodeURI(anchor)}` : ""}`);
  await page.waitForTimeout(200);
  await page.screenshot({ path: to, fullPage: whole ?? false });
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
};

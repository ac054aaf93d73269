/** What a person does with the map. See `tests/support/chromium/run.cjs`. */
const { readFileSync } = require("node:fs");

const { stopwatch } = require("./timing.cjs");

const tree = (page) => page.locator("[role=treeitem]");
const item = (page, id) => page.locator(`[role=treeitem][data-id="${id}"]`);
const row = (page, id) => page.locator(`.row[data-id="${id}"]`);
const labels = (page) => page.locator("[role=treeitem] .label").allInnerTexts();
const address = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const told = (page) => page.locator("#told-part").innerText().then((text) => text.split("\n").map((line) => line.trim()).filter(Boolean));
const lit = (page) => page.locator(".link.lit").evaluateAll((links) => links.map((link) => link.getAttribute("class")).sort());
const steps = (page) =>
  page.locator(".row:has(.step)").evaluateAll((rows) => rows.map((one) => [one.dataset.id, one.querySelector(".step").innerText]));

exports.opening = async ({ page, url }) => {
  await page.goto(url);
  return {
    title: await page.title(),
    headline: await page.locator(".headline").innerText(),
    tree: await labels(page),
    rows: await page.locator(".row .label").allInnerTexts(),
    links: await page.locator(".link:not(.sample-link *)").count(),
  };
};

/** In the drawing, then in the tree. */
exports.folder = async ({ page, url, id }) => {
  await page.goto(url);
  const closed = { rows: await page.locator(".row").count(), expanded: await item(page, id).getAttribute("aria-expanded") };
  await row(page, id).click();
  const open = { rows: await page.locator(".row").count(), expanded: await item(page, id).getAttribute("aria-expanded") };
  const said = { address: await address(page), told: await told(page) };
  await item(page, id).click();
  return { closed, open, said, again: await page.locator(".row").count() };
};

exports.searching = async ({ page, url, text }) => {
  await page.goto(url);
  await page.fill("#search", text);
  const found = {
    status: await page.locator("#status").innerText(),
    hits: await page.locator("#hits a").allInnerTexts(),
    rows: await page.locator(".row:has(.hit)").evaluateAll((rows) => rows.map((one) => [one.dataset.id, one.querySelector(".hit").innerText])),
  };
  const needless = await page.locator("[role=treeitem] .needless").count();
  await page.keyboard.press("Enter");
  return { ...found, needless, address: await address(page), chosen: await page.locator(".row.chosen").evaluateAll((rows) => rows[0]?.dataset.id) };
};

exports.choosing = async ({ page, url, at }) => {
  await page.goto(`${url}#at=${encodeURI(at)}`);
  const chosen = await page.locator(".row.chosen").evaluate((one) => {
    const [inner, outer] = [one.getBoundingClientRect(), document.getElementById("frame").getBoundingClientRect()];
    return { id: one.dataset.id, inSight: inner.top >= outer.top && inner.bottom <= outer.bottom };
  });
  return { chosen, told: await told(page), lit: await lit(page), steps: await steps(page), scrolled: await page.evaluate(() => scrollY) };
};

/** A link of the text leads on, and what was open stays so. */
exports.following = async ({ page, url, at, link }) => {
  await page.goto(`${url}#at=${encodeURI(at)}`);
  await page.locator("#told-part").getByRole("link", { name: link }).first().click();
  const chosen = await page.locator("[aria-selected=true]").getAttribute("data-id");
  return { chosen, stillOpen: await item(page, at).count(), title: await page.locator("#told").innerText() };
};

exports.permalink = async ({ page, url, id }) => {
  await page.goto(url);
  await item(page, id).click();
  const before = { tree: await labels(page), address: await address(page) };
  await page.goto("about:blank");
  await page.goto(url + before.address);
  const after = { tree: await labels(page), chosen: await page.locator("[aria-selected=true]").getAttribute("data-id") };
  await page.click("#reset");
  return { before, after, reset: [await address(page), await page.locator("[aria-selected=true]").count()] };
};

/** What was chosen before is a step back. */
exports.steppingBack = async ({ page, url, first, second }) => {
  await page.goto(url);
  const chosen = () => page.locator("[aria-selected=true]").evaluateAll((all) => all.map((one) => one.dataset.id));
  await item(page, first).click();
  await item(page, second).click();
  const said = await page.locator("#said").innerText();
  const seen = [await chosen()];
  for (const _ of [first, second]) {
    await page.goBack();
    await page.waitForTimeout(50);
    seen.push(await chosen());
  }
  return { seen, said };
};

/** At the very end of the page, how far the drawing lies over what is not known. */
exports.reachingTheEnd = async ({ page, url, at }) => {
  await page.goto(`${url}#at=${encodeURI(at)}`);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const edge = (selector, side) => page.locator(selector).evaluate((one, name) => one.getBoundingClientRect()[name], side);
  return { scrolled: await page.evaluate(() => scrollY > 0), covered: Math.max(0, (await edge(".drawn", "bottom")) - (await edge(".notes", "top"))) };
};

exports.choosingNothing = async ({ page, url, at }) => {
  await page.goto(`${url}#at=${encodeURI(at)}`);
  return page.locator("[aria-selected=true], .row.chosen, #told-part:not([hidden])").count();
};

exports.changing = async ({ page, url, at }) => {
  await page.goto(url);
  await page.evaluate((hash) => (location.hash = hash), `at=${at}`);
  await page.waitForTimeout(50);
  return page.locator("[aria-selected=true]").getAttribute("data-id");
};

/** No mouse: skip link, search, tree. */
exports.keyboard = async ({ page, url }) => {
  await page.goto(url);
  const focused = () => page.evaluate(() => document.activeElement.dataset.id ?? document.activeElement.textContent.trim());
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
    return focused();
  };
  const skip = await press("Tab");
  const first = await press("Enter");
  const opened = [await press("End"), await press("ArrowRight"), await press("ArrowRight")];
  const closed = [await press("ArrowLeft"), await press("ArrowLeft")];
  const expanded = await item(page, closed[1]).getAttribute("aria-expanded");
  const typed = await press("Home", "l");
  await press("Enter");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  return { skip, first, opened, closed, expanded, typed, chosen: await page.locator("[aria-selected=true]").getAttribute("data-id"), outline, still: await focused() };
};

exports.accessibility = async ({ page, url, axe, at, find, forced }) => {
  if (forced) await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`${url}#at=${encodeURI(at)}&find=${find ?? ""}`);
  await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  await page.evaluate(readFileSync(axe, "utf8"));
  const found = await page.evaluate(() => axe.run());
  return found.violations.map(({ id, impact, nodes }) => [id, impact, nodes.length, nodes[0].html]);
};

exports.printing = async ({ page, url, at }) => {
  await page.goto(`${url}#at=${encodeURI(at)}`);
  await page.emulateMedia({ media: "print" });
  const pdf = await page.pdf({ format: "A3", landscape: true });
  const shown = (selector) => page.locator(selector).first().isVisible();
  return {
    find: await shown(".find"),
    told: await shown("#told-part"),
    rows: await shown(".row"),
    background: await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    whole: await page.locator("#frame").evaluate((frame) => frame.scrollHeight <= frame.clientHeight + 2),
    pdf: pdf.length > 10_000,
  };
};

exports.moving = async ({ page, url, id }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(url);
  await row(page, id).click();
  return page.evaluate(() => document.getAnimations().length);
};

/** Milliseconds of the page's own processor time, until all is there, and for things that people do. */
exports.speed = async ({ page, context, url, folder, at }) => {
  const timed = await stopwatch({ page, context });
  return {
    opening: await timed(() => page.goto(url)),
    folder: await timed(() => row(page, folder).click()),
    searching: await timed(() => page.fill("#search", "part")),
    clearing: await timed(() => page.fill("#search", "")),
    choosing: await timed(() => page.evaluate((hash) => (location.hash = hash), `at=${at}`)),
    steps: (await steps(page)).length,
    rows: await page.locator(".row").count(),
  };
};

exports.picture = async ({ page, url, hash, to, whole }) => {
  await page.goto(`${url}${hash ? `#${encodeURI(hash)}` : ""}`);
  await page.waitForTimeout(200);
  await page.screenshot({ path: to, fullPage: whole ?? false });
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
};

/** By the button above the tree; then the first of them is chosen. */
exports.lookingAt = async ({ page, url }) => {
  await page.goto(url);
  await page.locator("#needless summary").click();
  const listed = await page.locator("#needless li").allInnerTexts();
  await page.locator("#needless a").first().click();
  return { title: await page.locator("#needless summary").innerText(), listed, chosen: await page.locator("[aria-selected=true]").getAttribute("data-id") };
};

/** Kinds of lines that can be drawn, and those that the key explains. */
exports.key = async ({ page, url }) => {
  await page.goto(url);
  const kinds = (selector, prefix) => page.locator(selector).evaluateAll((all, cut) => all.map((one) => (one.id || one.classList[1]).replace(cut, "")).sort(), prefix);
  return { drawn: await kinds("marker", "arrow-"), explained: await kinds(".sample-link .link", "") };
};

exports.changes = async ({ page, url }) => {
  await page.goto(url);
  const changes = await page.locator("#changes details").evaluateAll((all) =>
    all.map((one) => [one.querySelector("summary").innerText, [...one.querySelectorAll("li")].map((entry) => entry.innerText)]),
  );
  const marked = await page.locator("[role=treeitem]:has(.new)").evaluateAll((rows) => rows.map((one) => [one.dataset.id, one.querySelector(".new").innerText]));
  return { changes, marked, newLinks: await page.locator(".link.new").count() };
};

exports.withoutScript = async ({ page, url }) => {
  await page.goto(url);
  return page.locator("body").innerText();
};

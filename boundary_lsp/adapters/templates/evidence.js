/** The row that opens below an endpoint's: what to do, and the evidence for it. */
function evidenceRow(row, columns) {
  const list = element(
    "dl",
    {},
    part("What to do", row.advice.join(" ") || "Nothing: it is in use.", row.twins.map(twin)),
    part("State", `${row.label}: ${row.why}`, ...row.applications.map(item)),
    part("Who can reach it", row.exposure, places(row.publishing)),
    row.publishing_way.length ? part("How the browser comes to that import", way(row.publishing_way)) : [],
    part("Who uses it", row.uses.length ? `${row.callers_text}:` : "Nothing.", uses(row)),
    row.chains.length ? part("How its callers are loaded", chains(row)) : [],
    row.signature ? part("Signature", element("code", {}, row.signature), row.troubles.map(item)) : [],
    row.changed ? part("Last change of its file", lastChange(row.changed)) : [],
    part("Where", element("code", {}, `${row.path}:${row.line}`), " ", permalink(row)),
  );
  const made = element("tr", { className: "evidence" }, element("td", { colSpan: columns }, list));
  made.querySelectorAll("dd").forEach(gatherItems);
  return made;
}

function part(title, ...content) {
  return [element("dt", {}, title), element("dd", {}, ...content)];
}

function item(text) {
  return element("li", {}, text);
}

function twin({ name, anchor, before, after }) {
  return element("li", {}, before, element("a", { href: `#${encodeURI(anchor)}` }, name), after);
}

/** A list item belongs in a list. */
function gatherItems(definition) {
  const items = [...definition.children].filter((child) => child.tagName === "LI");
  if (items.length) definition.append(element("ul", {}, items));
}

function place(at) {
  return element("code", {}, `${at.path}:${at.line}:${at.column}`);
}

function places(all) {
  return all.map((at) => element("li", {}, place(at), ` ${at.text}`));
}

function uses(row) {
  const items = row.uses.map((use) => element("li", {}, place(use.place), ` ${use.place.text}`, ...through(use)));
  return row.more_uses ? [...items, item(`and ${counted(row.more_uses, "more place")}`)] : items;
}

function through(use) {
  return use.through.length ? [", where it arrives through ", element("code", {}, use.through.join(" > "))] : [];
}

function chains(row) {
  const items = row.chains.map(chain);
  return row.more_chains ? [...items, item(`and so on, for ${counted(row.more_chains, "more file")}`)] : items;
}

function chain(found) {
  if (!found.steps.length) return element("li", {}, element("code", {}, found.path), " is loaded by no page or route");
  return element("li", {}, way(found.steps));
}

/** A line may end after an arrow, and not between `(browser)` and its file. */
function way(steps) {
  return element("code", {}, steps.map((step) => step.replace(" ", "\u00a0")).join(" → "));
}

function lastChange(change) {
  return `${change.date}, ${change.author}: ${change.subject} (${change.commit})`;
}

function permalink(row) {
  return element("a", { href: `#${encodeURI(row.anchor)}` }, "Link to this endpoint");
}

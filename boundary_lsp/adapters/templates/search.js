/** What is searched, and why a row is found: words are marked where they can be seen, else it is told where they are. */
const REASONS = 2;

function wordsOf(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Pairs of what it is and its text. */
function searched(row) {
  const changed = row.changed ? [row.changed.author, row.changed.date, row.changed.subject] : [];
  const callers = row.uses.map((use) => ["caller", [`${use.place.path}:${use.place.line}`, use.place.text, ...use.through].join(" ")]);
  return [
    ["name", row.name],
    ["file", row.path],
    ["state", `${row.label} ${row.liveness} ${row.mark}`],
    ...callers,
    ["signature", row.signature],
    ["last change of the file", changed.join(" ")],
  ];
}

/** A line below the name for what was found in none of the cells. */
function explain(row, words) {
  row.element.querySelector(".found")?.remove();
  const seen = visibleText(row.element);
  const unseen = words.filter((word) => !seen.includes(word));
  if (!unseen.length) return;
  const reasons = searched(row).filter(([, text]) => unseen.some((word) => text.toLowerCase().includes(word)));
  const lines = reasons.slice(0, REASONS).map(([what, text]) => element("span", {}, `${what}: ${text}`));
  row.element.cells[0].append(element("span", { className: "found" }, ...lines));
}

function visibleText(element) {
  return shownCells(element).map((cell) => cell.textContent.toLowerCase()).join("\n");
}

function shownCells(element) {
  return [...element.cells].filter((cell) => cell.checkVisibility?.() ?? true);
}

/** Without changing the table: browsers that know no such highlights show none. */
function highlight(rows, words) {
  if (!globalThis.CSS?.highlights) return;
  const cells = words.length ? rows.flatMap((row) => [...row.element.cells]) : [];
  CSS.highlights.set("found", new Highlight(...cells.flatMap((cell) => ranges(cell, words))));
}

/** A word may go on over places where a line can be broken. */
function ranges(cell, words) {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const whole = texts.map((text) => text.data.toLowerCase()).join("");
  return words.flatMap((word) => occurrences(word, whole)).map(([start, end]) => range(texts, start, end));
}

function occurrences(word, whole) {
  const found = [];
  for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length)) found.push([at, at + word.length]);
  return found;
}

function range(texts, start, end) {
  const made = document.createRange();
  let before = 0;
  for (const text of texts) {
    const after = before + text.length;
    if (start >= before && start < after) made.setStart(text, start - before);
    if (end > before && end <= after) made.setEnd(text, end - before);
    before = after;
  }
  return made;
}

/** The table of endpoints: searched, filtered, sorted; a portion of it is shown at a time. */
const PORTION = 200;
/** What is sorted by, column by column. */
const KEYS = {
  name: (row) => row.name.toLowerCase(),
  module: (row) => row.path,
  state: (row) => row.order,
  reach: (row) => ["yes", "unknown", "no"].indexOf(row.published),
  callers: (row) => row.callers,
  signature: (row) => row.signature,
  changed: (row) => row.changed?.date ?? "",
};
const body = document.querySelector("tbody");
const form = document.querySelector(".filters");

if (body) start(JSON.parse(document.getElementById("data").textContent));

function start({ rows, labels }) {
  [...body.rows].forEach((element, at) => complete(rows[at], element, at, labels));
  const table = { rows, hits: rows, shown: PORTION, words: [], key: "", down: false, opened: new Map() };
  form.hidden = false;
  document.querySelectorAll("thead th").forEach((head) => makeSortable(table, head));
  form.addEventListener("input", () => filter(table));
  form.addEventListener("reset", () => setTimeout(() => filter(table)));
  form.addEventListener("submit", (event) => event.preventDefault());
  body.addEventListener("click", (event) => event.target.closest("th button") && toggle(table, event.target.closest("tr")));
  document.querySelector(".more").addEventListener("click", (event) => showMore(table, event.target.dataset.more));
  addEventListener("hashchange", () => follow(table));
  addEventListener("resize", () => table.opened.forEach((made) => (made.cells[0].colSpan = visibleColumns())));
  addEventListener("beforeprint", () => show(table, Infinity));
  filter(table);
  body.classList.add("ready");
  follow(table);
}

function complete(row, element, at, labels) {
  Object.assign(row, { element, at, label: labels[row.liveness], order: Object.keys(labels).indexOf(row.liveness) });
  row.text = searched(row).map(([, text]) => text).join("\n").toLowerCase();
}

/** All words have to be there; a folder holds what is below it. */
function filter(table) {
  const wanted = Object.fromEntries(new FormData(form));
  table.words = wordsOf(wanted.search);
  table.hits = table.rows.filter(
    (row) =>
      table.words.every((word) => row.text.includes(word)) &&
      (!wanted.state || row.liveness === wanted.state) &&
      (!wanted.reach || row.published === wanted.reach) &&
      (!wanted.mark || row.mark === wanted.mark) &&
      (!wanted.folder || `${row.folder}/`.startsWith(`${wanted.folder}/`)),
  );
  sort(table);
  show(table, PORTION);
}

function sort(table) {
  const key = KEYS[table.key] ?? ((row) => row.at);
  const sign = table.down ? -1 : 1;
  table.hits.sort((a, b) => sign * compared(key(a), key(b)) || a.at - b.at);
}

function compared(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function makeSortable(table, head) {
  const button = element("button", { type: "button" }, head.textContent);
  head.replaceChildren(button);
  button.addEventListener("click", () => {
    table.down = table.key === head.dataset.key && !table.down;
    table.key = head.dataset.key;
    document.querySelector("[aria-sort]")?.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", table.down ? "descending" : "ascending");
    sort(table);
    show(table, table.shown);
  });
}

function show(table, number) {
  table.shown = Math.max(number, PORTION);
  const visible = table.hits.slice(0, table.shown);
  body.replaceChildren(...visible.flatMap((row) => [prepared(row).element, table.opened.get(row) ?? []].flat()));
  visible.forEach((row) => explain(row, table.words));
  highlight(visible, table.words);
  document.querySelector(".hits").textContent = said(table, visible.length);
  const [some, all] = document.querySelectorAll(".more button");
  const rest = table.hits.length - visible.length;
  some.textContent = `Show ${counted(Math.min(PORTION, rest), "more endpoint")}`;
  some.hidden = rest <= PORTION;
  all.textContent = `Show all ${counted(table.hits.length, "endpoint")}`;
  some.parentElement.hidden = rest === 0;
}

function said(table, visible) {
  const of = table.hits.length === table.rows.length ? "" : ` of ${table.rows.length.toLocaleString("en")}`;
  const found = table.hits.length ? `${table.hits.length.toLocaleString("en")}${of} ${table.rows.length === 1 ? "endpoint" : "endpoints"}` : "No endpoint is like that";
  return visible < table.hits.length ? `${found}; the first ${visible.toLocaleString("en")} are shown` : found;
}

function showMore(table, which) {
  if (!which) return;
  const first = table.hits[table.shown];
  show(table, which === "all" ? Infinity : table.shown + PORTION);
  first?.element.querySelector("button").focus();
}

/** A row gets its button when it is first shown, and below the name what a narrow window has no column for. */
function prepared(row) {
  const word = row.element.querySelector(".word");
  if (word) {
    const copy = (column, className) => element("span", { className }, ...row.element.querySelector(column).cloneNode(true).childNodes);
    word.parentElement.append(copy(".module", "small path"), copy(".callers", "small"));
    word.replaceWith(element("button", { type: "button", ariaExpanded: "false" }, element("span", {}, ...word.childNodes)));
  }
  return row;
}

function toggle(table, line, open) {
  const row = table.rows.find((one) => one.element === line);
  const opens = open ?? !table.opened.has(row);
  table.opened.get(row)?.remove();
  table.opened.delete(row);
  if (opens) {
    table.opened.set(row, evidenceRow(row, visibleColumns()));
    line.after(table.opened.get(row));
  }
  line.classList.toggle("opened", opens);
  line.querySelector("button").ariaExpanded = String(opens);
}

/** A narrow window has fewer, and a cell that spans more would make them. */
function visibleColumns() {
  return [...document.querySelectorAll("thead th")].filter((head) => head.offsetParent).length;
}

/** To the endpoint of the address, whatever is filtered out or not shown yet. */
function follow(table) {
  const anchor = decoded(location.hash.slice(1));
  const row = table.rows.find((one) => one.anchor === anchor);
  if (!row) return;
  if (!table.hits.includes(row)) form.reset();
  setTimeout(() => {
    if (table.hits.indexOf(row) >= table.shown) bringToTop(table, row);
    toggle(table, row.element, true);
    row.element.scrollIntoView({ block: "start" });
    row.element.querySelector("button").focus({ preventScroll: true });
  });
}

function bringToTop(table, row) {
  table.hits = [row, ...table.hits.filter((one) => one !== row)];
  show(table, PORTION);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

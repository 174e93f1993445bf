// Filters, search, and moving through the table by keyboard.
const wanted = { verdicts: new Set(), kind: "", words: "" };

function haystack(point) {
  if (!point.searched) {
    const claims = point.accounts.flatMap((account) => account.claims);
    const told = claims.flatMap((claim) => [claim.text, claim.value, ...claim.said_by, label(claim.article)]);
    point.searched = [point.question, point.kind, point.verdict, point.reason, point.id,
      ...point.accounts.map((account) => account.answer), ...told].join("\n").toLowerCase();
  }
  return point.searched;
}

// A matter is kept or left out whole: by its own point's verdict, and by the kind and the words of any of its points.
function fits(matter) {
  const points = matter.map((place) => story().points[place]);
  return (!wanted.verdicts.size || wanted.verdicts.has(points[0].standing)) &&
    (!wanted.kind || points.some((point) => point.kind === wanted.kind)) &&
    wanted.words.split(/\s+/).every((word) => points.some((point) => haystack(point).includes(word)));
}

function filter() {
  const root = section();
  if (!root) return;
  const matters = story().packed.matters;
  const kept = matters.filter(fits);
  const keep = new Set(kept.flat());
  const narrowed = wanted.verdicts.size || wanted.kind || wanted.words;
  for (const row of $$("[data-row]", root)) row.hidden = !keep.has(Number(row.dataset.p));
  for (const part of $$("[data-part]", root)) part.hidden = !$$("[data-row]", part).some((row) => !row.hidden);
  for (const fold of $$("[data-fold]", root)) {
    if (fold.dataset.was === undefined) fold.dataset.was = fold.open ? "1" : "";
    fold.open = narrowed ? $$("[data-row]", fold).some((row) => !row.hidden) : fold.dataset.was === "1";
  }
  $("[data-shown]", root).textContent = narrowed
    ? (kept.length ? `${kept.length} of ${plural(matters.length, "point")} shown` : "No point fits: widen the search or the filters")
    : plural(matters.length, "point");
  rove();
}

// One cell at a time can be reached by Tab; the arrows move from it.
function grid() {
  return $$(".matrix tbody tr", section()).filter((row) => !row.hidden).map((row) => $$("td", row).map((cell) => $(".cell", cell)));
}
function rove(to) {
  const root = section();
  const cells = $$(".matrix .cell", root);
  if (!cells.length) return;
  const visible = cells.filter((cell) => !cell.closest("tr").hidden);
  const target = to || visible.find((cell) => cell.tabIndex === 0) || visible[0];
  for (const cell of cells) cell.tabIndex = -1;
  if (target) target.tabIndex = 0;
}
function move(event) {
  const cell = event.target.closest(".matrix .cell");
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  if (!cell || !(event.key in steps || event.key === "Home" || event.key === "End")) return;
  const rows = grid();
  const inside = $$(".cell", cell.closest("td"));
  let y = rows.findIndex((row) => row.includes(inside[0]));
  let x = rows[y].indexOf(inside[0]);
  let target = null;
  const [down, right] = steps[event.key] || [0, 0];
  const sibling = inside[inside.indexOf(cell) + down];
  if (event.key === "Home") target = rows[y][0];
  else if (event.key === "End") target = rows[y][rows[y].length - 1];
  else if (down && sibling) target = sibling;
  else target = (rows[y + down] || [])[x + right];
  event.preventDefault();
  if (!target) return;
  rove(target);
  target.focus();
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// A table that fits keeps its head at the top of the page; a wider one scrolls in a frame of its own.
function fit() {
  for (const frame of $$(".scroll", section())) {
    frame.classList.remove("wide");
    frame.classList.toggle("wide", frame.scrollWidth > frame.clientWidth + 1);
  }
}

function show(number) {
  current = number;
  for (const part of $$(".story")) part.hidden = Number(part.dataset.story) !== number;
  const choice = $("#switch");
  if (choice) choice.value = String(number);
  $("#read").disabled = story().articles.length < 2;
  document.title = `${story().title || "Untitled story"} · Crosswire`;
  wanted.kind = $("[data-kinds]", section()).value;
  wanted.verdicts = new Set($$(".chip[aria-pressed='true']", section()).map((chip) => chip.dataset.filter));
  filter();
  fit();
}

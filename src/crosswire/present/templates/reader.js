// Two reports side by side: what they share and where they clash is tied together.
const reader = $("#reader");
let back = null;

// Every tie of two articles; the same account first, and where there is none, the one that differs: {kind, title, left: [start, end], right: [start, end], p}.
function ties(left, right) {
  const found = [];
  story().points.forEach((point, p) => {
    const claims = point.accounts.flatMap((account, a) => account.claims.map((claim) => ({ ...claim, a })));
    const ours = claims.filter((claim) => claim.article === left), theirs = claims.filter((claim) => claim.article === right);
    const seen = new Set();
    for (const one of ours) {
      const free = theirs.filter((claim) => !seen.has(claim));
      const other = free.find((claim) => claim.a === one.a) || free.find((claim) => !ours.some((mine) => mine.a === claim.a));
      if (!other) continue;
      seen.add(other);
      const kind = one.a === other.a ? "agree" : point.verdict;
      found.push({ kind, title: point.question, left: [one.start, one.end], right: [other.start, other.end], p });
    }
  });
  for (const copy of story().lineage.copies) {
    const straight = copy.from === left && copy.to === right, turned = copy.from === right && copy.to === left;
    if (straight || turned) for (const passage of copy.passages)
      found.push({ kind: "shared", title: "Shared words", left: straight ? passage.from : passage.to, right: straight ? passage.to : passage.from });
  }
  found.sort((x, y) => ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind) || x.left[0] - y.left[0]);
  found.forEach((tie, index) => { tie.index = index; });
  return found;
}

// A text with its ties as marks, a paragraph a line; where two ties overlap, the graver one shows.
function sheet(article, all, side) {
  const spans = all.map((tie) => ({ tie, start: tie[side][0], end: tie[side][1] }));
  const lines = (article.lines || []).length ? article.lines : [{ start: 0, end: size(article), kind: "body" }];
  return el("div.text", {}, lines.map((line) => el(`p.k-${line.kind}`, {}, pieces(article, line, spans, side))));
}
function pieces(article, line, spans, side) {
  const near = spans.filter((span) => span.start < line.end && line.start < span.end);
  const inside = near.flatMap((span) => [span.start, span.end]).filter((edge) => line.start < edge && edge < line.end);
  const edges = [...new Set([line.start, ...inside, line.end])].sort((x, y) => x - y);
  return edges.slice(1).map((end, i) => {
    const start = edges[i], words = slice(article, start, end);
    const over = near.filter((span) => span.start <= start && end <= span.end);
    if (!over.length) return words;
    const tie = over[0].tie;
    const go = () => follow(tie.index, side);
    const mark = el(`mark.tie.v-${tie.kind}`, { "data-tie": tie.index, "data-all": over.map((one) => one.tie.index).join(" "),
      role: "button", tabindex: "0", title: `${tie.kind}: ${tie.title}`,
      on: { click: go, keydown: (event) => { if (event.key === "Enter") go(); } } }, words);
    if (tie.kind !== "shared" && end === over[0].end) mark.append(el("sup", {}, (MARKS[tie.kind] || "") + (tie.index + 1)));
    return mark;
  });
}

function pane(side, id, other, all) {
  const article = ARTICLES.get(id);
  const choice = el("select", { "aria-label": `Report on the ${side}`, on: { change: (event) =>
    side === "left" ? openReader(event.target.value, other) : openReader(other, event.target.value) } },
    story().articles.map((key) => el("option", { value: key, selected: key === id, disabled: key === other }, label(key))));
  return el("section.pane", { "data-side": side, "aria-label": label(id) },
    el("header", {}, choice, el("small", {}, `${when(article)} · ${article.source}`)), sheet(article, all, side));
}

function openReader(left, right, p) {
  const all = ties(left, right);
  const counts = ORDER.map((kind) => [kind, all.filter((tie) => tie.kind === kind).length]).filter(([, number]) => number);
  if (reader.hidden) back = document.activeElement;
  reader.replaceChildren(
    el("div.top", {}, el("b", {}, "Side by side"), el("div.legend", {}, counts.length
      ? counts.map(([kind, number]) => el(`span.badge.v-${kind}`, {}, `${MARKS[kind] || "⋯"} ${number} ${kind === "shared" ? "shared passages" : kind}`))
      : "These two share no point and no passage"), button("act.close", "Close", closeReader)),
    el("div.sheets", {}, pane("left", left, right, all), wires(), pane("right", right, left, all)));
  reader.hidden = false;
  document.body.style.overflow = "hidden";
  for (const one of $$(".pane", reader)) one.addEventListener("scroll", () => requestAnimationFrame(() => draw(all)), { passive: true });
  const start = all.find((tie) => tie.p === p && p !== undefined);
  if (start) follow(start.index, "left", true);
  draw(all);
  $(".close", reader).focus();
}

function wires() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "wires");
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

function draw(all) {
  const svg = $(".wires", reader);
  if (!svg) return;
  const box = svg.getBoundingClientRect();
  if (!box.width) return;
  const middle = (side, tie) => {
    const node = $(`.pane[data-side="${side}"] [data-all~="${tie.index}"]`, reader);
    if (!node) return null;
    const rect = node.getClientRects()[0];
    return rect.top + rect.height / 2 - box.top;
  };
  svg.replaceChildren(...all.flatMap((tie) => {
    const y1 = middle("left", tie), y2 = middle("right", tie);
    const seen = (y) => y !== null && y > 70 && y < box.height;
    if (!(seen(y1) && seen(y2))) return [];
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", `M0 ${y1}C${box.width / 2} ${y1} ${box.width / 2} ${y2} ${box.width} ${y2}`);
    path.setAttribute("class", `v-${tie.kind}` + ($(`.tie.on[data-tie="${tie.index}"]`, reader) ? " on" : ""));
    return [path];
  }));
}

// Go from one end of a tie to the other.
function follow(index, from, both) {
  $$(".tie.on", reader).forEach((node) => node.classList.remove("on"));
  const ends = $$(`[data-all~="${index}"]`, reader);
  ends.forEach((node) => node.classList.add("on"));
  for (const one of $$(".pane", reader)) {
    const target = ends.find((node) => one.contains(node));
    if (target && (both || one.dataset.side !== from)) one.scrollTo({ top: one.scrollTop + target.getClientRects()[0].top - one.getBoundingClientRect().top - one.clientHeight / 3, behavior: "auto" });
  }
}

function closeReader() {
  reader.hidden = true;
  reader.replaceChildren();
  document.body.style.overflow = "";
  if (back && back.isConnected) back.focus({ preventScroll: true });
}

// Tab stays inside of the reader while it is open.
function hold(event) {
  if (reader.hidden || event.key !== "Tab") return;
  const stops = $$("button, select, [tabindex='0']", reader);
  const last = stops[stops.length - 1];
  if (event.shiftKey && document.activeElement === stops[0]) { event.preventDefault(); last.focus(); }
  else if (!event.shiftKey && document.activeElement === last) { event.preventDefault(); stops[0].focus(); }
}

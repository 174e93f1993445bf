// The panel: what a cell stands on.
const panel = $("#panel");
let opener = null;

function lineOf(article, start, end) {
  const line = (article.lines || []).find((one) => one.start <= start && end <= one.end);
  if (line) return [line.start, line.end];
  const total = size(article);
  return [Math.max(0, start - 300), Math.min(total, end + 300)];
}

function quote(article, start, end) {
  const [from, to] = lineOf(article, start, end);
  const long = 900;
  const left = Math.max(from, start - long), right = Math.min(to, end + long);
  return el("div.quote", {}, el("span.dim", {}, (left > from ? "…" : "") + slice(article, left, start)),
    el("mark", {}, slice(article, start, end)),
    el("span.dim", {}, slice(article, end, right) + (right < to ? "…" : "")));
}

function chain(claim) {
  const name = label(claim.article);
  if (!claim.said_by.length) return el("ol.chain", {}, el("li.last", {}, name), el("li.hop", {}, "in its own voice"));
  const verb = claim.cue ? `“${claim.cue}”` : "said so";
  return el("ol.chain", {}, claim.said_by.flatMap((who, place) => [
    el("li", {}, who), el("li.hop", {}, place ? "passed it on →" : `${verb} →`)]), el("li.last", {}, name));
}

function badge(point) {
  const place = point.standing;
  return el(`span.badge.v-${place}`, {}, el("i", { "aria-hidden": "true" }, MARKS[place]), ` ${place}`,
    point.between ? el("small", {}, ` between ${point.between}`) : null);
}

// The reasons, the weightiest first; what hardly counted is only counted.
function signalRows(signals, most = 6) {
  const sorted = [...signals].sort((one, other) => Math.abs(other.weight || 0) - Math.abs(one.weight || 0));
  const added = (weight) => (weight ? (weight > 0 ? "+" : "−") + Math.abs(weight).toFixed(2) : "");
  const rows = sorted.slice(0, most).map((signal) => el("tr", {}, el("td", {}, signal.name, signal.detail ? el("small", {}, signal.detail) : null),
    el("td", {}, score(signal.value)), el("td", {}, added(signal.weight))));
  return sorted.length > most ? [...rows, el("tr", {}, el("td", { colspan: 3 }, `and ${sorted.length - most} more that weigh less`))] : rows;
}

function others(p, point, a, c) {
  const list = point.accounts.map((account, i) => el("li", {},
    el("b", {}, `${i + 1}. ${account.answer}`), el("span.by", {}, `  ${plural(account.origins, "origin")}`),
    account.claims.map((claim, j) => button(`cell.a${i % 4}.v-${point.verdict}${i === a && j === c ? ".on" : ""}`,
      [el("span.value", {}, label(claim.article)), el("span.voice", {}, `${claim.perhaps ? "perhaps: " : ""}${claim.text}`)],
      () => openClaim(p, i, j), { "aria-current": i === a && j === c ? "true" : null }))));
  return el("ol.others", {}, list);
}

function links(point) {
  const where = new Map(point.accounts.flatMap((account) => account.claims.map((claim) => [claim.id, label(claim.article)])));
  const known = (point.links || []).filter((link) => where.has(link.left) && where.has(link.right));
  if (!known.length && !(point.signals || []).length) return null;
  const rows = [...signalRows(point.signals || []), ...known.flatMap((link) => [
    el("tr.link-row", {}, el("td", {}, `${where.get(link.left)} and ${where.get(link.right)}`), el("td", {}, score(link.score)), el("td", {})),
    ...(known.length > 6 ? [] : signalRows(link.signals || []))])];
  const head = el("thead", {}, el("tr", {}, ["Signal", "Value", "Adds"].map((words) => el("th", { scope: "col" }, words))));
  return el("details", {}, el("summary", {}, "Signals and scores"), el("table.signals", {}, head, el("tbody", {}, rows)));
}

function silences(p, point) {
  const words = { true: "could have known", false: "too early to know", null: "not known whether it could have" };
  return point.silent.length
    ? el("p.origin-line", {}, "Silent: " + point.silent.map((one) => `${label(one.article)} (${words[String(one.could_have_known ?? null)]})`).join(", "))
    : null;
}

function fill(p, ...children) {
  const point = story().points[p];
  panel.replaceChildren(
    el("div.top", {}, badge(point), button("act.close", "Close", closePanel, { "aria-label": "Close the panel" })),
    el("h2", { id: "panel-title", tabindex: "-1" }, point.question), el("p.why", {}, point.reason), ...children.filter(Boolean),
    el("p.id", {}, `${point.id} · ${point.kind}`));
  dock(true);
  panel.scrollTop = 0;
  mark(p);
}

function openClaim(p, a, c) {
  const point = story().points[p];
  const claim = point.accounts[a].claims[c];
  const article = ARTICLES.get(claim.article);
  const partners = [...new Set(point.accounts.flatMap((account) => account.claims.map((one) => one.article)))].filter((id) => id !== claim.article);
  fill(p,
    el("h3", {}, `${label(claim.article)}, ${when(article)}`),
    point.accounts.length > 1 || point.accounts[a].answer !== claim.text ? el("p.answer", {}, claim.value || point.accounts[a].answer) : null,
    quote(article, claim.start, claim.end),
    el("p.origin-line", {}, `${article.source}, characters ${claim.start} to ${claim.end}`, claim.hedge ? `, hedged: “${claim.hedge}”` : ""),
    claim.perhaps ? el("p", {}, "Perhaps: no claim of another report here is sure to tell of the same. It may belong elsewhere, and adds no support beside others that do.") : null,
    el("h3", {}, "Who said it"), chain(claim),
    el("h3", {}, point.accounts.length > 1 ? "The accounts" : "Told by"), others(p, point, a, c), silences(p, point),
    partners.length ? el("h3", {}, "Read side by side") : null,
    partners.length ? el("div.acts", {}, partners.map((id) => button("act", `with ${label(id)}`, () => openReader(claim.article, id, p)))) : null,
    point.verdict === "single" ? null : el("h3", {}, "Why these belong together"), links(point));
  mark(p, a, c);
}

function openSilence(p, id) {
  const point = story().points[p];
  const article = ARTICLES.get(id);
  const silence = point.silent.find((one) => one.article === id);
  const told = [...new Set(point.accounts.flatMap((account) => account.claims.map((claim) => claim.article)))];
  const words = !silence ? "It may tell it in words that were not matched: whether it leaves it out is not sure."
    : silence.could_have_known === true ? "It could have known: another report had told it before this one was published."
    : silence.could_have_known === false ? "It was published too early to know."
    : "The stated times do not tell whether it could have known.";
  fill(p, el("h3", {}, `${label(id)}, ${when(article)}`), el("p.answer", {}, silence ? "Silent on this point" : "Nothing matched"),
    el("p", {}, `${silence ? "Nothing in this report tells it." : "No claim of this report was matched to this point."} ${words}`),
    el("h3", {}, "Told by"), others(p, point, -1, -1),
    el("h3", {}, "Read side by side"), el("div.acts", {}, told.map((other) => button("act", `with ${label(other)}`, () => openReader(id, other, p)))));
}

// On a wide screen the page makes room; the cell that was opened stays where it is on the screen.
function dock(on) {
  const held = opener && opener.isConnected ? opener : null;
  const before = held ? held.getBoundingClientRect().top : 0;
  panel.hidden = !on;
  document.body.classList.toggle("docked", on);
  if (!held || held.closest(".panel")) return;
  fit();
  const frame = held.closest(".wide");
  if (on && frame && frame.clientHeight < frame.scrollHeight) {
    frame.scrollIntoView({ block: "start" });
    frame.scrollTop += held.getBoundingClientRect().top - Math.max(before, frame.getBoundingClientRect().top + 160);
    held.scrollIntoView({ block: "nearest", inline: "nearest" });
  } else scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
}

function mark(p, a, c) {
  $$(".lit").forEach((node) => node.classList.remove("lit"));
  $$("main .cell.on").forEach((node) => node.classList.remove("on"));
  if (a !== undefined) $$(`.cell[data-p="${p}"][data-a="${a}"][data-c="${c}"]`, section()).forEach((node) => node.classList.add("on"));
  if (p !== undefined) $$(`[data-row][data-p="${p}"]`, section()).forEach((node) => node.classList.add("lit"));
}

function open(target) {
  opener = target;
  const { p, a, c, silent } = target.dataset;
  if (silent) openSilence(Number(p), silent);
  else openClaim(Number(p), Number(a), Number(c));
  history.replaceState(null, "", "#" + story().points[p].id);
  $("#panel-title").focus({ preventScroll: true });
}

function closePanel() {
  dock(false);
  mark();
  history.replaceState(null, "", location.pathname + location.search);
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
}

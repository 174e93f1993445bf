// The dossier itself, and small helpers. Everything below only shows what it holds.
const D = JSON.parse(document.getElementById("dossier").textContent);
for (const { packed, points } of D.stories) { // each link stands once in the data; the points name its place
  const links = packed.links.map(([left, right, score, told]) => ({ left, right, score,
    signals: told.map(([place, value, weight]) => ({ name: packed.signals[place][0], value, weight, detail: packed.signals[place][1] })) }));
  for (const point of points) point.links = point.links.map((place) => links[place]);
}
const ARTICLES = new Map(D.articles.map((article) => [article.id, article]));
const MARKS = { conflict: "≠", update: "→", compatible: "≈", agree: "=", perhaps: "?", single: "·" };
const ORDER = ["conflict", "update", "compatible", "agree", "single", "shared"];
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
let current = 0;

// el("p.why", {title: "…"}, "text", child, …): text goes in as text, never as markup.
function el(what, attributes, ...children) {
  const [tag, ...classes] = what.split(".");
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === "on") for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}
const button = (what, text, click, attributes) =>
  el("button." + what, { type: "button", ...attributes, on: { click } }, text);

// Offsets count Unicode code points; a text beyond the basic plane is cut up once.
const cut = new Map();
function slice(article, start, end) {
  if (!/[\ud800-\udfff]/.test(article.text)) return article.text.slice(start, end);
  if (!cut.has(article.id)) cut.set(article.id, Array.from(article.text));
  return cut.get(article.id).slice(start, end).join("");
}
function size(article) {
  return /[\ud800-\udfff]/.test(article.text) ? Array.from(article.text).length : article.text.length;
}
const story = () => D.stories[current];
const section = () => $(`.story[data-story="${current}"]`);
const label = (id) => story().packed.names[id] || id;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function when(article) {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(article.published || "");
  if (!found) return article.published || "time not stated";
  const [, year, month, day, clock, zone] = found;
  const at = clock ? `, ${clock}${zone ? " " + (zone === "Z" || zone === "+00:00" ? "UTC" : zone) : ""}` : "";
  return `${Number(day)} ${MONTHS[month - 1]} ${year}${at}`;
}
const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const score = (value) => (value === null || value === undefined ? "unbounded" : Number(value).toFixed(2));

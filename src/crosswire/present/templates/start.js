// Wiring: who reacts to what.
document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-open], [data-filter], [data-article]");
  if (!target) return;
  if (target.matches("[data-open]")) open(target);
  else if (target.matches("[data-filter]")) {
    const on = target.getAttribute("aria-pressed") !== "true";
    target.setAttribute("aria-pressed", String(on));
    wanted.verdicts[on ? "add" : "delete"](target.dataset.filter);
    filter();
  } else {
    const id = target.dataset.article;
    openReader(id, story().articles.find((other) => other !== id) || id);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    if (!reader.hidden) closeReader();
    else if (!panel.hidden) closePanel();
    else if (event.target.id === "search" && event.target.value) { event.target.value = ""; wanted.words = ""; filter(); }
    return;
  }
  hold(event);
  if (event.key === "/" && reader.hidden && !event.target.closest("input, select, textarea")) {
    event.preventDefault();
    $("#search").focus();
  } else move(event);
});
document.addEventListener("focusin", (event) => { if (event.target.matches(".matrix .cell")) rove(event.target); });
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-kinds]")) { wanted.kind = event.target.value; filter(); }
});
$("#search").addEventListener("input", (event) => { wanted.words = event.target.value.trim().toLowerCase(); filter(); });
$("#read").addEventListener("click", () => { const [one, two] = story().articles; openReader(one, two || one); });
$("#save").addEventListener("click", () => {
  const plain = JSON.stringify(D, (key, value) => (["searched", "packed", "standing"].includes(key) ? undefined : value), 1) + "\n";
  const link = el("a", { href: URL.createObjectURL(new Blob([plain], { type: "application/json" })), download: "dossier.json" });
  link.click();
  URL.revokeObjectURL(link.href);
});
const choice = $("#switch");
if (choice) choice.addEventListener("change", () => { closePanel(); show(Number(choice.value)); scrollTo(0, 0); });
window.addEventListener("resize", () => { fit(); if (!reader.hidden) for (const one of $$(".pane", reader)) one.dispatchEvent(new Event("scroll")); });
window.addEventListener("beforeprint", () => { for (const fold of $$("[data-fold]")) fold.open = true; });

function arrive() {
  const id = decodeURIComponent(location.hash.slice(1));
  const number = D.stories.findIndex((one) => one.points.some((point) => point.id === id));
  if (number < 0) return;
  show(number);
  const row = document.getElementById(id) || $(`.card[data-p="${story().points.findIndex((point) => point.id === id)}"]`);
  const fold = row && row.closest("details");
  if (fold) fold.open = true;
  const target = row && $("[data-open]", row);
  if (target) { row.scrollIntoView({ block: "center" }); open(target); }
}
window.addEventListener("beforeprint", () => $$(".wide").forEach((frame) => frame.classList.remove("wide")));
window.addEventListener("afterprint", fit);
if (D.stories.length) { show(0); arrive(); } else for (const one of $$(".tools > *")) one.disabled = true;
window.addEventListener("hashchange", arrive);

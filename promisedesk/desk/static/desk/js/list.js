// Ticks in the list: a range with Shift, one with X, how many there are; and the numbers beside
// the views, which come after the page.
const pane = () => document.querySelector("section.list");
const picks = () => [...document.querySelectorAll("[data-list] .pick")];
let last = null;

function tell() {
  const place = document.querySelector("[data-picked]");
  if (!place) return;
  const all = picks();
  const number = all.filter((one) => one.checked).length;
  place.textContent = place.dataset.one.replace("%d", number);
  const whole = document.querySelector("[data-pick-all]");
  whole.closest("label").hidden = number < all.length || !document.querySelector(".list-more .near");
  if (whole.closest("label").hidden) whole.checked = false;
}

document.addEventListener("click", (event) => {
  const pick = event.target.closest?.(".pick");
  if (pick) {
    const all = picks();
    if (event.shiftKey && last && all.includes(last)) {
      const [from, to] = [all.indexOf(last), all.indexOf(pick)].sort((a, b) => a - b);
      for (const one of all.slice(from, to + 1)) one.checked = pick.checked;
    }
    last = pick;
    tell();
  }
  if (event.target.closest("[data-select]") && pane()) {
    event.preventDefault();
    const isOn = "selecting" in pane().dataset;
    if (isOn) { for (const one of picks()) one.checked = false; delete pane().dataset.selecting; }
    else pane().dataset.selecting = "";
    tell();
  }
});
document.addEventListener("reset", (event) => {
  if (!event.target.matches("[data-bulk]")) return;
  if (pane()) delete pane().dataset.selecting;
  setTimeout(tell); // the ticks are cleared after this
});
// On a phone a row is ticked by touching it anywhere, while several are being selected.
document.addEventListener("click", (event) => {
  const row = event.target.closest?.("a.conv");
  if (!row || !pane() || !("selecting" in pane().dataset)) return;
  event.preventDefault();
  event.stopPropagation();
  row.previousElementSibling.click();
}, true);

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && picks().some((one) => one.checked) && !event.target.closest("dialog, details[open]")) {
    document.querySelector("[data-bulk]")?.reset();
  }
});
document.addEventListener("desk:pick", () => {
  const row = document.activeElement.closest?.("a.conv") || document.querySelector("a.conv[aria-current]") || document.querySelector("a.conv");
  const pick = row?.previousElementSibling;
  if (!pick) return;
  pick.click();
  row.focus();
});

async function count() {
  const views = document.querySelector("[data-counts-url]");
  if (!views || document.hidden || !document.querySelector("[data-count]")) return;
  let numbers;
  try {
    const answer = await fetch(views.dataset.countsUrl);
    if (!answer.ok || answer.redirected) return;
    numbers = await answer.json();
  } catch {
    return; // offline for a moment
  }
  for (const one of document.querySelectorAll("[data-count]")) one.textContent = numbers[one.dataset.count] ?? "";
}
count();
setInterval(count, 60_000);
let counted = 0; // news come in crowds: at most every five seconds
document.addEventListener("live:list", () => {
  counted ||= setTimeout(() => { counted = 0; count(); }, 5000);
});

// A list of ticks says how many are chosen, and ticks all or none where it stands; without
// scripts the two links do it, and the count is left out.
const ticksOf = (form) => [...form.querySelectorAll("input[type=checkbox][name]")];
function count(form) {
  const say = form.querySelector("[data-ticks-say]");
  say.hidden = false;
  say.querySelector("[data-ticks-count]").textContent = ticksOf(form).filter((one) => one.checked).length;
}
const countAll = () => document.querySelectorAll("form[data-ticks]").forEach(count);
countAll();
document.addEventListener("htmx:afterSettle", countAll);
addEventListener("pageshow", countAll); // a browser may bring back other ticks
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-ticks]");
  if (form) count(form);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-ticks-set]");
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  const form = link.closest("form");
  for (const one of ticksOf(form)) one.checked = link.dataset.ticksSet === "all";
  count(form);
}, true);

// A long list of ticks shows what is typed for; without scripts all of it is there to scroll.
function dress() {
  for (const field of document.querySelectorAll("[data-picks-find][hidden]")) field.hidden = false;
}
dress();
document.addEventListener("htmx:afterSettle", dress);
document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-picks-find]")) return;
  const words = event.target.value.trim().toLowerCase();
  for (const line of event.target.closest("[data-picks]").querySelectorAll("label"))
    line.hidden = !line.textContent.toLowerCase().includes(words);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.("[data-picks-find]")) event.preventDefault();
});

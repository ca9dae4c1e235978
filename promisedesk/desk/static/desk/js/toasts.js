// What was done is said for ten seconds, longer while somebody is at it.
const SHOWN = 10_000;
const known = new WeakSet();

function leave(toast) {
  if (!toast.isConnected) return;
  if (document.hidden || toast.matches(":hover, :focus-within")) setTimeout(leave, 2000, toast);
  else toast.remove();
}
function watch() {
  for (const toast of document.querySelectorAll(".toasts .toast[data-timed]")) {
    if (known.has(toast)) continue;
    known.add(toast);
    setTimeout(leave, SHOWN, toast);
  }
}
watch();
document.addEventListener("htmx:afterSettle", watch);
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-dismiss]")) return;
  event.preventDefault();
  event.target.closest(".toast").remove();
});

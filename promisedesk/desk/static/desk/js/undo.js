// A reply that has not left: counts down, and can be taken back from wherever one went since.
// Seconds are counted from when they were shown: the clocks of desk and reader may differ.
const left = (line) => {
  line.dataset.until ??= performance.now() + 1000 * Number(line.dataset.held);
  return Math.max(0, Math.ceil((Number(line.dataset.until) - performance.now()) / 1000));
};
const ask = () => {
  for (const one of document.querySelectorAll("[data-asks]:empty")) htmx.trigger(one, "quiet");
};

function tick() {
  for (const line of document.querySelectorAll("[data-held]")) {
    const seconds = left(line);
    line.querySelector("[data-seconds]").textContent = seconds;
    if (seconds) continue;
    line.querySelector("[data-undo]")?.remove();
    delete line.dataset.held;
    if (line.matches(".toast")) line.parentElement.remove();
    else for (const wait of [1000, 3000]) setTimeout(ask, wait);
  }
}
setInterval(tick, 250);

// The way back of one's own stands at the edge of the page, wherever one goes meanwhile.
function show() {
  const line = [...document.querySelectorAll("#panes [data-held][data-mine]")].at(-1);
  if (!line || !left(line)) return;
  const action = line.querySelector("[data-undo]").action;
  if (document.querySelector(".undo-toast [data-undo]")?.action === action) return;
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.dataset.held = left(line);
  toast.dataset.until = line.dataset.until;
  toast.setAttribute("role", "status");
  const words = document.createElement("span");
  words.className = "toast-text";
  words.append(line.querySelector("[aria-hidden] [data-seconds]").parentElement.cloneNode(true));
  const whom = document.createElement("small");
  whom.textContent = line.dataset.to;
  words.append(whom);
  const form = line.querySelector("[data-undo]").cloneNode(true);
  form.setAttribute("action", action);
  toast.append(words, form);
  document.querySelector(".undo-toast")?.remove();
  const place = document.createElement("div");
  place.className = "undo-toast";
  place.append(toast);
  document.body.append(place);
  if (!document.getElementById("panes")) return;
  for (const [name, value] of [["hx-boost", "true"], ["hx-target", "#panes"], ["hx-swap", "innerHTML show:none"]])
    form.setAttribute(name, value);
  htmx.process(place);
}
show();
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "panes") return;
  if (event.detail.requestConfig?.path.includes("/undo/")) document.querySelector(".undo-toast")?.remove();
  show();
});

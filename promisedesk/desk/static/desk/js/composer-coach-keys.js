// Alt and the arrows go from hint to hint of the coach, Alt and Enter mends the one that is shown:
// from within the text, which keeps the focus.
const places = new WeakMap(); // form: which line was shown last

const linesOf = (form) => [...form.querySelectorAll("[data-coach-url] .fixes > li[data-spans]")];

function show(form, by) {
  const all = linesOf(form);
  if (!all.length) return;
  const board = form.querySelector("[data-coach-board]");
  board.open = true;
  const at = places.has(form) ? places.get(form) + by : by > 0 ? 0 : -1;
  const place = (at + all.length) % all.length;
  places.set(form, place);
  for (const [number, line] of all.entries()) line.toggleAttribute("data-now", number === place);
  const line = all[place];
  line.scrollIntoView({ block: "nearest" });
  line.querySelector("[data-coach-show]")?.click();
  const words = `${line.querySelector(".sr").textContent} ${line.querySelector(".says").textContent.trim()}`;
  form.querySelector("[data-coach-said]").textContent = words;
}

function mend(form) {
  const line = linesOf(form).find((one) => one.matches("[data-now]"));
  const button = line?.querySelector("[data-coach-mend]");
  if (!button) return;
  places.set(form, places.get(form) - 1); // the next one stands where this one was
  button.click();
}

document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const form = event.target.closest?.("form.write[data-kind=reply]");
  const deed = {
    ArrowDown: () => show(form, 1),
    ArrowUp: () => show(form, -1),
    Enter: () => mend(form),
  }[event.key];
  if (!form || !deed || event.target.matches("select")) return;
  event.preventDefault();
  deed();
});

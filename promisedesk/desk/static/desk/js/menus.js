// Menus are <details name="menu">. One opened by a key takes the focus in; arrows, Home, End and
// the first letters move; Esc, or a click elsewhere, closes it and gives the focus back.
const open = () => [...document.querySelectorAll("details[name=menu][open]")];
const came = new WeakMap(); // where the focus was before
let byKey = false;
let typed = "";
let since = 0;
const isSeen = (one) => one.getClientRects().length > 0;
const items = (menu) => [...menu.querySelectorAll(".menu .menu-item:not(:disabled)")].filter(isSeen);

function words(item) {
  const copy = item.cloneNode(true);
  for (const one of copy.querySelectorAll("[aria-hidden=true], kbd, .end")) one.remove();
  return copy.textContent.trim().toLowerCase();
}

function enter(menu) {
  const other = ".menu :is(a[href], button, input:not([type=hidden]), select, textarea):not(:disabled)";
  const first = menu.querySelector(".menu [autofocus]") || items(menu)[0] || menu.querySelector(other);
  first?.focus();
}

function close(menu) {
  const place = came.get(menu);
  menu.open = false;
  (place?.isConnected && isSeen(place) ? place : menu.querySelector("summary")).focus();
}

document.addEventListener("keydown", () => { byKey = true; }, true);
document.addEventListener("pointerdown", () => { byKey = false; }, true);
document.addEventListener("toggle", (event) => {
  const menu = event.target;
  if (!menu.matches?.("details[name=menu]") || !menu.open || !byKey) return;
  const focused = document.activeElement;
  if (focused !== document.body && !menu.contains(focused)) came.set(menu, focused);
  else came.delete(menu);
  enter(menu);
}, true);
// What is in it may come after it was opened.
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const menu = detail.target?.matches?.(".menu") && detail.target.closest("details[name=menu][open]");
  if (menu && byKey) enter(menu);
});

document.addEventListener("click", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

function move(menu, event) {
  const all = items(menu);
  const here = all.indexOf(document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here < 0 ? all.length - 1 : here - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) return all.at(to % all.length);
  if (event.key.length > 1 || event.key === " ") return null;
  typed = (event.timeStamp - since < 700 ? typed : "") + event.key.toLowerCase();
  since = event.timeStamp;
  const from = typed.length > 1 ? here : here + 1; // the same letter again: the next one
  return [...all.slice(Math.max(0, from)), ...all].find((one) => words(one).startsWith(typed));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("dialog")) return;
  if (event.key === "Escape") {
    const all = open();
    const innermost = all.filter((one) => one.contains(document.activeElement)).at(-1) || all.at(-1);
    if (!innermost || document.querySelector("[data-macros][data-open]")) return;
    close(innermost);
  } else {
    const menu = event.target.closest?.("details[name=menu][open]");
    const isField = event.target.matches?.("input:not([type=checkbox], [type=radio]), select, textarea");
    const isLine = event.target.matches?.("input:is([type=text], [type=search], :not([type]))");
    if (!menu || (isField && !(isLine && ["ArrowDown", "ArrowUp"].includes(event.key)))) return;
    const item = move(menu, event);
    if (!item) return;
    item.focus();
  }
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

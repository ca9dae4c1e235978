// Keys for agents, off while typing. The list of them opens with "?".
const rows = () => [...document.querySelectorAll("a.conv")];
const current = () => document.querySelector("a.conv[aria-current]");

function step(by) {
  const all = rows();
  const focused = document.activeElement.closest?.("a.conv") || current();
  const next = all[all.indexOf(focused) + by] || (focused ? null : all[0]);
  if (!next) return;
  next.scrollIntoView({ block: "nearest" });
  next.focus();
  next.click();
}

const press = (selector) => document.querySelector(selector)?.click();
const DEEDS = {
  j: () => step(1),
  k: () => step(-1),
  u: () => press("[data-back]"),
  r: () => press("[role=tab][data-write=reply]"),
  n: () => press("[role=tab][data-write=note]"),
  e: () => press("[data-key=e]"),
  m: () => press("[data-key=m]"),
  a: () => press("[data-key=a]"),
  i: () => press("[data-key=i]"),
  o: () => press("[data-key=o]"),
  x: () => document.dispatchEvent(new Event("desk:pick")),
  "/": () => press("[data-key='/']"),
  z: () => [...document.querySelectorAll("[data-undo] button")].at(-1)?.click(),
  "?": () => document.getElementById("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest?.("input, textarea, select, dialog, [contenteditable]")) return;
  const deed = DEEDS[event.key] || DEEDS[event.key.toLowerCase()];
  if (!deed) return;
  event.preventDefault();
  deed();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys-open]")) document.getElementById("keys").showModal();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.matches?.("textarea, input")) event.target.blur();
});

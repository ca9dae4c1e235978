// Keys for agents, off while typing. The list of them opens with "?". Whoever switched off the
// keys of one letter keeps those with Ctrl.
const rows = () => [...document.querySelectorAll("a.conv")];
const current = () => document.querySelector("a.conv[aria-current]");
const isSeen = (one) => one?.getClientRects().length > 0;
const MANY = { a: "assign", t: "tag", s: "snooze", e: "resolve" }; // of those that are ticked
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, dialog, [contenteditable]";

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
function deed(key) {
  const isMany = MANY[key] && document.querySelector("[data-list] .pick:checked");
  press(isMany ? `#bulk [value=${MANY[key]}]` : `[data-key="${key}"]`);
}

function back() {
  const link = [...document.querySelectorAll("[data-back]")].find(isSeen);
  if (link) return link.click();
  (current() || rows()[0])?.focus();
}

// Beside the conversation, or over it where there is less room; pressed again, back to it.
function customer() {
  const panel = document.getElementById("customer");
  if (!panel) return;
  const link = document.querySelector("[data-key=i]");
  if (panel.contains(document.activeElement)) {
    const close = panel.querySelector("[href='#conversation']");
    if (isSeen(close)) close.click();
    return document.querySelector(".thread-scroll")?.focus();
  }
  if (isSeen(link)) link.click();
  panel.tabIndex = -1;
  panel.focus();
}

function search() {
  const field = document.querySelector("[data-search]");
  if (isSeen(field)) return field.select();
  (document.querySelector("[data-key='/']") || document.querySelector("[data-go='/']"))?.click();
}

const DEEDS = {
  j: () => step(1),
  k: () => step(-1),
  u: back,
  o: () => (document.querySelector("[data-key=o]") || document.querySelector("[data-go=o]"))?.click(),
  r: () => press("[role=tab][data-write=reply]"),
  n: () => press("[role=tab][data-write=note]"),
  i: customer,
  x: () => document.dispatchEvent(new Event("desk:pick")),
  "/": search,
  ";": () => press("form.write:not([hidden]) [data-macros-open]"),
  z: () => [...document.querySelectorAll("[data-undo] button")].at(-1)?.click(),
  "?": () => document.getElementById("keys").showModal(),
};
for (const key of "aeflmpstv") DEEDS[key] = () => deed(key);

// On a keyboard of other letters the place of the key counts.
function letter({ key, code }) {
  if (key.length > 1 || key.charCodeAt(0) < 128) return key.toLowerCase();
  return code === "Semicolon" ? ";" : code.startsWith("Key") ? code[3].toLowerCase() : key;
}

let isGoing = 0; // G, then where to
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if ("noKeys" in document.body.dataset || event.target.closest?.(`${TYPING}, details[name=menu][open] .menu`)) return;
  const key = letter(event);
  if (key === "enter" && event.target === document.body) return (current() || rows()[0])?.click();
  const place = isGoing && document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  clearTimeout(isGoing);
  isGoing = 0;
  if (key === "g" && !place) isGoing = setTimeout(() => { isGoing = 0; }, 2000);
  else if (place) place.click();
  else if (DEEDS[key]) DEEDS[key]();
  else return;
  event.preventDefault();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys-open]")) document.getElementById("keys").showModal();
});

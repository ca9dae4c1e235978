// Ctrl+K: what can be done here and where one can go, found by letters of its name. Deeds are read
// from the page itself, so that none is offered which is not there; places come from the desk.
const box = document.getElementById("palette");
const KEPT = "recent-conversations";
const MOST = 40; // lines shown at once
let standing = ""; // the places, once they came
let searched = null; // what was found on the desk, as elements
let timer = 0;
let asked = 0;

const field = () => box.querySelector("input");
const list = () => box.querySelector("[role=listbox]");
const options = () => [...list().querySelectorAll("[role=option]")];
const chosen = () => list().querySelector("[aria-selected=true]");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function recent() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) || [];
  } catch {
    return [];
  }
}
function remember() {
  const id = document.getElementById("conversation")?.dataset.conversation;
  if (!id || recent()[0] === id) return;
  try {
    localStorage.setItem(KEPT, JSON.stringify([id, ...recent().filter((one) => one !== id)].slice(0, 9)));
  } catch {
    // nothing may be kept here: then nothing is recent
  }
}

// How well a name has what is typed: whole words first, then parts, then letters in their order.
function rank(name, wanted) {
  let sum = 0;
  for (const word of wanted) {
    const at = name.indexOf(word);
    if (at === 0) sum += 4;
    else if (at > 0) sum += /[\s·@.,:#“(-]/.test(name[at - 1]) ? 3 : 2;
    else {
      let from = -1;
      for (const letter of word) {
        from = name.indexOf(letter, from + 1);
        if (from < 0) return 0;
      }
      sum += word.length > 2 ? 1 : 0.5;
    }
  }
  return sum;
}

function label(one) {
  const said = one.getAttribute("aria-label") || one.dataset.tip;
  if (said) return said.replace(/\s*\([^()]{1,3}\)$/, "");
  const copy = one.cloneNode(true);
  for (const part of copy.querySelectorAll("[aria-hidden=true], kbd, small, .end, .avatar")) part.remove();
  return copy.textContent.trim();
}

function option(from, name, key, act) {
  const line = document.createElement("div");
  line.className = "menu-item";
  line.setAttribute("role", "option");
  line.setAttribute("aria-selected", "false");
  const icon = from.querySelector(":scope > svg.i, :scope > .avatar");
  if (icon) line.append(icon.cloneNode(true));
  const words = document.createElement("span");
  words.className = "truncate";
  words.textContent = name;
  line.append(words);
  if (key) {
    const end = document.createElement("span");
    end.className = "end";
    end.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    line.append(end);
  }
  line.act = act;
  return line;
}

function group(name, lines) {
  const part = document.createElement("div");
  part.setAttribute("role", "group");
  part.setAttribute("aria-label", name);
  const title = Object.assign(document.createElement("div"), { className: "menu-label", textContent: name });
  title.setAttribute("aria-hidden", "true");
  part.append(title, ...lines);
  return part;
}

const DEEDS = "#conversation :is([role=tab][data-write], .thread-head [data-key], .thread-head .acts .menu:not([hx-get]) > :is(a, form), .snoozed-bar form)";
function deeds() {
  const found = [...document.querySelectorAll(DEEDS)].map((one) => (one.matches("form") ? one.querySelector("button") : one));
  const seen = [...new Set(found)].filter((one) => one && (one.closest("details") || one.getClientRects().length));
  const key = (one) => one.dataset.key || { reply: "r", note: "n" }[one.dataset.write] || "";
  const place = (one) => (key(one) ? "rnamste".indexOf(key(one)) : 9); // the usual ones first
  seen.sort((a, b) => place(a) - place(b));
  return seen.map((one) => option(one, label(one), key(one).toUpperCase(), () => one.click()));
}

function macros() {
  const known = document.querySelectorAll("[data-macros] [data-macro-pick]");
  return [...known].map((one) => option(one, one.querySelector(".name").textContent.trim(), "", () => {
    document.querySelector("[role=tab][data-write=reply]")?.click();
    one.click();
  }));
}

function others() {
  const found = [...document.querySelectorAll(".rail .menu :is([data-theme-toggle], [data-keys-open], form button)")];
  return found.map((one) => option(one, label(one), one.querySelector("kbd")?.textContent, () => one.click()));
}

function lines() {
  const made = document.createElement("div");
  made.innerHTML = standing;
  const parts = [[box.dataset.deeds, deeds()], [box.dataset.macrosName, macros()], [box.dataset.more, others()]];
  const own = parts.filter(([, all]) => all.length).map(([name, all]) => group(name, all));
  return [...own.slice(0, 1), ...(searched?.children || []), ...made.children, ...own.slice(1)];
}

function choose(line) {
  chosen()?.setAttribute("aria-selected", "false");
  if (!line) return field().removeAttribute("aria-activedescendant");
  line.setAttribute("aria-selected", "true");
  line.scrollIntoView({ block: "nearest" });
  field().setAttribute("aria-activedescendant", line.id);
}

function draw() {
  const wanted = plain(field().value).split(/\s+/).filter(Boolean);
  const groups = lines();
  const ranks = new Map();
  for (const part of groups) {
    const isFound = searched?.contains(part);
    for (const line of part.querySelectorAll("[role=option]")) {
      const name = plain(line.querySelector(".truncate").textContent);
      const score = rank(name, wanted) || (wanted.length && plain(line.dataset.words || "").includes(wanted.join(" ")) ? 0.6 : 0);
      if (!wanted.length || score || isFound) ranks.set(line, score || 1.5);
      else line.remove();
    }
    const kept = [...part.querySelectorAll("[role=option]")];
    if (wanted.length) part.append(...kept.sort((a, b) => ranks.get(b) - ranks.get(a)));
  }
  const best = (part) => Math.max(0, ...[...part.querySelectorAll("[role=option]")].map((one) => ranks.get(one)));
  const shown = groups.filter((part) => part.querySelector("[role=option]"));
  if (wanted.length) shown.sort((a, b) => best(b) - best(a));
  list().replaceChildren(...shown);
  options().forEach((one, number) => (wanted.length && number >= MOST ? one.remove() : (one.id = `palette-${number}`)));
  choose(options()[0]);
  const number = options().length;
  box.querySelector("[role=status]").textContent = number ? `${box.dataset.some} ${number}` : box.dataset.none;
}

async function get(part, query) {
  const url = `${box.dataset.url}?${new URLSearchParams(query)}`;
  const answer = await fetch(url, { headers: { "X-Part": part } }).catch(() => null);
  if (answer?.ok && !answer.redirected) return answer.text();
  box.querySelector("[role=status]").textContent = box.dataset.failed;
  return null;
}

async function look() {
  const query = field().value.trim();
  const mine = ++asked;
  const html = query.length > 1 ? await get("found", { q: query }) : "";
  if (mine !== asked || !box.open) return;
  searched = document.createElement("div");
  searched.innerHTML = html || "";
  draw();
}

async function open() {
  if (box.open) return;
  for (const menu of document.querySelectorAll("details[name=menu][open]")) menu.open = false;
  field().value = "";
  searched = null;
  box.showModal();
  draw();
  document.dispatchEvent(new Event("desk:want-macros"));
  const here = document.getElementById("conversation")?.dataset.conversation;
  const html = await get("standing", { recent: recent().filter((one) => one !== here) });
  if (html === null) return;
  standing = html;
  if (box.open) draw();
}

function act(line) {
  if (!line) return;
  box.close();
  if (line.act) line.act();
  else location.assign(line.href);
}

if (box) {
  box.addEventListener("input", () => {
    searched = null;
    draw();
    clearTimeout(timer);
    timer = setTimeout(look, 200);
  });
  box.addEventListener("keydown", (event) => {
    const all = options();
    const here = all.indexOf(chosen());
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: Math.min(here + 8, all.length - 1), PageUp: Math.max(here - 8, 0) }[event.key];
    if (to !== undefined && all.length) choose(all.at(to % all.length));
    else if (event.key === "Enter" && !event.isComposing) act(chosen());
    else return;
    event.preventDefault();
  });
  box.addEventListener("click", (event) => {
    const line = event.target.closest("[role=option]");
    if (line && (event.ctrlKey || event.metaKey) && line.href) return;
    if (line) {
      event.preventDefault();
      event.stopPropagation(); // a click elsewhere closes menus, and this one opens some
      act(line);
    } else if (event.target === box) box.close(); // beside it
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" && event.code !== "KeyK") return;
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || document.querySelector("dialog[open]:not(#palette)")) return;
    event.preventDefault();
    if (box.open) box.close();
    else open();
  }, true);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-palette-open]") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("desk:have-macros", () => { if (box.open) draw(); });
  document.addEventListener("htmx:afterSettle", remember);
  remember();
}

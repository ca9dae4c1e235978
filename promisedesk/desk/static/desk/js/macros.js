// Macros while writing: by the button, by ";" and, after a blank, by "/" or ";" within the text.
// The list is fetched when it is first asked for. Typed marks filter it and never take the focus.
const MARK = /(^|\s)[/;]([^\s/;]{0,40})$/;
const of = (element) => element.closest("form.write")?.querySelector("[data-macros]");
const part = (box, name) => box.querySelector(`[data-macros-${name}]`);
const shown = (box) => [...part(box, "list").querySelectorAll(".macro:not([hidden]) [data-macro-pick]")];
const chosen = (box) => part(box, "list").querySelector("[aria-selected=true]");
const opened = () => document.querySelector("[data-macros][data-open]");

async function load(box) {
  if (box.dataset.loaded) return;
  try {
    const answer = await fetch(box.dataset.macros, { headers: { "X-Part": "list" } });
    if (!answer.ok || answer.redirected) throw answer;
    part(box, "list").innerHTML = await answer.text();
    box.dataset.loaded = "1";
  } catch {
    say(box, box.dataset.failed);
  }
}

function say(box, words) {
  part(box, "status").textContent = words;
  const empty = part(box, "empty");
  empty.textContent = words;
  empty.hidden = !words || !!shown(box).length;
}

function choose(box, option) {
  const field = box.dataset.open === "text" ? box.closest("form").elements.text : part(box, "search");
  chosen(box)?.setAttribute("aria-selected", "false");
  if (!option) return field.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", option.id);
}

function filter(box, words) {
  const wanted = words.toLowerCase().replace(/^[/;]/, "").split(/\s+/);
  for (const one of part(box, "list").querySelectorAll("[data-macro-pick]"))
    one.closest(".macro").hidden = !wanted.every((word) => one.dataset.words.toLowerCase().includes(word));
  const found = shown(box);
  choose(box, found.find((one) => wanted[0] && one.dataset.shortcut.startsWith(wanted[0])) || found[0]);
  say(box, found.length ? `${box.dataset.some} ${found.length}` : box.dataset.none);
  return found.length;
}

async function open(box, how) {
  if (box.dataset.open) return;
  box.dataset.open = how;
  part(box, "menu").hidden = false;
  part(box, "open").setAttribute("aria-expanded", "true");
  const search = part(box, "search");
  search.closest(".menu-search").hidden = how === "text";
  if (how !== "text") search.focus();
  await load(box);
  if (box.dataset.open === how) filter(box, how === "text" ? typed(box) ?? "" : search.value);
}

function close(box, focus = true) {
  if (!box.dataset.open) return;
  choose(box, null);
  delete box.dataset.open;
  delete box.dataset.stepped;
  part(box, "menu").hidden = true;
  part(box, "open").setAttribute("aria-expanded", "false");
  part(box, "search").value = "";
  say(box, "");
  if (focus) box.closest("form").elements.text.focus();
}

// The palette offers them too.
document.addEventListener("desk:want-macros", async () => {
  const box = document.querySelector("[data-macros]");
  if (!box) return;
  await load(box);
  document.dispatchEvent(new Event("desk:have-macros"));
});

// What stands after "/" before the caret; null when there is none.
function typed(box) {
  const field = box.closest("form").elements.text;
  if (field.selectionStart !== field.selectionEnd) return null;
  return MARK.exec(field.value.slice(0, field.selectionStart))?.[2] ?? null;
}

function insert(field, text, from) {
  field.focus();
  field.setSelectionRange(from, field.selectionEnd);
  // Keeps the browser's own undo; where it is not known, the text is put in all the same.
  if (!document.execCommand("insertText", false, text)) field.setRangeText(text, from, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function tick(name, value, words, place, css) {
  if (place.querySelector(`[value="${CSS.escape(value)}"]`)) return;
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", name, value, checked: true });
  const span = document.createElement("span");
  span.textContent = words;
  label.className = css;
  label.append(box, span);
  place.append(label);
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

async function pick(box, option) {
  const form = box.closest("form");
  const field = form.elements.text;
  const mark = box.dataset.open === "text" ? typed(box) : null;
  const from = field.selectionStart - (mark === null ? 0 : mark.length + 1);
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const answer = await fetch(option.dataset.macroPick, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  const made = answer && !answer.redirected && [200, 422].includes(answer.status) ? await answer.json() : null;
  if (!made || made.refused) return say(box, made?.refused || box.dataset.failed);
  close(box);
  if (made.is_done) {
    insert(field, "", from);
    return htmx.ajax("GET", form.closest("[data-composer]").dataset.draftUrl.replace(/draft\/$/, ""), { target: "#panes", swap: "innerHTML show:none" });
  }
  insert(field, made.text, from);
  for (const one of made.files) tick("kept", one.value, `${one.name} ${one.size}`, form.querySelector("[data-chosen]"), "file file-kept");
  const chips = form.querySelector("[data-macro-chips]");
  if (made.id && chips) tick("macro", made.id, `${chips.dataset.says} ${made.does}`, chips, "macro-chip");
  const gap = made.missing.length ? field.value.indexOf(made.missing[0], from) : -1;
  if (gap >= 0) field.setSelectionRange(gap, gap + made.missing[0].length);
  part(box, "status").textContent = made.says;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-macros-open]");
  const option = event.target.closest("[data-macros] [data-macro-pick]");
  const box = opened();
  if (button) {
    event.preventDefault();
    if (box) close(box);
    else open(button.closest("[data-macros]"), "button");
  } else if (option) {
    event.preventDefault();
    pick(option.closest("[data-macros]"), option);
  } else if (box && !box.contains(event.target)) close(box, false);
});

// The page of a new macro shows the draft: it is kept first.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-macros-save]");
  if (!link) return;
  event.preventDefault();
  const form = link.closest("form");
  const body = new FormData();
  for (const name of ["text", "csrfmiddlewaretoken"]) body.set(name, form.elements[name].value);
  body.set("kind", "reply");
  await fetch(form.closest("[data-composer]").dataset.draftUrl, { method: "POST", body }).catch(() => null);
  location.assign(link.href);
});

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-macros-search]")) filter(event.target.closest("[data-macros]"), event.target.value);
  const box = event.target.name === "text" && of(event.target);
  if (!box) return;
  const words = typed(box);
  if (words === null) return box.dataset.open === "text" && close(box);
  if (box.dataset.open !== "text") return open(box, "text");
  if (box.dataset.loaded && !filter(box, words)) close(box);
});

document.addEventListener("keydown", (event) => {
  const box = opened();
  if (!box) {
    if (event.key !== ";" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.body.dataset.noKeys !== undefined || event.target.closest?.("input, textarea, select, dialog, [contenteditable]")) return;
    const button = document.querySelector("form.write:not([hidden]) [data-macros-open]");
    if (!button) return;
    event.preventDefault();
    return button.click();
  }
  const inText = box.dataset.open === "text";
  if (inText ? event.target !== box.closest("form").elements.text : !box.contains(event.target)) return;
  const all = shown(box);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && all.length) {
    box.dataset.stepped = "1";
    choose(box, all.at((all.indexOf(chosen(box)) + step) % all.length));
  } else if (event.key === "Escape") close(box);
  // A mark alone means nothing yet: Enter and Tab stay what they are.
  else if ((event.key === "Enter" || (event.key === "Tab" && inText)) && chosen(box) && !event.ctrlKey && !event.metaKey
    && (inText ? typed(box) || box.dataset.stepped : event.target.matches("[data-macros-search]"))) pick(box, chosen(box));
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

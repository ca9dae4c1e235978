// “@an” in a note offers colleagues who see the conversation. The text keeps the focus.
const MARK = /(^|[\s(])@([^\s@]{0,40})$/;
const of = (field) => field.closest("form.write")?.querySelector("[data-mentions]");
const chosen = (list) => list.querySelector("[aria-selected=true]");
let asked = 0;

function typed(field) {
  if (field.selectionStart !== field.selectionEnd) return null;
  return MARK.exec(field.value.slice(0, field.selectionStart))?.[2] ?? null;
}

function choose(field, option) {
  chosen(of(field))?.setAttribute("aria-selected", "false");
  if (!option) return field.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", option.id);
}

function close(field) {
  const list = of(field);
  asked++;
  if (!list || list.hidden) return;
  list.hidden = true;
  choose(field, null);
  field.removeAttribute("aria-controls");
}

async function offer(field, words) {
  const list = of(field);
  const mine = ++asked;
  const url = `${field.closest("[data-composer]").dataset.colleaguesUrl}?q=${encodeURIComponent(words)}`;
  const answer = await fetch(url).catch(() => null);
  if (mine !== asked || !answer?.ok || answer.redirected) return;
  const { colleagues } = await answer.json();
  if (mine !== asked) return;
  list.replaceChildren(...colleagues.map((one) => {
    const option = document.createElement("div");
    option.className = "menu-item";
    option.role = "option";
    option.id = `mention-${one.id}`;
    option.dataset.name = one.name;
    option.textContent = one.name;
    return option;
  }));
  const form = field.closest("form");
  form.querySelector("[data-mentions-status]").textContent = colleagues.length ? `${list.dataset.some} ${colleagues.length}` : "";
  list.hidden = !colleagues.length;
  if (list.hidden) return close(field);
  field.setAttribute("aria-controls", list.id);
  choose(field, list.firstElementChild);
}

function pick(field, option) {
  const from = field.selectionStart - typed(field).length;
  const space = field.value[field.selectionStart] === " " ? "" : " ";
  const detail = { field, text: option.dataset.name + space, from, to: field.selectionStart };
  close(field);
  document.dispatchEvent(new CustomEvent("desk:put", { detail }));
  if (space) field.dataset.named = from + detail.text.length;
}

// A space follows the name already: typed from habit, it would be two.
document.addEventListener("beforeinput", (event) => {
  const { named } = event.target.dataset ?? {};
  if (!named) return;
  delete event.target.dataset.named;
  if (event.data === " " && event.target.selectionStart === Number(named)) event.preventDefault();
});

document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.name !== "text" || !of(field)) return;
  const words = typed(field);
  if (words === null) close(field);
  else offer(field, words);
});
document.addEventListener("keydown", (event) => {
  const field = event.target;
  const list = field.name === "text" && of(field);
  if (!list || list.hidden || event.ctrlKey || event.metaKey) return;
  const all = [...list.children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) choose(field, all.at((all.indexOf(chosen(list)) + step) % all.length));
  else if (event.key === "Escape") close(field);
  else if ((event.key === "Enter" || event.key === "Tab") && chosen(list)) pick(field, chosen(list));
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
document.addEventListener("mousedown", (event) => {
  const option = event.target.closest("[data-mentions] [role=option]");
  if (!option) return;
  event.preventDefault();
  pick(option.closest("form").elements.text, option);
});
document.addEventListener("focusout", (event) => {
  if (event.target.name === "text" && of(event.target)) close(event.target);
});

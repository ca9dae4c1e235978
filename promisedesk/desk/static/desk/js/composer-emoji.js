// A small table of emoji with their names in three languages, fetched when it is first opened.
let table = null;
const of = (element) => element.closest("[data-emoji]");
const part = (box, name) => box.querySelector(`[data-emoji-${name}]`);

async function load(box) {
  if (table) return;
  const answer = await fetch(box.dataset.emoji).catch(() => null);
  if (!answer?.ok) return;
  table = (await answer.text()).split("\n").filter(Boolean).map((line) => {
    const at = line.indexOf(" ");
    return [line.slice(0, at), line.slice(at + 1)];
  });
}

function fill(box, words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (table || []).filter(([, names]) => wanted.every((word) => names.includes(word)));
  part(box, "list").replaceChildren(...found.map(([sign, names]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.dataset.emojiPick = sign;
    const says = names.split(";")[{ ru: 1, pl: 2 }[document.documentElement.lang] || 0] || names;
    button.setAttribute("aria-label", says);
    button.title = says;
    return button;
  }));
  part(box, "none").textContent = found.length ? "" : part(box, "none").dataset.none;
}

async function open(box) {
  part(box, "menu").hidden = false;
  part(box, "open").setAttribute("aria-expanded", "true");
  part(box, "search").focus();
  await load(box);
  fill(box, part(box, "search").value);
}

function close(box, focus = true) {
  if (part(box, "menu").hidden) return;
  part(box, "menu").hidden = true;
  part(box, "search").value = "";
  part(box, "open").setAttribute("aria-expanded", "false");
  if (focus) part(box, "open").focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-emoji-open]");
  const sign = event.target.closest("[data-emoji-pick]");
  for (const box of document.querySelectorAll("[data-emoji]")) if (!box.contains(event.target)) close(box, false);
  if (button) return part(of(button), "menu").hidden ? open(of(button)) : close(of(button));
  if (!sign) return;
  const field = sign.closest("form").elements.text;
  close(of(sign), false);
  document.dispatchEvent(new CustomEvent("desk:put", { detail: { field, text: sign.dataset.emojiPick } }));
});
document.addEventListener("input", (event) => {
  if (event.target.matches("[data-emoji-search]")) fill(of(event.target), event.target.value);
});
document.addEventListener("keydown", (event) => {
  const box = event.target.closest?.("[data-emoji]");
  if (!box || part(box, "menu").hidden) return;
  const all = [...part(box, "list").children];
  const at = all.indexOf(document.activeElement);
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
  if (event.key === "Escape") close(box);
  else if (event.key === "Enter" && event.target.matches("[data-emoji-search]")) all[0]?.click();
  else if (step && (at >= 0 || event.key === "ArrowDown")) (all[at < 0 ? 0 : at + step] || (at + step < 0 ? part(box, "search") : all.at(-1)))?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}, true);

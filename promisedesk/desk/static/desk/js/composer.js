// Writing: tabs without a page load, Ctrl+Enter sends, drafts are kept two seconds after typing.
const PAUSE = 2000;
const timers = new WeakMap();

function show(dock, kind) {
  dock.querySelector(".composer").dataset.mode = kind;
  for (const form of dock.querySelectorAll("form.write")) form.hidden = form.dataset.kind !== kind;
  for (const tab of dock.querySelectorAll("[role=tab]"))
    tab.setAttribute("aria-selected", tab.dataset.write === kind);
  dock.querySelector(`form.write[data-kind=${kind}] textarea`).focus();
}

function say(form, words) {
  const place = form.querySelector("[data-draft-said]");
  place.textContent = words ? place.dataset[words] : "";
}

async function keep(form) {
  clearTimeout(timers.get(form));
  timers.delete(form);
  const body = new FormData();
  body.set("kind", form.dataset.kind);
  body.set("text", form.elements.text.value);
  body.set("has_files", "1");
  for (const tick of form.querySelectorAll("[name=kept]:checked")) body.append("kept", tick.value);
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const url = form.closest("[data-composer]").dataset.draftUrl;
  try {
    const answer = await fetch(url, { method: "POST", body, keepalive: true });
    say(form, answer.ok && !answer.redirected ? (form.elements.text.value.trim() ? "saved" : "") : "unsaved");
  } catch {
    say(form, "unsaved");
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-write]");
  const dock = document.querySelector("[data-composer]");
  if (!link || !dock || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  event.stopPropagation();
  show(dock, link.dataset.write);
}, true);

document.addEventListener("input", (event) => {
  const form = event.target.closest("form.write");
  if (!form || event.target.name !== "text") return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => keep(form), PAUSE));
});

// Whoever leaves the page, or the pane, takes nothing unsaved with them.
const keepAll = () => {
  for (const form of document.querySelectorAll("form.write")) if (timers.has(form)) keep(form);
};
addEventListener("pagehide", keepAll);

// The pane may be drawn anew with a draft older than what was typed since: put that back.
let typed = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id !== "panes") return;
  const forms = [...document.querySelectorAll("form.write")].filter((form) => timers.has(form));
  typed = forms.map((form) => [form.getAttribute("action"), form.elements.text.value]);
  keepAll();
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "panes") return;
  for (const form of document.querySelectorAll("form.write")) {
    const found = typed.find(([action]) => action === form.getAttribute("action"));
    if (found) form.elements.text.value = found[1];
  }
  typed = [];
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form.write");
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  }
});

// A second press sends nothing; the draft timer must not bring a sent text back.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form.write")) return;
  if (form.dataset.isSent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  clearTimeout(timers.get(form));
  timers.delete(form);
  form.dataset.isSent = "1";
  form.querySelector(".send .btn").setAttribute("aria-busy", "true");
}, true);
const again = () => {
  for (const form of document.querySelectorAll("form.write[data-is-sent]")) {
    delete form.dataset.isSent;
    form.querySelector(".send .btn").removeAttribute("aria-busy");
  }
};
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout", "desk:signed-out"])
  document.addEventListener(name, again);
addEventListener("pageshow", again);

document.addEventListener("change", (event) => {
  if (event.target.name === "kept") keep(event.target.form);
  if (event.target.name !== "files") return;
  const place = event.target.closest("form").querySelector("[data-chosen]");
  for (const old of place.querySelectorAll("[data-new]")) old.remove();
  for (const file of event.target.files) {
    const chip = document.createElement("span");
    chip.className = "file file-kept";
    chip.dataset.new = "";
    chip.textContent = file.name;
    place.append(chip);
  }
});

// On a phone the bar “Reply | Note” leads to the box: it goes while the box itself can be seen.
const watcher = new IntersectionObserver((seen) => {
  for (const one of seen) one.target.toggleAttribute("data-seen", one.isIntersecting);
}, { rootMargin: "0px 0px -96px" });
function watch() {
  watcher.disconnect();
  for (const dock of document.querySelectorAll("[data-composer]")) watcher.observe(dock);
}
watch();
document.addEventListener("htmx:afterSettle", watch);

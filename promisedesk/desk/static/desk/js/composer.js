// Writing: tabs without a page load, Ctrl+Enter sends, drafts are kept two seconds after typing.
const PAUSE = 2000;
const timers = new WeakMap();

function show(dock, kind) {
  const wanted = dock.querySelector(`form.write[data-kind=${kind}]`) || dock.querySelector("form.write");
  dock.querySelector(".composer").dataset.mode = wanted.dataset.kind;
  for (const form of dock.querySelectorAll("form.write")) form.hidden = form !== wanted;
  for (const tab of dock.querySelectorAll("[role=tab]"))
    tab.setAttribute("aria-selected", tab.dataset.write === wanted.dataset.kind);
  (wanted.querySelector("textarea[name=text]") || wanted.querySelector("button"))?.focus();
}

function say(form, words) {
  const place = form.querySelector("[data-draft-said]");
  if (place) place.textContent = words ? place.dataset[words] : "";
}

// One at a time, so that a draft never seems overtaken by itself.
const busy = new WeakMap();
const keeping = new WeakMap(); // form: the request under way
function keep(form, isLast = false) {
  if (!form.elements.text || form.dataset.overtaken || form.dataset.isSent) return;
  clearTimeout(timers.get(form));
  timers.delete(form);
  if (busy.has(form) && !isLast) return busy.set(form, true);
  const body = new FormData(form);
  body.delete("files");
  body.set("kind", form.dataset.kind);
  body.set("has_files", "1");
  if (busy.has(form)) body.delete("seen");
  busy.set(form, false);
  const text = form.elements.text.value;
  const url = form.closest("[data-composer]").dataset.draftUrl;
  keeping.set(form, post(form, url, body, text));
}

async function post(form, url, body, text) {
  try {
    const answer = await fetch(url, { method: "POST", body, keepalive: true });
    const isKept = answer.ok && !answer.redirected;
    if (answer.status === 409) overtaken(form, await answer.json());
    else say(form, isKept ? (text.trim() ? "saved" : "") : "unsaved");
    // The pane may have been drawn anew meanwhile.
    if (isKept) for (const one of document.querySelectorAll(`form.write[action="${form.getAttribute("action")}"]`))
      one.elements.seen.value = answer.headers.get("Draft-Version") ?? "";
    if (isKept) form.elements.seen.value = answer.headers.get("Draft-Version") ?? "";
  } catch {
    say(form, "unsaved");
  }
  const isMore = busy.get(form);
  busy.delete(form);
  keeping.delete(form);
  if (isMore) keep(form);
}

// The same draft was written on in another window: nothing is kept until somebody chose.
function overtaken(form, there) {
  form.dataset.overtaken = there.version;
  form.otherText = there.text;
  form.querySelector("[data-overtaken]").hidden = false;
  say(form, "unsaved");
}
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-keep-mine], [data-take-theirs]");
  if (!button) return;
  const form = button.closest("form");
  if (button.matches("[data-take-theirs]")) form.elements.text.value = form.otherText;
  form.elements.seen.value = form.dataset.overtaken;
  delete form.dataset.overtaken;
  form.querySelector("[data-overtaken]").hidden = true;
  form.elements.text.focus();
  keep(form);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-write]");
  const dock = document.querySelector("[data-composer]");
  if (!link || !dock || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  event.stopPropagation();
  show(dock, link.dataset.write);
}, true);

const soon = (form) => {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => keep(form), PAUSE));
};
const KEPT = ["text", "cc", "new_to", "subject"];
document.addEventListener("input", (event) => {
  const form = event.target.closest("form.write");
  if (form && KEPT.includes(event.target.name)) soon(form);
});
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form.write");
  if (form && ["kept", "to", "copy"].includes(event.target.name)) keep(form);
});

// Whoever leaves the page, or the pane, takes nothing unsaved with them.
const keepAll = () => {
  for (const form of document.querySelectorAll("form.write")) if (timers.has(form)) keep(form, true);
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
    if (!found || !form.elements.text) continue;
    form.elements.text.value = found[1];
    soon(form);
  }
  typed = [];
});

// The first button of the form is none to be pressed by Enter in a field: why it is sent all the
// same sends it, the lines above the text lead to the text.
const LEADS_ON = ["subject", "cc", "new_to"];
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form.write");
  if (!form || event.key !== "Enter" || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.target.name === "coach_reason") {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-send]"));
  } else if (LEADS_ON.includes(event.target.name)) {
    event.preventDefault();
    form.elements.text?.focus();
  }
});

// A second press sends nothing. A draft must not bring a sent text back: its timer is stopped,
// and one that is being kept is waited for, or the server might read it after the letter.
const LONGEST_WAIT = 5000;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form.write")) return;
  if (form.dataset.isSent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  const kept = keeping.get(form);
  if (kept && !form.hasWaited) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    form.dataset.isSent = "1";
    form.querySelector(".send .btn")?.setAttribute("aria-busy", "true");
    Promise.race([kept, new Promise((done) => setTimeout(done, LONGEST_WAIT))]).then(() => {
      delete form.dataset.isSent;
      form.hasWaited = true;
      form.requestSubmit(button);
    });
    return;
  }
  delete form.hasWaited;
  clearTimeout(timers.get(form));
  timers.delete(form);
  form.dataset.isSent = "1";
  form.querySelector(".send .btn")?.setAttribute("aria-busy", "true");
}, true);
const again = () => {
  for (const form of document.querySelectorAll("form.write[data-is-sent]")) {
    delete form.dataset.isSent;
    form.querySelector(".send .btn")?.removeAttribute("aria-busy");
  }
};
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout", "desk:signed-out"])
  document.addEventListener(name, again);
addEventListener("pageshow", again);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-reply-all]");
  if (!button) return;
  for (const tick of button.closest("fieldset").querySelectorAll("[name=copy]")) tick.checked = true;
  keep(button.form);
});

// Times to send later come when they are asked for; each is a button of this very form.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-later]");
  if (!button) return;
  event.preventDefault();
  const place = button.parentElement.querySelector("[data-later-times]");
  const answer = await fetch(button.dataset.later, { headers: { "X-Part": "times" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return button.form.requestSubmit(button);
  place.innerHTML = await answer.text();
  place.hidden = false;
  button.hidden = true;
  place.querySelector("button").focus();
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

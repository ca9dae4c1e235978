// Who else is in this conversation, and who is writing: says so for us every few seconds, and
// shows the others above the box to write in. Whoever only left the page open is not there.
const BEAT = 6000;
const TYPING = 5000; // ms after the last key
const IDLE = 180_000;
let typedAt = 0;
let movedAt = performance.now();
let saidTyping = false;
let at = "";
const place = () => document.querySelector("[data-here]");
const token = () => document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
const isTyping = () => typedAt > 0 && performance.now() - typedAt < TYPING;

async function ask(url, body) {
  try {
    if (body) body.set("csrfmiddlewaretoken", token());
    const answer = await fetch(url, body ? { method: "POST", body, keepalive: true } : {});
    if (!answer.ok || answer.redirected || answer.status === 204) return;
    const line = await answer.text();
    const here = place();
    if (here?.dataset.here === url && here.innerHTML.trim() !== line.trim()) here.innerHTML = line;
  } catch {
    // nobody is missed for a moment
  }
}

function leave() {
  if (!at) return;
  const body = new FormData();
  body.set("gone", "1");
  ask(at, body);
  at = "";
  typedAt = 0;
}

function beat() {
  const url = place()?.dataset.here;
  if (at !== url) leave();
  at = url ?? "";
  if (!url || document.hidden || performance.now() - movedAt > IDLE) return;
  const body = new FormData();
  saidTyping = isTyping();
  body.set("typing", saidTyping ? "1" : "0");
  ask(url, body);
}

document.addEventListener("input", (event) => {
  if (!event.target.closest?.("form.write")) return;
  typedAt = performance.now();
  movedAt = typedAt;
  if (!saidTyping) beat();
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("form.write")) typedAt = 0;
});
for (const name of ["pointermove", "keydown", "scroll"])
  document.addEventListener(name, () => { movedAt = performance.now(); }, { passive: true, capture: true });
document.addEventListener("live:here", ({ detail }) => {
  const open = document.getElementById("conversation")?.dataset.conversation;
  if (open && place() && (open in detail || place().firstElementChild)) ask(place().dataset.here);
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id === "panes") beat();
});
document.addEventListener("visibilitychange", () => document.hidden || beat());
addEventListener("pagehide", leave);
addEventListener("pageshow", ({ persisted }) => persisted && beat());
setInterval(beat, BEAT);
if (place()) beat();

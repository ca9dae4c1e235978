// Notices: the number at the bell and in the title, and for whoever wants it a notification of
// the browser and a short sound. The service worker shows what is pushed while no page is open.
const bell = () => document.querySelector("[data-bell]");
const KEY = "pd-notice";
let number = 0;

function head() {
  const bare = document.title.replace(/^\(\d+\+?\) /, "");
  const wanted = number ? `(${number > 99 ? "99+" : number}) ${bare}` : bare;
  if (document.title !== wanted) document.title = wanted;
}

function ring() {
  const sound = new AudioContext();
  const loud = sound.createGain();
  loud.connect(sound.destination);
  loud.gain.setValueAtTime(0.08, sound.currentTime);
  loud.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.45);
  for (const [pitch, at] of [[660, 0], [880, 0.12]]) {
    const tone = sound.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(loud);
    tone.start(sound.currentTime + at);
    tone.stop(sound.currentTime + at + 0.3);
  }
  setTimeout(() => sound.close(), 1000);
}

// Several pages hear of it: the first to say so tells.
function isFirst(newest) {
  try {
    if (Number(localStorage[KEY] || 0) >= newest) return false;
    localStorage[KEY] = newest;
  } catch {
    // storage is switched off: each page tells
  }
  return true;
}

async function tell(after, newest) {
  const place = bell();
  if (!place || !isFirst(newest)) return;
  const answer = await fetch(`${place.dataset.newUrl}?after=${after}`);
  if (!answer.ok || answer.redirected) return;
  const { notices, browser, sound } = await answer.json();
  if (!notices.length) return;
  if (sound) ring();
  const worker = await navigator.serviceWorker?.getRegistration();
  const isPushed = await worker?.pushManager?.getSubscription();
  if (!browser || isPushed || !("Notification" in window) || Notification.permission !== "granted") return;
  for (const { id, title, body, url } of notices) {
    const shown = new Notification(title, { body, tag: id });
    shown.onclick = () => { window.focus(); location.assign(url); };
  }
}

let before = -1;
document.addEventListener("live:notices", ({ detail: { count, newest } }) => {
  const place = bell()?.querySelector(".count");
  number = count;
  if (place) {
    place.hidden = !count;
    place.firstElementChild.textContent = count > 99 ? "99+" : count;
  }
  head();
  if (before >= 0 && newest > before) tell(before, newest).catch(() => {});
  before = Math.max(before, newest);
});
document.addEventListener("htmx:afterSettle", head);

if (document.querySelector("[rel=manifest]")) navigator.serviceWorker?.register("/worker.js").catch(() => {});

// The page of wishes: the browser is asked when somebody ticks it, never before.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const text = (raw) => btoa(String.fromCharCode(...new Uint8Array(raw))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
async function subscribe(form, wanted) {
  const worker = await navigator.serviceWorker?.ready;
  if (!worker?.pushManager) return;
  const old = await worker.pushManager.getSubscription();
  if (!wanted && !old) return;
  const one = old ?? await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(form.dataset.pushKey),
  });
  const told = { endpoint: one.endpoint, p256dh: text(one.getKey("p256dh")), auth: text(one.getKey("auth")) };
  await fetch(form.dataset.subscriptionUrl, {
    method: "POST",
    body: JSON.stringify(wanted ? told : { ...told, gone: true }),
    headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
  });
  if (!wanted) await one.unsubscribe();
}
document.addEventListener("change", async (event) => {
  const form = event.target.closest?.("[data-wishes]");
  if (!form || !["browser", "push"].includes(event.target.name)) return;
  const box = event.target;
  try {
    if (box.checked && (await Notification.requestPermission()) !== "granted") throw new Error("refused");
    if (box.name === "push") await subscribe(form, box.checked);
  } catch {
    box.checked = false;
    const say = form.querySelector("[data-wishes-say]");
    say.textContent = say.dataset.refused;
  }
});

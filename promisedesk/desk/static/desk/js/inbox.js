// The list beside the conversation: marks what is open, and stays fresh without moving away
// under the pointer. Pills change at once; a new order waits until nobody is there, or asks.
const EVERY = 20_000;
const REST = 3000; // ms without a touch
const list = () => document.querySelector("[data-list]");
const page = () => document.querySelector("main.inbox");

function mark() {
  const here = location.pathname.split("/")[3] || "";
  if (!page()) return;
  page().dataset.pane = here ? "thread" : "list";
  for (const row of document.querySelectorAll("a.conv")) {
    if (here && row.id === `c-${here}`) {
      row.setAttribute("aria-current", "true");
      row.removeAttribute("data-unread");
      row.querySelector(".dot")?.remove();
    } else row.removeAttribute("aria-current");
  }
}

const order = (root, most = Infinity) => [...root.querySelectorAll("a.conv, .due-head")]
  .map((one) => one.id || one.dataset.group).slice(0, most).join(" ");
const rows = (root) => root.querySelectorAll("a.conv, .due-head").length;

function freshen(fresh) {
  for (const row of fresh.querySelectorAll("a.conv")) {
    const old = document.getElementById(row.id);
    const pill = row.querySelector(".promise");
    const oldPill = old?.querySelector(".promise");
    if (pill && oldPill && pill.outerHTML !== oldPill.outerHTML) oldPill.replaceWith(pill);
  }
}

// Who is at work in the list finds it where it was; who only left the pointer or the focus
// there reads what is new. Nothing moves while the list is scrolled.
let touchedAt = -REST;
for (const name of ["pointermove", "keydown", "wheel"])
  document.addEventListener(name, ({ target }) => {
    if (target.closest?.("[data-list]")) touchedAt = performance.now();
  }, { passive: true, capture: true });
function isIdle(pane) {
  const rests = performance.now() - touchedAt > REST;
  return (rests || !pane.matches(":hover, :focus-within") || !pane.querySelector("a.conv")) && pane.scrollTop < 40;
}

// One answer at a time: an older one must not undo what a newer one showed.
let isBusy = false;
let isAskedAgain = false;
let mustNow = false;
let failures = 0;
let later = 0;
function soon(ms) {
  clearTimeout(later);
  later = setTimeout(refresh, ms);
}
async function refresh({ now = false } = {}) {
  mustNow ||= now;
  isAskedAgain = isBusy;
  if (isBusy) return;
  isBusy = true;
  clearTimeout(later);
  const isNow = mustNow;
  mustNow = false;
  const isDone = await bringList(isNow).catch(() => false); // offline: what is shown stays
  isBusy = false;
  failures = isDone ? 0 : failures + 1;
  if (!isDone) soon(Math.min(failures * 2000, EVERY));
  else if (isAskedAgain) soon(0);
}

// False when it must be asked again.
async function bringList(now) {
  const pane = list();
  if (!pane || document.hidden || new URLSearchParams(location.search).has("after")) return true;
  if (pane.querySelectorAll(".list-more").length > 1) return true;
  if (document.querySelector("[data-list] .pick:checked")) return true; // nothing moves under a choice
  const answer = await fetch(pane.dataset.refreshUrl, { headers: { "HX-Request": "true" }, cache: "no-store" });
  if (!answer.ok) return answer.status < 500 && answer.status !== 429;
  if (answer.redirected) return true; // signed out
  const fresh = document.createElement("div");
  fresh.innerHTML = await answer.text();
  if (pane !== list()) return true;
  const idle = isIdle(pane);
  const news = document.querySelector("[data-list-news]");
  // Further pages were loaded: what is beyond the first is left alone.
  const hasMore = rows(pane) > rows(fresh);
  const isSame = order(fresh) === order(pane, hasMore ? rows(fresh) : Infinity);
  if (isSame && hasMore) {
    freshen(fresh);
    news.hidden = true;
  } else if (isSame || idle || now) {
    const focused = pane.contains(document.activeElement) && document.activeElement.id;
    const top = pane.scrollTop;
    pane.replaceChildren(...fresh.childNodes);
    pane.scrollTop = top;
    htmx.process(pane);
    const next = focused ? document.getElementById(focused) : now && pane.querySelector("a.conv");
    if (focused || now) (next || pane.querySelector("a.conv"))?.focus({ preventScroll: true });
    news.hidden = true;
    mark();
  } else {
    freshen(fresh);
    news.hidden = false;
    if (pane.scrollTop < 40) soon(REST); // once they rest, it comes by itself
  }
  return true;
}

document.addEventListener("htmx:pushedIntoHistory", mark);
document.addEventListener("htmx:afterSettle", (event) => {
  mark();
  if (event.detail.target?.id === "panes" && event.detail.requestConfig?.verb === "post") refresh();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-list-news]")) refresh({ now: true });
});
const isLive = () => document.documentElement.dataset.live === "up"; // live.js says what is new
setInterval(() => isLive() || refresh(), EVERY);
document.addEventListener("live:list", () => refresh());

// Asks for news of the open conversation, when somebody is there to read them.
setInterval(() => {
  if (document.hidden || isLive()) return;
  for (const one of document.querySelectorAll("[data-asks]:empty")) htmx.trigger(one, "quiet");
}, 10_000);

// On a phone there is one pane: a row is a page of its own, so that "back" is the browser's.
document.addEventListener("htmx:confirm", (event) => {
  const row = event.target.closest?.("a.conv");
  if (!row || !matchMedia("(max-width: 50rem)").matches) return;
  event.preventDefault();
  location.assign(row.href);
});

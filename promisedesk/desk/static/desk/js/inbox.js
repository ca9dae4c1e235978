// The list beside the conversation: marks what is open, and stays fresh without moving away
// under the pointer. Pills change at once; a new order waits until nobody is there, or asks.
const EVERY = 20_000;
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

async function refresh({ now = false } = {}) {
  const pane = list();
  if (!pane || document.hidden || new URLSearchParams(location.search).has("after")) return;
  if (pane.querySelectorAll(".list-more").length > 1) return;
  if (document.querySelector("[data-list] .pick:checked")) return; // nothing moves under a choice
  let answer;
  try {
    answer = await fetch(pane.dataset.refreshUrl, { headers: { "HX-Request": "true" } });
  } catch {
    return; // offline for a moment: what is shown stays
  }
  if (!answer.ok || answer.redirected || pane !== list()) return;
  const fresh = document.createElement("div");
  fresh.innerHTML = await answer.text();
  const idle = !pane.matches(":hover, :focus-within") && pane.scrollTop < 40;
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
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    news.hidden = true;
    mark();
  } else {
    freshen(fresh);
    news.hidden = false;
  }
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

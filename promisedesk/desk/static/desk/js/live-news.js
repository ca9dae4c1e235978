// What the stream tells, on the page: new messages in the open conversation, the list, the
// numbers of the views, and a line when the desk cannot be reached.
const root = document.documentElement;
const isUp = () => root.dataset.live === "up";
const open = () => document.getElementById("conversation");
const asks = () => document.getElementById("news");
const MINUTE = 60_000; // pills say minutes

// At most one at a time, and one after it if more was asked meanwhile or it failed; nothing while
// hidden.
function calm(work, gap) {
  let busy = false;
  let again = false;
  let failures = 0;
  const go = async () => {
    again = document.hidden || busy;
    if (again) return;
    busy = true;
    try {
      await work();
      failures = 0;
    } catch {
      // offline for a moment, or the desk is: it is asked again
      again = true;
      failures += 1;
    }
    setTimeout(() => { busy = false; if (again) go(); }, Math.min(gap + failures * 2000, 20_000));
  };
  document.addEventListener("visibilitychange", () => { if (again && !document.hidden) go(); });
  return go;
}

async function get(url) {
  const answer = await fetch(url, { headers: { "HX-Request": "true" }, cache: "no-store" });
  if (answer.status >= 500) throw new Error("asked again");
  return answer.ok && !answer.redirected && answer.status !== 204 ? answer : null;
}

function swap(fresh, old) {
  if (!fresh || !old || fresh.outerHTML === old.outerHTML) return;
  if (old.contains(document.activeElement) || old.querySelector("details[open]")) return;
  old.replaceWith(fresh);
  htmx.process(fresh);
}

// On a phone it is the page that scrolls.
function isAtEnd(pane) {
  const end = Math.min(pane.getBoundingClientRect().bottom, innerHeight);
  return pane.querySelector(".msgs").getBoundingClientRect().bottom - end < 80;
}

function newest(pane) {
  pane.querySelector(".news")?.replaceChildren();
  pane.scrollTo({ top: pane.scrollHeight });
  if (!isAtEnd(pane)) pane.querySelector(".msgs").scrollIntoView({ block: "end" });
}

// Talks beside it: what is being written there, and whether they are open, stays as it is.
function bringSides(fresh) {
  const place = document.getElementById("sides");
  for (const one of fresh.querySelectorAll("#sides > .side")) {
    const old = document.getElementById(one.id);
    if (!old) {
      place?.append(one);
      htmx.process(one);
      continue;
    }
    old.querySelector("summary").replaceWith(one.querySelector("summary"));
    for (const message of one.querySelectorAll("article")) {
      const known = document.getElementById(message.id);
      if (!known) [...old.querySelectorAll(":scope > :is(article, .side-says)")].at(-1).after(message);
    }
  }
}

// Writing goes on: a reply begun before the news is still stopped by them when it is sent.
function seenBy(section, last) {
  for (const field of section.querySelectorAll("[name=last_message]")) {
    const { text } = field.form?.elements ?? {};
    if (text && !text.value.trim()) field.value = last;
  }
}

async function bring(tick = false) {
  const section = open();
  const place = asks();
  if (!section?.dataset.conversation || !place?.dataset.live) return;
  const { live, after, since, seen } = place.dataset;
  const answer = await get(`${live}?after=${after}&since=${since}&seen=${tick ? "" : seen}`);
  if (!answer || section !== open() || place !== asks()) return;
  const page = document.createElement("template");
  page.innerHTML = await answer.text();
  const fresh = page.content;
  const pane = section.querySelector(".thread-scroll");
  const wasAtEnd = isAtEnd(pane) && !document.hidden;
  const msgs = place.parentElement;
  const added = fresh.querySelector("[data-fresh]");
  for (const one of [...added.children]) {
    const days = msgs.querySelectorAll(".day");
    const isShown = one.id && document.getElementById(one.id);
    const isSameDay = one.matches(".day") && days[days.length - 1]?.textContent === one.textContent;
    if (isShown || isSameDay) continue;
    place.before(one);
    htmx.process(one);
  }
  for (const one of fresh.querySelectorAll("[id^=delivery-], [id^=heat-], #promised, #begun"))
    swap(one, document.getElementById(one.id));
  // Its writer took it back before it left.
  for (const one of msgs.querySelectorAll(":scope > article:has(.receipt-held)"))
    if (!fresh.getElementById(`delivery-${one.id.slice(2)}`)) one.remove();
  swap(fresh.querySelector(".thread-head"), section.querySelector(".thread-head"));
  bringSides(fresh);
  const number = Number(added.dataset.new);
  const next = fresh.getElementById("news");
  Object.assign(place.dataset, next.dataset);
  place.setAttribute("hx-get", next.getAttribute("hx-get"));
  htmx.process(place);
  seenBy(section, place.dataset.after);
  if (!number) return;
  const says = document.getElementById("live-says");
  if (says) says.textContent = fresh.querySelector("[data-says]").textContent;
  if (wasAtEnd) newest(pane);
  else place.replaceChildren(fresh.querySelector("[data-to-newest]"));
}

const ALARMS = ["overdue", "due-soon", "mentions", "snoozed"];
async function count() {
  const { liveNumbers } = document.body.dataset;
  const answer = liveNumbers && (await get(liveNumbers));
  if (!answer) return;
  const { views, late } = await answer.json();
  for (const [slug, number] of Object.entries(views)) {
    for (const one of document.querySelectorAll(`[href$="/inbox/${slug}/"]:is(.view, .menu-item)`)) {
      const place = one.querySelector(".n, .num");
      // Nothing to be alarmed by is not counted, as on the page.
      if (place) place.textContent = number === "0" && ALARMS.includes(slug) ? "" : number;
    }
  }
  const here = views[location.pathname.split("/")[2]];
  if (here !== undefined)
    for (const one of document.querySelectorAll(".list-head > .n, .view-menu > summary .n")) {
      one.textContent = here;
    }
  const rail = document.querySelector("[data-late]");
  if (!rail) return;
  rail.hidden = !late;
  rail.firstChild.textContent = late;
}

const news = calm(bring, 150);
const list = calm(async () => document.dispatchEvent(new Event("live:list")), 1000);
const numbers = calm(count, 3000);
function lookAtAll() {
  news();
  list();
  numbers();
}

document.addEventListener("live:news", ({ detail }) => {
  if (open()?.dataset.conversation in detail) news();
  list();
  numbers();
});
document.addEventListener("live:look", lookAtAll);
setInterval(() => {
  if (!isUp() || document.hidden) return;
  list();
  bring(true).catch(() => {});
}, MINUTE);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-to-newest]")) newest(event.target.closest(".thread-scroll"));
});

document.addEventListener("scroll", () => {
  const bar = asks()?.querySelector("[data-to-newest]");
  if (bar && isAtEnd(bar.closest(".thread-scroll"))) bar.remove();
}, { passive: true, capture: true });

let wasAway = false;
document.addEventListener("live:state", ({ detail }) => {
  const banner = document.getElementById("away");
  if (banner) banner.hidden = detail !== "away";
  if (detail === "up" && wasAway) lookAtAll();
  wasAway = detail !== "up";
});

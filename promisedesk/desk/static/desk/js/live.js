// The live stream (docs/live.md): one for all pages of this browser, resumed where it was cut.
// Tells the page by events: live:news, live:here, live:notices, and live:look when everything
// must be looked at again. While it does not work, pages ask by themselves, less often.
const { live: url, liveFrom } = document.body.dataset;
const root = document.documentElement;
const channel = "BroadcastChannel" in window ? new BroadcastChannel("live") : null;
const me = Math.random();
const SILENT = 40_000; // ms; the desk gives a sign of life every 15 s
const KEPT = 60_000; // ms of news for pages that open meanwhile
const LONGEST = 15_000;
let place = liveFrom || "";
let cut = null;
let heardAt = 0;
let pause = 0;
let wake = () => {};
let recent = [];
const last = {};

function show(name, detail) {
  document.dispatchEvent(new CustomEvent(`live:${name}`, { detail }));
}

function hear({ id, event, data }) {
  if (id) place = id;
  if (event === "reset") show("look");
  else if (event !== "beat") show(event, data);
}

function pass(one) {
  const now = Date.now();
  recent = recent.filter(({ at }) => now - at < KEPT);
  if (one.event === "news" || one.event === "reset") recent.push({ at: now, one });
  else if (one.event !== "beat") last[one.event] = one;
  channel?.postMessage({ one });
  hear(one);
}

function is(state) {
  if (root.dataset.live === state) return;
  root.dataset.live = state;
  show("state", state);
  if (cut) channel?.postMessage({ state });
}

function take(text) {
  const one = { event: "message" };
  for (const line of text.split("\n")) {
    const at = line.indexOf(": ");
    if (at > 0) one[line.slice(0, at)] = line.slice(at + 2);
  }
  if (!("data" in one)) return "";
  if (one.event === "over") return "over";
  one.data = JSON.parse(one.data);
  pass(one);
  return "";
}

// Reads until the stream ends. "over": signed out; "none": this server has no streams.
async function read() {
  cut = new AbortController();
  const asked = place ? `${url}?from=${encodeURIComponent(place)}` : url;
  const answer = await fetch(asked, { signal: cut.signal, cache: "no-store" });
  if (answer.status === 204) return "none";
  if (answer.status === 401) return "over";
  if (!answer.ok) return "busy";
  heardAt = Date.now();
  is("up");
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return "";
    heardAt = Date.now();
    pause = 0;
    text += value;
    for (let end; (end = text.indexOf("\n\n")) >= 0; text = text.slice(end + 2))
      if (take(text.slice(0, end))) return "over";
  }
}

const sleep = (ms) => new Promise((done) => {
  const timer = setTimeout(done, ms);
  wake = () => { clearTimeout(timer); done(); };
});

async function lead() {
  for (;;) {
    let how = "away";
    try {
      how = await read();
    } catch {
      // cut, or the desk cannot be reached
    }
    if (how === "none") return is("none");
    // A desk that stopped comes back at once: ask soon, then less and less, not all together.
    pause = how === "over" ? 30_000 : Math.min(LONGEST, pause * 2 || 400);
    if (how === "" && navigator.onLine) setTimeout(() => root.dataset.live === "wait" && is("away"), 3000);
    is(how === "over" ? "out" : how === "" ? "wait" : how === "busy" ? "busy" : "away");
    await sleep(pause * (0.75 + Math.random() / 2));
  }
}

function retry() {
  if (root.dataset.live === "up") return;
  pause = 0;
  wake();
}

if (url) {
  if (channel && navigator.locks) {
    let leads = false;
    channel.onmessage = ({ data }) => {
      if (data.asks && leads) {
        const news = [...recent.map(({ one }) => one), ...Object.values(last)];
        channel.postMessage({ to: data.asks, news, state: root.dataset.live });
      }
      if (leads || (data.to && data.to !== me)) return;
      if (data.state) is(data.state);
      for (const one of data.news ?? (data.one ? [data.one] : [])) hear(one);
    };
    channel.postMessage({ asks: me });
    // Released by the browser when this page goes, however it goes: another one leads then.
    navigator.locks.request("live", () => { leads = true; return lead(); });
  } else lead();
  setInterval(() => {
    if (root.dataset.live === "up" && cut && Date.now() - heardAt > SILENT) cut.abort();
  }, 5000);
  addEventListener("offline", () => { cut?.abort(); is("away"); });
  for (const name of ["online", "focus", "pageshow"]) addEventListener(name, retry);
  document.addEventListener("visibilitychange", () => document.hidden || retry());
}

// The coach reads along: asked a moment after typing stops; its marks lie under the text and
// never move it or the caret. Offsets of the server are code points, those of a field are not.
const PAUSE = 600;
const timers = new WeakMap();
const asked = new WeakMap(); // form: the newest text asked about
const marked = new WeakMap(); // form: {text, spans: [[start, end, mark]]}
const isWide = matchMedia("(min-width: 50.01rem)");
let isShut = null; // what the reader chose, else by the width

const boxOf = (form) => form.querySelector("[data-coach-url]");
const fieldOf = (form) => form.elements.text;
function units(text, points) {
  let at = 0;
  for (let seen = 0; seen < points && at < text.length; seen += 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

async function ask(form, path = "", more = {}) {
  const box = boxOf(form);
  const text = fieldOf(form)?.value ?? "";
  if (!box || (!path && asked.get(form) === text)) return;
  asked.set(form, text);
  if (!text.trim()) {
    box.replaceChildren();
    return draw(form, text, []);
  }
  const body = new FormData();
  for (const [name, value] of new FormData(form))
    if (["text", "csrfmiddlewaretoken", "kept", "subject"].includes(name)) body.append(name, value);
  for (const [name, value] of Object.entries(more)) body.append(name, value);
  const answer = await fetch(box.dataset.coachUrl + path, { method: "POST", body }).catch(() => null);
  if (!answer || answer.redirected || (!answer.ok && answer.status !== 422) || asked.get(form) !== text) {
    if (!answer) asked.delete(form);
    return;
  }
  const html = await answer.text();
  // Whoever is in the panel, or types on, is not disturbed.
  if (!path && (box.contains(document.activeElement) || fieldOf(form).value !== text)) return asked.delete(form);
  const top = box.querySelector(".coach-body")?.scrollTop ?? 0;
  const known = linesOf(box).map(wordsOf);
  const was = box.contains(document.activeElement);
  box.innerHTML = html;
  const board = box.querySelector("[data-coach-board]");
  board.open = isShut === null ? isWide.matches || Boolean(box.querySelector("[data-v=fail]")) : !isShut;
  box.querySelector(".coach-body").scrollTop = top;
  tell(form, board, known);
  if (was) board.querySelector("summary").focus();
  const spans = [...box.querySelectorAll("[data-spans]")].flatMap((line) =>
    JSON.parse(line.dataset.spans).map(([from, to]) => [units(text, from), units(text, to), line.dataset.mark]));
  draw(form, text, spans);
}

// What changed is said once, in few words: the first new line, and how many checks pass.
const linesOf = (box) => [...box.querySelectorAll(".fixes > li[data-spans]")];
const wordsOf = (line) => `${line.querySelector(".sr").textContent} ${line.querySelector(".says").textContent.trim()}`;
function tell(form, board, known) {
  const place = form.querySelector("[data-coach-said]");
  const fresh = linesOf(board).map(wordsOf).find((words) => !known.includes(words));
  const count = board.querySelector(".counted").textContent;
  if (!place || place.dataset.count === count && !fresh) return;
  place.dataset.count = count;
  place.textContent = fresh ? `${fresh}. ${count}` : count;
}

// The heaviest come first and are marked whole; of lighter ones what is left.
function pieces(spans) {
  const taken = [];
  for (const [from, to, mark] of spans) {
    let at = from;
    for (const [start, end] of taken.filter((one) => one[1] > from && one[0] < to).sort((one, other) => one[0] - other[0])) {
      if (start > at) taken.push([at, start, mark]);
      at = Math.max(at, end);
    }
    if (to > at) taken.push([at, to, mark]);
  }
  return taken.sort((one, other) => one[0] - other[0]);
}

// The text once more, under the field, with its marks.
function draw(form, text, spans) {
  const mirror = form.querySelector("[data-coach-marks]");
  if (!mirror) return;
  marked.set(form, { text, spans });
  const parts = [];
  let at = 0;
  for (const [from, to, mark] of pieces(spans)) {
    const words = document.createElement("mark");
    words.dataset.coach = mark;
    words.textContent = text.slice(from, to);
    parts.push(text.slice(at, from), words);
    at = to;
  }
  mirror.replaceChildren(...parts, text.slice(at) + "\n");
  mirror.scrollTop = fieldOf(form).scrollTop;
}

// While typing goes on the marks keep to their words; those that are changed lose theirs.
function shift(form) {
  const known = marked.get(form);
  if (!known) return;
  const { text: was, spans } = known;
  const text = fieldOf(form).value;
  let same = 0;
  while (same < was.length && same < text.length && was[same] === text[same]) same += 1;
  let tail = 0;
  while (tail < was.length - same && tail < text.length - same
    && was[was.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  const by = text.length - was.length;
  const kept = spans.flatMap(([from, to, mark]) => {
    if (to < same || (to === same && by <= 0)) return [[from, to, mark]];
    return from >= was.length - tail ? [[from + by, to + by, mark]] : [];
  });
  draw(form, text, kept);
}

const soon = (form) => {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => ask(form), PAUSE));
};
document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form.write[data-kind=reply]");
  if (!form || !["text", "subject"].includes(event.target.name)) return;
  if (event.target.name === "text") shift(form);
  else asked.delete(form);
  soon(form);
});
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form.write[data-kind=reply]");
  if (!form || !["kept", "files"].includes(event.target.name)) return;
  asked.delete(form);
  soon(form);
});
document.addEventListener("focusout", (event) => {
  const form = event.target.closest?.("[data-coach-url]")?.closest("form");
  if (form) soon(form);
});
document.addEventListener("scroll", (event) => {
  const mirror = event.target.matches?.("form.write textarea") && event.target.form.querySelector("[data-coach-marks]");
  if (mirror) mirror.scrollTop = event.target.scrollTop;
}, true);
document.addEventListener("toggle", (event) => {
  const board = event.target;
  if (board.matches?.("[data-coach-board]") && board.contains(document.activeElement)) isShut = !board.open;
}, true);

const put = (field, text, from, to) =>
  document.dispatchEvent(new CustomEvent("desk:put", { detail: { field, text, from, to } }));
function mend(form, edits) {
  const field = fieldOf(form);
  const text = field.value;
  const subject = form.elements.subject;
  for (const [from, to, words, isSubject] of [...edits].sort((one, other) => other[0] - one[0])) {
    if (!isSubject) {
      put(field, words, units(text, from), units(text, to));
    } else if (subject) {
      subject.value = subject.value.slice(0, units(subject.value, from)) + words + subject.value.slice(units(subject.value, to));
      subject.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  clearTimeout(timers.get(form));
  asked.delete(form);
  ask(form);
}
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-coach-url] button");
  if (!button) return;
  const form = button.closest("form");
  const field = fieldOf(form);
  const isFresh = asked.get(form) === field.value; // else its offsets are of another text
  const line = button.closest("li");
  if (button.matches("[data-coach-mend]")) {
    if (isFresh) mend(form, JSON.parse(button.dataset.coachMend));
    else ask(form);
  } else if (button.matches("[data-coach-show]") && isFresh) {
    const [[from, to]] = JSON.parse(line.dataset.spans);
    field.focus();
    field.setSelectionRange(units(field.value, from), units(field.value, to));
  } else if (button.matches("[data-coach-why]")) {
    const why = line.querySelector(".coach-why");
    why.hidden = !why.hidden;
    button.setAttribute("aria-expanded", !why.hidden);
    if (!why.hidden) why.querySelector("[data-coach-reason]").focus();
  } else if (button.matches("[data-coach-aside]")) {
    const reason = line.querySelector("[data-coach-reason]");
    if (!reason.value.trim()) return reason.focus();
    ask(form, "aside/", { key: button.dataset.coachAside, reason: reason.value });
  } else if (button.matches("[data-coach-word]")) {
    ask(form, "words/", { word: button.dataset.coachWord });
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.("[data-coach-reason]")) return;
  event.preventDefault();
  event.stopPropagation();
  event.target.closest(".coach-why").querySelector("[data-coach-aside]").click();
}, true);

const askAll = () => document.querySelectorAll("form.write[data-kind=reply]").forEach((form) => {
  if (fieldOf(form)?.value) soon(form);
});
askAll();
document.addEventListener("htmx:afterSettle", askAll);

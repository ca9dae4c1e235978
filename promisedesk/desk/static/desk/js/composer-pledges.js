// Promises in what is being written, shown as chips a moment after typing stops.
const PAUSE = 600;
const FORMS = "form.write[data-kind=reply], form[data-finds-pledges]"; // answers, and calls
const WORTH = 12; // characters; nobody promises in fewer
const timers = new WeakMap();
const asked = new WeakMap(); // box: the newest text asked about

async function look(form) {
  const box = form.querySelector("[data-pledges]");
  const text = form.elements.text?.value || "";
  if (!box || asked.get(box) === text) return;
  asked.set(box, text);
  if (text.trim().length < WORTH) return box.replaceChildren();
  const body = new FormData();
  for (const [name, value] of new FormData(form))
    if (name === "text" || name === "csrfmiddlewaretoken" || name.startsWith("pledge")) body.append(name, value);
  const answer = await fetch(box.dataset.pledges, { method: "POST", body }).catch(() => null);
  if (!answer?.ok || answer.redirected || asked.get(box) !== text) return;
  const html = await answer.text();
  // A field somebody is in stays as it is until they have left it.
  if (box.contains(document.activeElement)) asked.delete(box);
  else box.innerHTML = html.trim();
}

const soon = (form) => {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => look(form), PAUSE));
};
document.addEventListener("input", (event) => {
  const form = event.target.closest(FORMS);
  if (form && event.target.name === "text") soon(form);
});
document.addEventListener("focusout", (event) => {
  const form = event.target.closest?.("[data-pledges]")?.closest("form");
  if (form) soon(form);
});
const lookAll = () => document.querySelectorAll(FORMS).forEach((form) => {
  if (form.elements.text?.value) soon(form);
});
lookAll();
document.addEventListener("htmx:afterSettle", lookAll);

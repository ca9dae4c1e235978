// Conditions are drawn anew after each choice: what was typed meanwhile stays, and the caret.
const sent = new WeakMap(); // as the fields stood when it was asked for, by request
let later = null; // what changed since, until the new ones are there

const fields = (box) => [...box.querySelectorAll("[name^=value-]")];
const stand = (one) => (one.type === "checkbox" ? String(one.checked) : one.value);
function keyed(box) {
  const times = {};
  return fields(box).map((one) => {
    const name = one.type === "checkbox" ? `${one.name}=${one.value}` : one.name;
    times[name] = (times[name] ?? -1) + 1;
    return [`${name}#${times[name]}`, one];
  });
}

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  const moves = detail.elt?.name === "remove"; // the rows get other numbers
  if (detail.target?.id !== "conditions" || moves) return;
  sent.set(detail.xhr, new Map(keyed(detail.target).map(([key, one]) => [key, stand(one)])));
});
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const before = sent.get(detail.xhr);
  if (!before) return;
  const changed = keyed(detail.target).filter(([key, one]) => before.get(key) !== stand(one));
  const focused = keyed(detail.target).find(([, one]) => one === document.activeElement);
  later = { changed: changed.map(([key, one]) => [key, stand(one)]), at: focused?.[0] };
});
document.addEventListener("htmx:afterSwap", () => {
  const box = document.getElementById("conditions");
  if (!later || !box) return;
  const now = new Map(keyed(box));
  for (const [key, value] of later.changed) {
    const one = now.get(key);
    if (one?.type === "checkbox") one.checked = value === "true";
    else if (one) one.value = value;
    one?.dispatchEvent(new Event("change", { bubbles: true }));
  }
  now.get(later.at)?.focus({ preventScroll: true });
  later = null;
});

// Where the focus is after a part of the page was drawn anew: where it was, else at the messages.
const thread = () => document.querySelector("#conversation .thread-scroll");
const isLost = () => !document.activeElement || document.activeElement === document.body;
const isSeen = (one) => one instanceof Element && one.getClientRects().length > 0;
let was = null; // what had the focus and was thrown away
let wants = false; // somebody opened a row by Enter, and goes on in the conversation

function alike({ id, dataset, name, value }) {
  if (id) return document.getElementById(id);
  if (dataset.key) return document.querySelector(`[data-key="${dataset.key}"]`);
  return name && document.querySelector(`#panes [name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
}

function place(pane) {
  const known = was && alike(was);
  if (!wants && isSeen(known)) return known;
  const choice = pane.querySelector(".sort-card :is([type=radio]:checked, select)");
  if (choice) return choice;
  const title = pane.querySelector("h1, h2");
  if (!thread() && title) title.tabIndex = -1;
  return thread() || title;
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const focused = document.activeElement;
  if (detail.target?.id !== "panes") return;
  // Drawn anew twice in a row: what was lost at the first time is still looked for.
  if (detail.target.contains(focused)) was = focused;
  else if (!isLost()) was = null;
});
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.target?.id !== "panes") return;
  const aside = document.querySelector(".sort-pane"); // perhaps opened by a key
  aside?.scrollIntoView({ block: "start" });
  if (!isLost()) was = null;
  if (!(wants || (aside && isLost()) || was)) return;
  place(detail.target)?.focus({ preventScroll: true });
  was = null;
  wants = false;
});
document.addEventListener("htmx:historyRestore", () => {
  if (isLost()) document.querySelector("a.conv[aria-current], a.conv")?.focus({ preventScroll: true });
});

document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("a.conv");
  if (event.key === "Enter" && row && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    wants = true;
    if (!row.hasAttribute("aria-current") || !thread()) return;
    wants = false;
    event.preventDefault();
    thread().focus();
  } else if (event.key === "Escape" && !event.defaultPrevented && event.target.matches?.("textarea, input")) {
    if (event.target.closest("dialog, details[name=menu][open]")) return;
    if (event.target.closest("form.write") && thread()) thread().focus();
    else event.target.blur();
  }
});

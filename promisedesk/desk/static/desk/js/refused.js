// An answer that was refused stands in the box again: whoever sent it writes on where they were,
// or in what they left to be filled in.
const VARIABLE = /\{\{?\s{0,3}\p{L}[^{}\n]{0,250}\}\}?/u;

function back(root) {
  const form = root.querySelector("form.write:not([hidden])");
  const text = form?.elements.text;
  if (!text || !form.querySelector(`#error-${form.dataset.kind}`)) return;
  const reason = form.elements.coach_reason;
  if (reason) return reason.focus();
  text.focus();
  const gap = VARIABLE.exec(text.value);
  if (gap) text.setSelectionRange(gap.index, gap.index + gap[0].length);
  else text.setSelectionRange(text.value.length, text.value.length);
}
back(document);
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const path = detail.requestConfig?.path ?? "";
  if (detail.target?.id === "panes" && /\/(reply|note)\/$/.test(path)) back(detail.target);
});

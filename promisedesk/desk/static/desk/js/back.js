// Esc leads back from what was opened beside the conversation: a new promise, a call, a time.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, dialog")) return; // leaves the field first
  if (document.querySelector("dialog[open], details[name=menu][open]")) return;
  document.querySelector("[data-aside-back]")?.click();
});

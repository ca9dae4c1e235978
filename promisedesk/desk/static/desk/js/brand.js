// The colour is seen while it is chosen.
document.addEventListener("input", (event) => {
  const form = event.target.closest("[data-brand]");
  if (!form) return;
  const view = form.querySelector("[data-brand-view]");
  view.style.setProperty("--brand-h", form.querySelector("[data-brand-hue]").value);
  view.style.setProperty("--brand-c", form.querySelector("[data-brand-colour]").value / 1000);
});

// Light, dark, or (by default) as the system says. Loaded in <head>, before the first paint.
const KEY = "pd-theme";
const root = document.documentElement;
try {
  root.dataset.theme = localStorage[KEY] || "";
} catch {
  // storage is switched off: the system decides
}
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-theme-toggle]")) return;
  event.preventDefault();
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try {
    localStorage[KEY] = root.dataset.theme;
  } catch {
    // forgotten with the page
  }
});

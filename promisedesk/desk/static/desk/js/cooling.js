// How long a heated answer still cools off, counted from when it was shown.
setInterval(() => {
  for (const one of document.querySelectorAll("[data-cools]")) {
    one.dataset.until ??= performance.now() + 1000 * Number(one.dataset.cools);
    const left = Math.max(0, Math.ceil((Number(one.dataset.until) - performance.now()) / 1000));
    const hours = Math.floor(left / 3600);
    const rest = [Math.floor(left / 60) % 60, left % 60].map((part) => String(part).padStart(2, "0"));
    one.textContent = left ? [...(hours ? [hours] : []), ...rest].join(":") : "";
  }
}, 500);

// When the desk cannot be reached, or refuses, say so once and keep what is on the page.
function tell(words) {
  let toast = document.getElementById("trouble");
  if (!toast) {
    toast = document.createElement("div");
    toast.id = "trouble";
    toast.className = "toast toast-trouble";
    toast.dataset.tone = "bad";
    toast.setAttribute("role", "alert");
    document.body.append(toast);
  }
  toast.textContent = words;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => toast.remove(), 10_000);
}
const words = () => document.body.dataset;
document.addEventListener("htmx:sendError", (event) => {
  if (event.detail.requestConfig?.verb === "post" || event.target.matches?.("a")) tell(words().offline);
});
document.addEventListener("htmx:responseError", (event) => {
  if (!event.target.matches?.("[data-asks]")) tell(words().failed);
});

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

// Signed out meanwhile: the answer is the sign-in page. What is being written stays where it is,
// and as soon as somebody comes back from signing in, the forms get the new session's token.
let isSignedOut = false;
const leadsToSignIn = (address) => new URL(address, location.href).pathname === words().signIn;
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const { xhr, requestConfig } = event.detail;
  if (!xhr.responseURL || !leadsToSignIn(xhr.responseURL)) return;
  event.preventDefault();
  isSignedOut = true;
  if (requestConfig?.verb === "post") tell(words().signedOut);
  document.dispatchEvent(new CustomEvent("desk:signed-out"));
});
async function renew() {
  if (!isSignedOut || document.hidden) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok || leadsToSignIn(answer.url)) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = fresh.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!token) return;
  isSignedOut = false;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  document.body.setAttribute("hx-headers", fresh.body.getAttribute("hx-headers"));
}
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status !== 403) return;
  isSignedOut = true; // or in again meanwhile, with another token
  renew();
});
addEventListener("focus", renew);
document.addEventListener("visibilitychange", renew);

// Making a macro: a click puts a variable where the caret is; the text is seen as it will read.
const form = () => document.querySelector("[data-macro-form]");
const text = () => [...form().querySelectorAll("[data-macro-text]")].find((one) => one.offsetParent && (one.matches(":focus") || !one.closest("[hidden]")));
let last = null;
let timer = 0;
let asked = 0;

async function look() {
  const field = last?.offsetParent ? last : text();
  const place = document.getElementById("preview");
  if (!field || !place) return;
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form().elements.csrfmiddlewaretoken.value);
  body.set("text", field.value);
  body.set("language", field.dataset.macroText);
  const number = ++asked;
  const answer = await fetch(form().dataset.previewUrl, { method: "POST", body }).catch(() => null);
  if (number === asked && answer?.ok && !answer.redirected) place.innerHTML = await answer.text();
}

if (form()) {
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-macro-text]")) last = event.target;
  });
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-macro-text]")) return;
    clearTimeout(timer);
    timer = setTimeout(look, 300);
  });
  document.addEventListener("desk:tab", () => { last = null; look(); });
  document.addEventListener("click", (event) => {
    const name = event.target.closest("[data-variable]")?.dataset.variable;
    const field = name && (last?.offsetParent ? last : text());
    if (!field) return;
    field.focus();
    if (!document.execCommand("insertText", false, `{${name}}`)) field.setRangeText(`{${name}}`);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  if (text()) look();
}

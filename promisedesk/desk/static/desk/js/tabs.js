// Parts of a form become tabs: [data-tabs] around [data-tab="Its name"]. Without it all are seen.
function build(box) {
  if (box.dataset.built) return;
  box.dataset.built = "1";
  const parts = [...box.querySelectorAll(":scope > [data-tab]")];
  if (parts.length < 2) return;
  const bar = document.createElement("div");
  bar.className = "tabs";
  bar.setAttribute("role", "tablist");
  bar.setAttribute("aria-label", box.getAttribute("aria-label"));
  box.removeAttribute("aria-label");
  const tabs = parts.map((part, number) => {
    part.id ||= `part-${number}-${parts.length}`;
    part.setAttribute("role", "tabpanel");
    const tab = Object.assign(document.createElement("button"), { type: "button", textContent: part.dataset.tab, id: `${part.id}-tab` });
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", part.id);
    part.setAttribute("aria-labelledby", tab.id);
    bar.append(tab);
    return tab;
  });
  const show = (number) => parts.forEach((part, one) => {
    part.hidden = one !== number;
    tabs[one].setAttribute("aria-selected", one === number);
    tabs[one].tabIndex = one === number ? 0 : -1;
  });
  tabs.forEach((tab, number) => tab.addEventListener("click", () => {
    show(number);
    box.dispatchEvent(new CustomEvent("desk:tab", { bubbles: true }));
  }));
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs.at((tabs.indexOf(document.activeElement) + step) % tabs.length);
    next.focus();
    next.click();
  });
  box.prepend(bar);
  const wrong = parts.findIndex((part) => "tabFirst" in part.dataset);
  const filled = parts.findIndex((part) => part.querySelector("textarea")?.value);
  show(Math.max(0, wrong >= 0 ? wrong : filled));
}
const all = () => document.querySelectorAll("[data-tabs]").forEach(build);
all();
document.addEventListener("htmx:load", all);

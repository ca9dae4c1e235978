// Help with writing: a proposal is put into the box by a press, and can be undone like typing.
document.addEventListener("click", (event) => {
  const take = event.target.closest("[data-help-take]");
  if (take) {
    const field = take.closest("form.write").elements.text;
    const text = take.closest(".help-answer").querySelector("[data-help-text]").textContent;
    const detail = { field, text, from: 0, to: field.value.length };
    document.dispatchEvent(new CustomEvent("desk:put", { detail }));
  }
  event.target.closest("[data-help-close]")?.closest(".help-answer").remove();
  const menu = event.target.closest("[data-help-ask]")?.closest("details");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

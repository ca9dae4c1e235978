// Marks of Markdown by a button or a key. What is put in can be undone by the browser's own undo.
function put(field, text, from = field.selectionStart, to = field.selectionEnd) {
  field.focus();
  field.setSelectionRange(from, to);
  // Old as it is, only this one keeps the undo history of a text field.
  const isDone = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
  if (isDone && field.value.slice(from, from + text.length) === text) return;
  field.setRangeText(text, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
document.addEventListener("desk:put", ({ detail }) => put(detail.field, detail.text, detail.from, detail.to));

function around(field, mark) {
  const { value, selectionStart: from, selectionEnd: to } = field;
  const size = mark.length;
  const inner = value.slice(from, to);
  if (inner.length > 2 * size && inner.startsWith(mark) && inner.endsWith(mark)) {
    put(field, inner.slice(size, -size), from, to);
    field.setSelectionRange(from, to - 2 * size);
  } else if (value.slice(from - size, from) === mark && value.slice(to, to + size) === mark) {
    put(field, inner, from - size, to + size);
    field.setSelectionRange(from - size, to - size);
  } else {
    put(field, mark + inner + mark, from, to);
    field.setSelectionRange(from + size, to + size);
  }
}

function lines(field, mark) {
  const { value } = field;
  const from = value.lastIndexOf("\n", field.selectionStart - 1) + 1;
  const end = value.indexOf("\n", field.selectionEnd);
  const to = end < 0 ? value.length : end;
  const all = value.slice(from, to).split("\n");
  const isMarked = all.every((one) => one.startsWith(mark));
  const text = all.map((one) => (isMarked ? one.slice(mark.length) : mark + one)).join("\n");
  put(field, text, from, to);
  const at = from + text.length;
  field.setSelectionRange(all.length > 1 ? from : at, at);
}

function link(field) {
  const { selectionStart: from, selectionEnd: to } = field;
  const inner = field.value.slice(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(inner);
  const words = isAddress ? "" : inner;
  put(field, `[${words}](${isAddress ? inner : "https://"})`, from, to);
  if (words) field.setSelectionRange(from + words.length + 3, from + words.length + 11);
  else field.setSelectionRange(from + 1, from + 1);
}

function code(field) {
  const inner = field.value.slice(field.selectionStart, field.selectionEnd);
  if (!inner.includes("\n")) return around(field, "`");
  put(field, "```\n" + inner + "\n```");
}

const MARKS = {
  bold: (field) => around(field, "**"),
  italic: (field) => around(field, "*"),
  list: (field) => lines(field, "- "),
  quote: (field) => lines(field, "> "),
  link,
  code,
};
const KEYS = { b: "bold", i: "italic", e: "code" };
const SHIFTED = { Digit8: "list", Digit9: "quote", KeyU: "link" };

document.addEventListener("mousedown", (event) => {
  if (event.target.closest("[data-md]")) event.preventDefault(); // the selection stays
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-md]");
  if (button) MARKS[button.dataset.md](button.closest("form").elements.text);
});
document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.("form.write textarea") || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const mark = event.shiftKey ? SHIFTED[event.code] : KEYS[event.key.toLowerCase()];
  if (!mark) return;
  event.preventDefault();
  event.stopPropagation();
  MARKS[mark](event.target);
}, true);

// A list goes on by itself; an empty line of it ends it.
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  if (!field.matches?.("form.write textarea") || field.selectionStart !== field.selectionEnd) return;
  const from = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
  const found = /^(\s*)([-*+]|\d{1,3}[.)]) (.*)$/.exec(field.value.slice(from, field.selectionStart));
  if (!found) return;
  event.preventDefault();
  if (!found[3].trim()) return put(field, "", from, field.selectionStart);
  const number = parseInt(found[2], 10);
  put(field, `\n${found[1]}${number ? number + 1 + found[2].slice(-1) : found[2]} `);
});

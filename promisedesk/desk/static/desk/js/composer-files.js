// Files are kept as soon as they are chosen, dropped or pasted; the form only names them.
const SIDE = 40; // pixels of a small picture
const uploads = new WeakMap(); // form: how many are on their way
const part = (form, name) => form.querySelector(`[data-${name}]`);

function tell(form, word, name = "") {
  const place = part(form, "file-status");
  place.textContent = `${place.dataset[word]} ${name}`.trim();
}

async function draw(file, place) {
  if (!/^image\/(png|jpeg|gif|webp|bmp)$/.test(file.type)) return;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return;
  const canvas = document.createElement("canvas");
  const scale = Math.max(SIDE / picture.width, SIDE / picture.height) * 2;
  canvas.width = canvas.height = SIDE * 2;
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas.getContext("2d").drawImage(picture, SIDE - width / 2, SIDE - height / 2, width, height);
  canvas.className = "thumb";
  place.prepend(canvas);
}

// Every chip can be left out by a button; without scripts by its tick.
function dress(chip) {
  if (chip.querySelector("[data-remove]") || !chip.querySelector("[name=kept]")) return;
  const form = chip.closest("form");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-quiet btn-icon btn-sm";
  button.dataset.remove = "";
  button.setAttribute("aria-label", `${part(form, "file-status").dataset.remove}: ${name(chip)}`);
  button.textContent = "×";
  chip.append(button);
}
const name = (chip) => (chip.querySelector("[dir=auto]") || chip.querySelector("span") || chip).textContent.trim();

function weigh(form) {
  const say = part(form, "links-say");
  if (!say) return;
  const bytes = [...form.querySelectorAll("[data-bytes]")].reduce((sum, one) => sum + Number(one.dataset.bytes), 0);
  say.hidden = bytes <= Number(form.dataset.linksOver);
}

function chipOf(form, file) {
  const chip = document.createElement("label");
  chip.className = "file file-kept";
  const words = document.createElement("span");
  const title = document.createElement("span");
  title.dir = "auto";
  title.textContent = file.name || "image.png";
  const small = document.createElement("small");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", title.textContent);
  words.append(title, small);
  chip.append(words, bar);
  part(form, "chosen").append(chip);
  draw(file, chip);
  return { chip, small, bar };
}

function send(form, file) {
  const { chip, small, bar } = chipOf(form, file);
  tell(form, "adding", file.name);
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.set("kind", form.dataset.kind);
  body.append("files", file, file.name || "image.png");
  const asked = new XMLHttpRequest();
  asked.upload.onprogress = (event) => {
    if (!event.lengthComputable) return;
    bar.value = event.loaded / event.total;
    small.textContent = `${Math.round(100 * bar.value)} %`;
  };
  const failed = (why) => {
    chip.remove();
    const status = part(form, "file-status");
    status.textContent = why || `${file.name}: ${status.dataset.failed}`;
    status.classList.remove("sr");
  };
  return new Promise((done) => {
    asked.onloadend = () => {
      let said = null;
      try { said = JSON.parse(asked.responseText); } catch { /* signed out, or no answer */ }
      const kept = said?.files?.[0];
      if (!kept) { failed(said?.refused); return done(); }
      const tick = Object.assign(document.createElement("input"), { type: "checkbox", name: "kept", value: kept.value, checked: true });
      chip.prepend(tick);
      chip.dataset.bytes = kept.bytes;
      small.textContent = kept.size;
      bar.remove();
      dress(chip);
      weigh(form);
      tell(form, "added", kept.name);
      tick.dispatchEvent(new Event("change", { bubbles: true })); // into the draft
      done();
    };
    asked.open("POST", form.closest("[data-composer]").dataset.uploadUrl);
    asked.send(body);
  });
}

async function take(form, files) {
  const room = Number(form.dataset.most) - part(form, "chosen").children.length;
  part(form, "file-status").classList.add("sr");
  if (files.length > room) {
    tell(form, "tooMany");
    part(form, "file-status").classList.remove("sr");
  }
  const taken = files.slice(0, Math.max(0, room));
  uploads.set(form, (uploads.get(form) || 0) + taken.length);
  for (const file of taken) {
    await send(form, file);
    uploads.set(form, uploads.get(form) - 1);
  }
  if (!form.waits || uploads.get(form)) return;
  if (form.waits.button) form.waits.button.click();
  else form.requestSubmit();
}

document.addEventListener("change", (event) => {
  if (event.target.name !== "files") return;
  const form = event.target.closest("form.write");
  if (!form) return;
  const files = [...event.target.files];
  event.target.value = "";
  take(form, files);
});
document.addEventListener("paste", (event) => {
  const form = event.target.closest?.("form.write");
  const files = [...(event.clipboardData?.files || [])];
  // A program that copies a table puts a picture of it beside the words: the words are meant.
  if (!form || !files.length || event.clipboardData.getData("text/plain")) return;
  event.preventDefault();
  take(form, files);
});

const boxOf = (event) => ([...(event.dataTransfer?.types || [])].includes("Files") ? event.target.closest?.(".composer") : null);
const over = (box, is) => box?.toggleAttribute("data-drop", is);
document.addEventListener("dragover", (event) => {
  const box = boxOf(event);
  if (!box) return;
  event.preventDefault();
  over(box, true);
});
document.addEventListener("dragleave", (event) => {
  const box = boxOf(event);
  if (box && !box.contains(event.relatedTarget)) over(box, false);
});
document.addEventListener("drop", (event) => {
  const box = boxOf(event);
  if (!box) return;
  event.preventDefault();
  over(box, false);
  const form = box.querySelector("form.write:not([hidden])");
  if (form?.elements.text) take(form, [...event.dataTransfer.files]);
});

// What is still on its way is waited for.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form.write") || !uploads.get(form)) {
    delete form.waits;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  form.waits = { button: event.submitter };
}, true);

document.addEventListener("click", (event) => {
  const button = event.target.closest("form.write [data-remove]");
  if (!button) return;
  event.preventDefault();
  const form = button.closest("form");
  const chip = button.closest(".file");
  const tick = chip.querySelector("[name=kept]");
  tick.checked = false;
  tick.dispatchEvent(new Event("change", { bubbles: true }));
  tell(form, "removed", name(chip));
  chip.remove();
  weigh(form);
  form.elements.text.focus();
});

const dressAll = () => document.querySelectorAll("form.write [data-chosen] > .file").forEach(dress);
dressAll();
document.addEventListener("htmx:afterSettle", dressAll);
document.addEventListener("change", (event) => {
  if (event.target.name === "kept" && event.target.closest("form.write")) dress(event.target.closest(".file"));
});

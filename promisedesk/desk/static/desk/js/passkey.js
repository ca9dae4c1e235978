// Passkeys and security keys: asks the browser, and sends its answer as the form's own field.
const plain = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

async function create({ publicKey: asked }) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: known(asked.excludeCredentials),
    },
  });
  return answer(made, {
    clientDataJSON: plain(made.response.clientDataJSON),
    attestationObject: plain(made.response.attestationObject),
  });
}

async function get({ publicKey: asked }) {
  const found = await navigator.credentials.get({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      allowCredentials: known(asked.allowCredentials),
    },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = found.response;
  return answer(found, {
    clientDataJSON: plain(clientDataJSON),
    authenticatorData: plain(authenticatorData),
    signature: plain(signature),
    userHandle: userHandle ? plain(userHandle) : null,
  });
}

const answer = (credential, response) => ({
  id: credential.id,
  rawId: plain(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment,
  clientExtensionResults: credential.getClientExtensionResults(),
  response,
});

async function asked(form) {
  const here = document.getElementById("asked");
  return here ? JSON.parse(here.textContent) : (await fetch(form.action)).json();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !window.PublicKeyCredential;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const trouble = form.querySelector("[data-passkey-trouble]");
    trouble.hidden = true;
    try {
      const ask = form.dataset.passkey === "create" ? create : get;
      form.elements.credential.value = JSON.stringify(await ask(await asked(form)));
      form.submit();
    } catch {
      trouble.hidden = false; // they changed their mind, or there is no such key
    }
  });
}

// Sends the token of the link, and what the form holds, to the API. The token leaves the address bar at once: what is in
// there ends up in histories and screenshots.
const texts = {
  en: {
    resetTitle: "Choose a new password",
    newPassword: "New password",
    resetButton: "Set the password",
    confirmTitle: "Confirm your e-mail address",
    confirmButton: "Yes, it is mine",
    done: "Done. You can close this page and sign in.",
    dead: "This link does not work any more. Ask for another one.",
    later: "That did not work. Try again in a moment.",
  },
  de: {
    resetTitle: "Wählen Sie ein neues Passwort",
    newPassword: "Neues Passwort",
    resetButton: "Passwort setzen",
    confirmTitle: "Bestätigen Sie Ihre E-Mail-Adresse",
    confirmButton: "Ja, sie gehört mir",
    done: "Erledigt. Sie können diese Seite schließen und sich anmelden.",
    dead: "Dieser Link gilt nicht mehr. Fordern Sie einen neuen an.",
    later: "Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.",
  },
};
const language = navigator.language.toLowerCase().startsWith("de") ? "de" : "en";
const say = texts[language];
document.documentElement.lang = language;
for (const element of document.querySelectorAll("[data-text]")) {
  element.textContent = say[element.dataset.text];
}
document.title = document.querySelector("h1").textContent;

const token = new URLSearchParams(location.hash.slice(1)).get("token");
history.replaceState(null, "", location.pathname);

const form = document.getElementById("form");
const button = form.querySelector("button");
const message = document.getElementById("message");

async function send() {
  const fields = Object.fromEntries(new FormData(form));
  const answer = await fetch(form.dataset.path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token, ...fields }),
  });
  if (answer.ok) {
    form.hidden = true;
    return say.done;
  }
  const problem = await answer.json();
  if (problem.code === "invalid-mail-token") {
    form.hidden = true;
    return say.dead;
  }
  return problem.errors?.[0]?.detail ?? say.later;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  button.disabled = true;
  try {
    message.textContent = await send();
  } catch {
    message.textContent = say.later;
  } finally {
    button.disabled = false;
  }
});
if (!token) {
  form.hidden = true;
  message.textContent = say.dead;
}

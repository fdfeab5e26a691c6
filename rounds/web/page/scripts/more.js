// Everything else: the host, the language, the brightness, giving the name back.

function showMore() {
  const { number, name } = latest.me;
  show(say("more"), [
    make("h1", {}, say("more")),
    make("p", {}, named(say("you_are", { number, name }))),
    link("#report", say("to_report")),
    languageChoice(),
    brightChoice(),
    ...privacy(),
    button(say("leave"), showLeave),
  ].filter(Boolean));
}

/** Return the choice of the language; the page comes again in the other one. */
function languageChoice() {
  const choose = (_field, language) => {
    document.cookie = `lang=${language}; path=/; SameSite=Lax; max-age=86400`;
    location.reload();
  };
  const buttons = page.languages.map((language) => {
    const made = choice("language", language, say(`language_${language}`), choose);
    made.lang = language;
    made.setAttribute("aria-pressed", String(language === page.language));
    return made;
  });
  return row("language", buttons);
}

function isBright() {
  return document.documentElement.classList.contains("bright");
}

function setBright(bright) {
  document.documentElement.classList.toggle("bright", bright);
  document.querySelector("[name=theme-color]").content = bright ? "#ffffff" : "#000000";
}

function brightChoice() {
  const turn = () => {
    const bright = !isBright();
    setBright(bright);
    made.setAttribute("aria-pressed", String(bright));
    try {
      localStorage.setItem("rounds:bright", bright ? "yes" : "");
    } catch {
      // The page is bright until it is closed.
    }
  };
  const made = choice("bright", "yes", say("bright"), turn);
  made.setAttribute("aria-pressed", String(isBright()));
  return make("div", { class: "choices" }, make("div", {}, made));
}

function showLeave() {
  const yes = button(say("leave_yes"), async () => {
    yes.disabled = true;
    try {
      await ask("POST", "/api/leave", {});
      closeDrafts();
      leaveEvening();
    } catch {
      yes.disabled = false;
      yes.before(make("p", { class: "warning", role: "alert" }, say("no_connection")));
    }
  }, "strong");
  show(say("leave"), [
    make("h1", {}, say("leave")),
    make("p", {}, say("leave_what")),
    drafts.size ? make("p", { class: "warning" }, say("leave_unsent")) : null,
    yes,
    button(say("back"), showMore),
  ].filter(Boolean));
}

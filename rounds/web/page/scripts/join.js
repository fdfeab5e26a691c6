// Joining: the code, the own name, and the question whether it is right.

const joinCode = (/^\/J\/([^/]+)/i.exec(location.pathname)?.[1] || "").toUpperCase();

function showCode(problem) {
  const field = make("input", {
    name: "code", maxlength: 12, autocomplete: "off", autocapitalize: "characters",
    spellcheck: "false", enterkeyhint: "go", class: "code",
  });
  const go = (event) => {
    event.preventDefault();
    const code = field.value.normalize("NFKC").replace(/[^0-9a-z]/gi, "").toUpperCase();
    if (code) location.assign(`/J/${code}`);
  };
  show(say("welcome"), [
    make("h1", {}, say("welcome")),
    problem && make("p", { class: "warning", role: "alert" }, problem),
    make("form", { onsubmit: go },
      make("label", {}, make("span", {}, say("enter_code")), field),
      make("button", { class: "strong" }, say("go_on"))),
    languageChoice(),
  ].filter(Boolean), false);
}

/** Return whether this browser keeps cookies: without one the laptop cannot know the phone again. */
function keepsCookies() {
  document.cookie = "works=yes; path=/; SameSite=Lax; max-age=60";
  return document.cookie.includes("works=yes");
}

function showProblem(reason) {
  show(say("welcome"), [
    make("h1", {}, say("welcome")),
    make("p", { class: "warning", role: "alert" }, reason),
    button(say("again"), () => location.reload()),
  ]);
}

/** Ask who is on the roster, and show the names to choose from. */
async function askForName(notice = "") {
  let people;
  try {
    people = (await ask("GET", "/api/people", null, { "X-Code": joinCode })).people;
  } catch (fault) {
    if (!(fault instanceof Refused)) return showUnreachable(() => askForName(notice));
    return fault.kind === "closed" ? showProblem(fault.message) : showCode(fault.message);
  }
  showNames(people, notice);
}

function showNames(people, notice = "") {
  const rows = people.map((person) => ({ person, row: nameRow(person) }));
  const nobody = make("p", { class: "quiet", hidden: true }, say("nobody_found"));
  const search = searchField(say("find_yourself"), (fits) => {
    for (const { person, row } of rows) {
      row.hidden = !fits(String(person.number), person.name, person.kana, person.company);
    }
    nobody.hidden = rows.some(({ row }) => !row.hidden);
  });
  show(say("choose_name"), [
    make("h1", {}, say("choose_name")),
    notice && make("p", { class: "warning", role: "alert" }, notice),
    search,
    make("ul", { class: "rows" }, rows.map(({ row }) => row)),
    nobody,
    languageChoice(),
  ].filter(Boolean));
}

function nameRow(person) {
  return make("li", {},
    make("button", { type: "button", class: person.taken && "taken", onclick: () => confirmName(person) },
      make("span", { class: "number" }, String(person.number)),
      make("span", { class: "who" }, named(person.name),
        make("small", { dir: "auto" }, person.taken ? say("taken") : person.company))));
}

function confirmName(person) {
  const yes = button(say("it_is_me"), () => join(person, yes), "strong");
  show(say("is_it_you"), [
    make("h1", {}, say("is_it_you")),
    make("p", { class: "myself" }, make("span", { class: "number" }, String(person.number)), named(person.name)),
    make("p", { class: "quiet", dir: "auto" }, person.company),
    person.taken && make("p", { class: "warning" }, say("name_taken")),
    yes,
    button(say("not_me"), () => askForName()),
    ...privacy(),
  ].filter(Boolean));
}

/** Return who can read what is written on this phone. */
function privacy() {
  return ["who_reads", "not_encrypted"].map((words) => make("p", { class: "quiet" }, say(words)));
}

async function join(person, pressed) {
  pressed.disabled = true;
  try {
    await ask("POST", "/api/join", { code: joinCode, person: person.id });
  } catch (fault) {
    pressed.disabled = false;
    if (!(fault instanceof Refused)) return showUnreachable(() => confirmName(person));
    if (fault.kind === "closed") return showProblem(fault.message);
    return fault.kind === "code" ? showCode(fault.message) : askForName(fault.message);
  }
  location.hash = "";
  enter();
}

function showUnreachable(tryAgain) {
  show(say("welcome"), [
    make("h1", {}, say("no_connection")),
    button(say("again"), tryAgain, "strong"),
  ]);
}

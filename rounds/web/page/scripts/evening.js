// The own evening, from the closing on: what to do, with whom, and files to take home.

async function showEvening() {
  const opened = openPage;
  const mine = await ask("GET", "/api/mine");
  await fetchNotes(notesRevision);
  if (openPage !== opened) return;
  const both = new Set(mine.partners.filter((partner) => partner.again_both).map((partner) => partner.name));
  show(say("evening"), [
    make("h1", {}, say("evening")),
    make("p", { class: "advice" }, say("keep_it")),
    mine.calendar && file("/mine.ics", say("to_calendar")),
    mine.cards && file("/mine.vcf", say("to_contacts")),
    make("a", { href: "/mine.html", class: "action plain", target: "_blank" }, say("to_print")),
    make("h2", {}, say("due")),
    mine.due.length
      ? make("ul", { class: "due" }, mine.due.map(dueRow))
      : make("p", { class: "quiet" }, say("nothing_due")),
    ...section("both_again", [...both].map((name) => make("li", {}, named(name)))),
    ...section("contacts", mine.contacts.map((person) => make("li", {},
      named(person.name), make("span", { dir: "auto" }, person.contact)))),
    make("h2", {}, say("met")),
    make("ul", { class: "cards" }, [...partners].reverse().map(metRow)),
  ].filter(Boolean));
}

function section(title, rows) {
  return rows.length ? [make("h2", {}, say(title)), make("ul", { class: "due" }, rows)] : [];
}

function dueRow({ day, what }) {
  return make("li", {}, make("b", {}, shownDay(day)), make("span", { dir: "auto" }, what));
}

function file(path, words) {
  return make("a", { href: path, class: "action plain", download: "" }, words);
}

function metRow(partner) {
  const note = noteOf(partner);
  return make("li", {},
    make("p", { class: "quiet" }, say("round", { number: partner.round }), partner.company && ` · ${partner.company}`),
    make("p", { class: "who" }, named(partner.name)),
    make("p", { dir: "auto" }, isEmpty(note) ? say("no_note") : summary(note)),
    make("a", { href: `#notes/${keyOf(partner)}`, "aria-label": `${say("to_notes")}: ${partner.name}` }, say("to_notes")));
}

/** Return a day as this phone writes it in the language of the page. */
function shownDay(day) {
  const [year, month, date] = day.split("-").map(Number);
  const options = { weekday: "short", day: "numeric", month: "short" };
  return new Date(year, month - 1, date).toLocaleDateString(page.language === "ja" ? "ja-JP" : "en-GB", options);
}

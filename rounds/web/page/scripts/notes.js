// The partners so far, newest first, and the note about one of them.

let openNote = null;

function showNotes() {
  openNote = null;
  show(say("notes"), [
    make("h1", {}, say("notes")),
    make("p", { class: "quiet" }, say("who_reads")),
    partners.length
      ? make("ul", { class: "rows" }, partners.map(partnerRow))
      : make("p", { class: "empty" }, say("no_partners")),
    patternParts(),
  ].filter(Boolean));
  paintStates();
}

function partnerRow(partner) {
  const key = keyOf(partner);
  return make("li", {},
    make("a", { href: `#notes/${key}` },
      make("span", { class: "who" },
        make("small", {}, say("round", { number: partner.round })),
        named(partner.name),
        make("small", { dir: "auto" }, partner.company)),
      make("span", { class: "mark" },
        !isEmpty(noteOf(partner)) && make("span", { class: "written" }, say("written")),
        drafts.has(key) && make("small", { "data-state": key }))));
}

function patternParts() {
  const fits = partners.some((partner) => {
    const note = noteOf(partner);
    return note.stage && !note.next_step && note.reply !== "no";
  });
  if (!fits) return null;
  const pressed = button(say("by_pattern"), () => applyPattern(pressed));
  return make("div", { class: "pattern" }, pressed, make("p", { class: "quiet" }, say("about_pattern")));
}

async function applyPattern(pressed) {
  pressed.disabled = true;
  try {
    clearTimeout(saveTimer);
    saveTimer = 0;
    await sendDrafts();
    await ask("POST", "/api/notes/pattern", {});
    await fetchNotes(notesRevision);
    showNotes();
    view.append(make("p", { class: "advice", role: "status" }, say("pattern_done")));
  } catch (fault) {
    pressed.disabled = false;
    pressed.after(make("p", { class: "warning", role: "alert" }, fault.message && fault instanceof Refused ? fault.message : say("no_connection")));
  }
}

function showNote(key) {
  const partner = partnerOf(key);
  if (!partner) return showNotes();
  const next = partners[partners.indexOf(partner) + 1];
  openNote = { key, ...noteForm(partner) };
  show(partner.name, [
    make("p", { class: "top note-top" },
      make("a", { href: "#notes", class: "back" }, say("back")),
      make("span", { "data-state": key, role: "status" })),
    make("h1", { class: "about" }, whoIs(partner.number, partner.name, "span")),
    make("p", { class: "quiet", dir: "auto" }, say("round", { number: partner.round }), partner.company && ` · ${partner.company}`),
    aims(partner),
    make("div", { id: "conflict" }),
    openNote.form,
    make("p", { class: "quiet" }, say("private")),
    next && link(`#notes/${keyOf(next)}`, say("next_partner"), "plain"),
  ].filter(Boolean));
  paintStates();
  paintConflict(key);
}

/** Return what somebody hopes for and offers, from the roster. */
function aims(person) {
  const known = [["their_purpose", person.purpose], ["offers", person.offers], ["seeks", person.seeks]];
  const said = known.filter(([, text]) => text);
  return said.length
    ? make("dl", {}, said.map(([name, text]) => [make("dt", {}, say(name)), make("dd", { dir: "auto" }, text)]))
    : null;
}

/** Ask which of two versions of the open note holds, if another place has changed it. */
function paintConflict(key) {
  const place = document.getElementById("conflict");
  if (!place || openNote?.key !== key) return;
  const other = drafts.get(key)?.other;
  const decide = (mine) => {
    settle(key, mine);
    openNote.fill();
    paintConflict(key);
    paintStates();
  };
  place.replaceChildren(...(other ? [
    make("div", { class: "warning", role: "alert" },
      make("p", {}, say("changed_elsewhere")),
      make("p", { dir: "auto" }, summary(other.note)),
      button(say("keep_mine"), () => decide(true)),
      button(say("take_other"), () => decide(false))),
  ] : []));
}

/** Return a note in one line. */
function summary(note) {
  const { purpose, can_do: canDo, text, stage, reply, next_step: step, next_step_on: day } = tidy(note);
  const words = [
    purpose, canDo, text,
    stage && say(`stage_${stage}`), reply && say(`reply_${reply}`),
    step && `${say(`next_step_${step}`)} ${day ? shownDay(day) : ""}`.trim(),
    note.again && say("talk_again_yes"),
  ].filter(Boolean);
  return words.join(" · ") || say("empty_note");
}

/** Take up news of the partners and notes, without disturbing who is writing. */
function notesHaveChanged() {
  if (openPage !== "notes") return;
  if (openNote && partnerOf(openNote.key)) openNote.fill();
  else showNotes();
}

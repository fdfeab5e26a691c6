// The way of a note to the laptop. A note is sent a moment after the last key, never while an
// input method composes, and counts as saved when the laptop says that its disk has it.

const SAVE_AFTER = 900;
const saved = new Set();
const sending = new Set();
let partners = [];
let notesRevision;
let today = "";
let composing = false;
let saveTimer = 0;
let reachable = true;

function keyOf(partner) {
  return `${partner.round}-${partner.about}`;
}

function partnerOf(key) {
  return partners.find((partner) => keyOf(partner) === key);
}

/** Return the note about a partner as it stands on this phone. */
function noteOf(partner) {
  return drafts.get(keyOf(partner))?.note ?? partner.note ?? EMPTY;
}

/** Change fields of a note, and save it soon. */
function edit(partner, changes) {
  const key = keyOf(partner);
  const draft = drafts.get(key) ?? { revision: partner.revision, sent: [] };
  drafts.set(key, { ...draft, note: { ...EMPTY, ...noteOf(partner), ...changes }, refused: "" });
  keepDrafts();
  saveSoon();
  paintStates();
}

function saveSoon() {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(() => {
    saveTimer = 0;
    sendDrafts();
  }, SAVE_AFTER);
}

/** Send everything that waits; what the laptop refused waits until it is changed. */
function sendDrafts() {
  if (composing || saveTimer) return Promise.resolve();
  const waiting = [...drafts].filter(([, draft]) => !draft.refused && !draft.other);
  return Promise.all(waiting.map(([key]) => send(key)));
}

async function send(key) {
  if (sending.has(key)) return;
  sending.add(key);
  const owner = draftsName;
  const draft = drafts.get(key);
  const note = tidy(draft.note);
  // An answer that is lost on its way leaves open which of these the laptop has.
  draft.sent = [...draft.sent.filter((one) => !sameNote(one, note)), note].slice(-5);
  keepDrafts();
  try {
    const path = `/api/notes/${key.replace("-", "/")}`;
    const answer = await ask("PUT", path, { revision: draft.revision, note });
    reachable = true;
    if (owner === draftsName) acknowledged(key, note, answer.revision);
  } catch (fault) {
    if (owner === draftsName) notSaved(key, fault);
  } finally {
    sending.delete(key);
    paintStates();
  }
}

function acknowledged(key, note, revision) {
  const partner = partnerOf(key);
  if (partner) Object.assign(partner, { note, revision, savedAt: Date.now() });
  const draft = drafts.get(key);
  if (draft && !sameNote(draft.note, note)) {
    drafts.set(key, { ...draft, revision, sent: [] });
    saveSoon();
  } else {
    drafts.delete(key);
    saved.add(key);
  }
  keepDrafts();
}

function notSaved(key, fault) {
  const draft = drafts.get(key);
  if (!(fault instanceof Refused)) reachable = false;
  else if (fault.unknownDevice) leaveEvening(fault.message);
  else if (fault.kind === "stale") changedElsewhere(key, draft, fault.answer);
  else if (fault.status < 500 && fault.status !== 429) draft.refused = fault.message || say("kept");
  keepDrafts();
}

/** Another place has changed the note: perhaps only a request of ours whose answer was lost. */
function changedElsewhere(key, draft, { note, revision }) {
  if (sameNote(draft.note, note)) acknowledged(key, tidy(note), revision);
  else if (isEmpty(note) || draft.sent.slice(0, -1).some((one) => sameNote(one, note))) {
    Object.assign(draft, { revision, sent: [] });
    saveSoon();
  } else {
    draft.other = { note, revision };
    paintConflict(key);
  }
}

/** Decide between the note on this phone and the one that was written elsewhere. */
function settle(key, mine) {
  const draft = drafts.get(key);
  const { note, revision } = draft.other;
  if (mine) {
    drafts.set(key, { note: draft.note, revision, sent: [], refused: "" });
    saveSoon();
  } else {
    drafts.delete(key);
    Object.assign(partnerOf(key), { note, revision, savedAt: Date.now() });
    saved.add(key);
  }
  keepDrafts();
}

/** Return where a note is, in words; empty while nothing was written. */
function stateOf(key) {
  const draft = drafts.get(key);
  if (!draft) return saved.has(key) ? say("saved") : "";
  return draft.refused || say(reachable && !draft.other ? "not_saved" : "kept");
}

/** Say whether the laptop can be reached, and where the notes are that are on the page now. */
function paintStates() {
  document.getElementById("connection").hidden = reachable || !latest;
  for (const place of document.querySelectorAll("[data-state]")) {
    const key = place.dataset.state;
    setText(place, stateOf(key));
    place.classList.toggle("waits", drafts.has(key));
  }
}

/** Fetch the partners and notes; what was written here meanwhile stays. */
async function fetchNotes(revision) {
  const askedAt = Date.now();
  const answer = await ask("GET", "/api/notes");
  const known = new Map(partners.map((partner) => [keyOf(partner), partner]));
  partners = answer.partners.map((partner) => {
    // The open form holds on to its partner, so that one is changed and not replaced.
    const here = known.get(keyOf(partner)) ?? {};
    const { note, revision, savedAt } = here;
    return Object.assign(here, partner, savedAt >= askedAt ? { note, revision } : {});
  });
  today = answer.today;
  notesRevision = revision;
}

/** Send at once what was typed just now: the phone goes back into a pocket. */
function sendBeforeHidden() {
  clearTimeout(saveTimer);
  saveTimer = 0;
  sendDrafts();
}

addEventListener("compositionstart", () => (composing = true));
addEventListener("compositionend", () => {
  composing = false;
  if (drafts.size) saveSoon();
});

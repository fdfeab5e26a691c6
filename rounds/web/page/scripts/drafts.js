// What was written on this phone and is not yet known to be on the laptop's disk. It survives a
// page that is closed, and is deleted as soon as the laptop has it.

const EMPTY = {
  purpose: "", can_do: "", text: "", stage: null, reply: null, reply_by: null,
  next_step: null, next_step_on: null, again: false,
};
let drafts = new Map();
let draftsName = "";
let storageWorks = true;

/** Take up the drafts of one person at one evening. */
function openDrafts(evening, person) {
  const name = `rounds:${evening}:${person}`;
  if (name === draftsName) return;
  draftsName = name;
  try {
    drafts = new Map(JSON.parse(localStorage.getItem(name) || "[]"));
  } catch {
    drafts = new Map();
  }
}

function keepDrafts() {
  try {
    if (drafts.size) localStorage.setItem(draftsName, JSON.stringify([...drafts]));
    else localStorage.removeItem(draftsName);
    storageWorks = true;
  } catch {
    storageWorks = false;
  }
}

function closeDrafts() {
  drafts.clear();
  keepDrafts();
  draftsName = "";
}

/** Return the fields of a note as the laptop keeps them: each text on one line. */
function tidy(note) {
  const text = (words) => (words || "").replace(/\s+/g, " ").trim();
  const kept = {};
  for (const [field, nothing] of Object.entries(EMPTY)) {
    kept[field] = nothing === "" ? text(note && note[field]) : (note && note[field]) || nothing;
  }
  return kept;
}

function sameNote(one, other) {
  return JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));
}

function isEmpty(note) {
  return sameNote(note, EMPTY);
}

addEventListener("beforeunload", (event) => {
  if (drafts.size && !storageWorks) event.preventDefault();
});

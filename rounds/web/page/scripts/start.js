// The course of the page: it asks the laptop what happens now, and opens what the address names.

const POLL = 3000;
const POLL_SLOWEST = 24000;
const POLL_HIDDEN = 15000;
const PAGES = { now: showNow, notes: showNotes, people: showPeople, evening: showEvening, more: showMore, report: showReport };
let openPage = "";
let etag = null;
let pause = POLL;
let pollTimer = 0;
let asking = false;

/** Return a pause that differs from phone to phone, so that they do not ask all at once. */
function spread(milliseconds) {
  return milliseconds * (0.85 + Math.random() * 0.3);
}

async function poll() {
  if (asking) return;
  asking = true;
  clearTimeout(pollTimer);
  try {
    await askNow();
    reachable = true;
    pause = POLL;
    sendDrafts();
  } catch (fault) {
    if (fault instanceof Refused && fault.unknownDevice) return leaveEvening(fault.message);
    reachable = fault instanceof Refused;
    pause = Math.min(pause * 2, POLL_SLOWEST);
  } finally {
    asking = false;
    paintStates();
  }
  pollTimer = setTimeout(poll, spread(document.hidden ? Math.max(pause, POLL_HIDDEN) : pause));
}

async function askNow() {
  const askedAt = Date.now();
  const answer = await ask("GET", "/api/now", null, etag ? { "If-None-Match": etag } : {});
  measure(answer.time, askedAt, Date.now());
  if (answer.unchanged) return;
  latest = answer;
  openDrafts(answer.evening, answer.me.id);
  document.querySelector('#tabs [href="#evening"]').hidden = answer.phase !== "closing";
  const { notes_revision: notes, partners: met, round, phase, seat } = answer;
  const revision = JSON.stringify([notes, met, round, phase, seat]);
  if (revision !== notesRevision) {
    await fetchNotes(revision);
    notesHaveChanged();
  }
  etag = answer.etag; // only now: without the notes the same answer is needed again
}

/** Open the page that the address names. */
async function route() {
  if (!latest) return;
  const [name, part] = location.hash.slice(1).split("/");
  const tooEarly = name === "evening" && latest.phase !== "closing";
  openPage = PAGES[name] && !tooEarly ? name : "now";
  openNote = null;
  for (const tab of document.querySelectorAll("#tabs a")) {
    const current = tab.hash === `#${openPage}` || (openPage === "report" && tab.hash === "#more");
    if (current) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  document.getElementById("tabs").hidden = false;
  tick();
  view.setAttribute("aria-busy", "true");
  try {
    await (openPage === "notes" && part ? showNote(part) : PAGES[openPage]());
  } catch (fault) {
    if (fault instanceof Refused && fault.unknownDevice) leaveEvening(fault.message);
    else showUnreachable(route);
  }
  view.removeAttribute("aria-busy");
}

/** Begin with what the laptop says about this phone: its page, the names, or the code. */
function begin() {
  if (page.state === "open") return enter();
  if (!keepsCookies()) return showProblem(say("no_cookies"));
  if (page.state === "names") return showNames(page.people);
  const problem = { wrong: "wrong_code", busy: "too_many" }[page.state];
  return showCode(problem && say(problem));
}

/** Open the page of a phone that has joined. */
async function enter() {
  etag = null;
  try {
    await askNow();
  } catch (fault) {
    return fault.unknownDevice ? leaveEvening(fault.message) : showUnreachable(enter);
  }
  route();
  pollTimer = setTimeout(poll, spread(POLL));
}

/** The laptop does not know this phone any more: the names again. Drafts stay on the phone. */
function leaveEvening(reason = "") {
  clearTimeout(pollTimer);
  clearTimeout(saveTimer);
  latest = null;
  openPage = "";
  partners = [];
  saved.clear();
  notesRevision = undefined;
  draftsName = "";
  drafts = new Map();
  document.getElementById("tabs").hidden = true;
  document.getElementById("bar").hidden = true;
  if (joinCode) askForName(reason);
  else showCode(reason);
}

try {
  setBright(localStorage.getItem("rounds:bright") === "yes");
} catch {
  // Without storage the page is dark.
}
addEventListener("hashchange", route);
document.addEventListener("visibilitychange", () => {
  if (!latest) return;
  if (document.hidden) sendBeforeHidden();
  else poll();
});
addEventListener("online", () => latest && poll());
setInterval(tick, 250);
begin();

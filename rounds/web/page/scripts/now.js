// What happens now: the own place, the partner, whose turn it is, and the countdown.

const LOBBY_COUNTS = 15 * 60; // seconds before the start, as on the stage
let latest = null;
let drawn = "";
let announced = "";

/** Return what is to be shown now: the laptop has sent all parts of the phase in advance. */
function scene() {
  const begun = latest.scenes.filter((part) => part.from == null || part.from <= laptopNow());
  return begun[begun.length - 1] ?? latest.scenes[0];
}

function atTable() {
  return ["move", "talk"].includes(latest.phase) && latest.seat?.table;
}

function secondsUntil(moment) {
  return ((moment - laptopNow()) / 1000) * (latest.speed || 1);
}

/** Return the countdown's label and its seconds, null where there is none. */
function countdown(now) {
  const { phase, left, deadline, starts_at: start, swap_at: swap } = latest;
  if (left != null) return ["ends_in", left];
  if (phase === "lobby" && start != null) {
    const seconds = secondsUntil(start);
    return seconds > 0 && seconds <= LOBBY_COUNTS ? ["begins_in", seconds] : null;
  }
  if (deadline == null || secondsUntil(deadline) <= 0) return null;
  if (swap != null && atTable() && ["listen_first", "first_half"].includes(now.name)) {
    return ["swap_in", secondsUntil(swap)];
  }
  const label = { move: "begins_in", break: "goes_on_in" }[phase] || "ends_in";
  return [label, secondsUntil(deadline)];
}

function countdownParts(now) {
  const counted = countdown(now);
  if (!counted) return null;
  return make("p", { class: "countdown" },
    make("small", {}, say(counted[0])), " ",
    make("b", { role: "timer", "data-clock": "" }, clockText(counted[1])));
}

/** Return table and seat; the longer the table is called, the smaller it is written. */
function placeParts({ table, seat }) {
  const size = table.length > 8 ? "tiny" : table.length > 3 ? "small" : "";
  return make("div", { class: "place" },
    make("p", {}, make("small", {}, say("table")), " ", make("b", { class: size, dir: "auto" }, table)),
    make("p", {}, make("small", {}, say("seat")), " ", make("b", {}, seat)));
}

function partnerParts(people) {
  if (!people.length) return null;
  return make("section", { class: "partner" },
    make("h2", {}, say(people.length > 1 ? "partners" : "partner")),
    people.map((person) => make("div", {},
      whoIs(person.number, person.name),
      person.company && make("p", { dir: "auto" }, person.company),
      person.line && make("p", { class: "quiet", dir: "auto" }, person.line))));
}

function comesNext() {
  const { after, round, rounds } = latest;
  return after ? say(`next_${after}`, { n: round + 1, m: rounds }) : "";
}

/** Return the way to the newest partner without a note; to all of them if every note is written. */
function toNotes() {
  const unwritten = partners.find((partner) => isEmpty(noteOf(partner)));
  return unwritten ? `#notes/${keyOf(unwritten)}` : "#notes";
}

function actions() {
  if (latest.phase === "break") return link(toNotes(), say("to_notes"));
  if (latest.phase !== "closing") return null;
  return [link("#evening", say("to_evening")), link(toNotes(), say("to_notes"), "plain")];
}

/** Return "listen" or "speak" while one of them is the turn: it chooses the colour. */
function turn(now) {
  const first = ["listen_first", "first_half"].includes(now.name);
  const later = ["swap", "second_half", "last_minute"].includes(now.name);
  if (latest.swap_at == null || !"AB".includes(latest.seat?.seat) || !(first || later)) return "none";
  return latest.seat.listen_first === first ? "listen" : "speak";
}

/** Show the page of now; `opened` where the participant has just turned to it. */
function showNow(opened = true) {
  const now = scene();
  const { phase, round, rounds, me, message, seat, here } = latest;
  drawn = signature(now);
  show(atTable() ? seat.place : now.headline, [
    make("p", { class: "top" },
      make("span", {}, round ? say("round_of", { n: round, m: rounds }) : page.title),
      make("span", { class: "me" }, `${me.number} `, named(me.name))),
    message && make("p", { class: "message" }, make("small", {}, say("message")), message),
    make("div", { class: `now in-${phase} at-${now.name}` },
      make("h1", { class: `turn-${turn(now)}` }, now.headline || page.title),
      phase !== "move" && countdownParts(now),
      phase === "lobby" && !here && me.state === "expected" && make("p", { class: "message" }, say("please_check_in")),
      atTable() && placeParts(seat),
      phase === "move" && countdownParts(now),
      now.line && make("p", { class: "advice" }, now.line),
      atTable() && partnerParts(seat.with),
      comesNext() && make("p", { class: "quiet" }, comesNext()),
      actions()),
  ], opened);
}

/** Return everything that the page of now shows, but for the running clock. */
function signature(now) {
  const timed = countdown(now)?.[0];
  return JSON.stringify({ ...latest, now, timed, notes: toNotes(), server_time: 0, notes_revision: 0, etag: "" });
}

/** Return the same in a sentence or two, for a screen reader. */
function spoken(now) {
  const said = [now.headline];
  if (latest.phase === "move" && atTable()) {
    said.push(say("spoken_place", latest.seat), ...latest.seat.with.map((person) => person.name));
  }
  if (latest.message) said.push(latest.message);
  return said.join(". ");
}

/** Bring the page up to the second; called a few times a second. */
function tick() {
  if (!latest) return;
  const now = scene();
  if (openPage === "now" && signature(now) !== drawn) showNow(false);
  if (spoken(now) !== announced) {
    announced = spoken(now);
    announce(announced);
  }
  const counted = countdown(now);
  const text = counted ? clockText(counted[1]) : "";
  for (const clock of document.querySelectorAll("[data-clock]")) setText(clock, text);
  paintBar(now);
}

/** On the other pages: what happens now, in one line at the top. */
function paintBar(now) {
  const bar = document.getElementById("bar");
  bar.hidden = openPage === "now";
  const [headline, place] = bar.children;
  setText(headline, now.headline);
  setText(place, atTable() ? latest.seat.place : "");
  bar.classList.toggle("urgent", now.name === "move");
}

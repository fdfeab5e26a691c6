// The laptop's clock, as this phone knows it: its own clock and a measured difference. So the
// countdown goes on without a connection. It is a clock that only counts, not the time of day.

let ahead = 0;
let travelled = Infinity;

/** Learn the difference from an answer; the quicker it came, the better it is known. */
function measure(laptopTime, askedAt, answeredAt) {
  const travel = answeredAt - askedAt;
  const found = laptopTime - (askedAt + answeredAt) / 2;
  // A greater difference than the travelling explains: one of the two clocks was set.
  const wasSet = Math.abs(found - ahead) > travel + travelled;
  if (travel >= travelled && !wasSet) return;
  ahead = found;
  travelled = travel;
}

function laptopNow() {
  return Date.now() + ahead;
}

/** Return seconds as 8:00, rounded up as on the stage, and 0:00 when they are over. */
function clockText(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Return a day (2026-11-27) some days later. */
function daysAfter(day, days) {
  const later = new Date(`${day}T12:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}

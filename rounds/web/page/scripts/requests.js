// Requests to the laptop.

const PATIENCE = 12000; // longer than the laptop waits for its disk

/** The laptop has answered, and said no: `kind` is its word for the reason, `say` its sentence. */
class Refused extends Error {
  constructor(status, answer) {
    super(answer.say || "");
    Object.assign(this, { status, kind: answer.error || "", answer });
  }
  get unknownDevice() {
    return this.status === 401 || this.kind === "gone";
  }
}

/** Return what the laptop answers, or an answer without anything if nothing has changed; `Refused`
    if it says no. `time` is its clock, where it tells it. */
async function ask(method, path, body, headers = {}) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await fetch(path, {
      method,
      headers: body ? { "Content-Type": "application/json", ...headers } : headers,
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "same-origin",
      signal: patience.signal,
      keepalive: method === "PUT", // a note is also sent while the page is being closed
    });
    const time = Number(response.headers.get("X-Time"));
    if (response.status === 304) return { time, unchanged: true };
    if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
    return { ...(await response.json()), time, etag: response.headers.get("ETag") };
  } finally {
    clearTimeout(timer);
  }
}

// Telling the host something in confidence. Nothing of it is kept on this phone.

async function showReport() {
  const opened = openPage;
  const { people } = await ask("GET", "/api/people"); // everybody, also who has left
  const others = people.filter((person) => person.id !== latest.me.id);
  if (openPage !== opened) return;
  let wish = "listen";
  const about = make("select", { name: "about", required: true },
    make("option", { value: "" }, say("report_choose")),
    others.map((person) => make("option", { value: person.id }, `${person.number} ${person.name}`)));
  const what = make("textarea", { name: "what", rows: 4, maxlength: 1000, required: true });
  const name = make("input", { type: "checkbox", name: "named" });
  const needsName = make("p", { class: "quiet", hidden: true }, say("report_needs_name"));
  const choose = (_field, value) => {
    wish = value;
    // The host can only keep two people apart if both are known.
    if (wish === "keep_apart") name.checked = true;
    needsName.hidden = wish !== "keep_apart";
    name.disabled = wish === "keep_apart";
    for (const pressed of wishes) pressed.setAttribute("aria-pressed", String(pressed.dataset.value === wish));
  };
  const wishes = ["listen", "keep_apart", "act"].map((value) => choice("wish", value, say(`report_${value}`), choose));
  choose("wish", wish);
  const send = make("button", { class: "strong" }, say("report_send"));
  const said = make("p", { role: "alert" });
  const go = async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      const body = { about: about.value, what: what.value.trim(), wish, named: name.checked };
      await ask("POST", "/api/report", body);
      show(say("to_report"), [make("h1", {}, say("report_sent")), link("#now", say("tab_now"))]);
    } catch (fault) {
      send.disabled = false;
      said.className = "warning";
      said.textContent = (fault instanceof Refused && fault.message) || say("report_failed");
    }
  };
  show(say("to_report"), [
    make("p", { class: "top" }, make("a", { href: "#more", class: "back" }, say("back"))),
    make("h1", {}, say("to_report")),
    make("form", { class: "note", onsubmit: go, autocomplete: "off" },
      make("label", {}, make("span", {}, say("report_about")), about),
      make("label", {}, make("span", {}, say("report_what")), what),
      row("report_wish", wishes),
      make("label", { class: "tick" }, name, make("span", {}, say("report_named"))),
      needsName,
      said,
      send),
  ]);
}

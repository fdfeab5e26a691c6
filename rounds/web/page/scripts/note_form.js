// The form of one note: the same fields in the same order as at the laptop.

const LINES = ["purpose", "can_do", "text"];
const CHOICES = {
  stage: ["now", "problem", "someday", "not_yet"],
  reply: ["yes", "by", "no"],
  next_step: ["message", "network", "mail", "newsletter", "postcard", "meeting"],
};
const LINE_LENGTH = 800; // three of them in Japanese fit into what the laptop accepts

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Return the fields of a note about a partner, and a way to fill them again. */
function noteForm(partner) {
  const form = make("form", { class: "note", onsubmit: (event) => event.preventDefault() });
  const fill = () => {
    const note = noteOf(partner);
    for (const name of LINES) {
      const line = form.elements[name];
      if (line !== document.activeElement) line.value = note[name] || "";
    }
    for (const pressed of form.querySelectorAll("[data-field]")) {
      const { field, value } = pressed.dataset;
      const chosen = field === "again" ? Boolean(note.again) : note[field] === value;
      pressed.setAttribute("aria-pressed", String(chosen));
    }
    fillDay(form.elements.reply_by, note.reply === "by", note.reply_by);
    fillDay(form.elements.next_step_on, Boolean(note.next_step), note.next_step_on);
  };
  const choose = (field, value) => {
    edit(partner, chosen(noteOf(partner), field, value));
    fill();
  };
  form.append(
    ...LINES.map((name) => noteLine(partner, name)),
    choiceRow("stage", choose),
    choiceRow("reply", choose),
    dayField(partner, "reply_by", say("reply_day")),
    choiceRow("next_step", choose),
    dayField(partner, "next_step_on", say("next_step_day")),
    row("talk_again", [choice("again", true, say("talk_again_yes"), choose)]),
  );
  fill();
  return { form, fill };
}

function noteLine(partner, name) {
  const line = make("textarea", {
    name, rows: 2, maxlength: LINE_LENGTH, placeholder: say(`${name}_hint`), enterkeyhint: "next",
    oninput: () => edit(partner, { [name]: line.value }),
    onkeydown: (event) => {
      if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
      event.preventDefault(); // a line of a note has no lines of its own
      const next = LINES[LINES.indexOf(name) + 1];
      if (next) line.form.elements[next].focus();
      else line.blur();
    },
  });
  return make("label", {}, make("span", {}, say(name)), line);
}

function row(label, buttons) {
  const id = `label-${label}`;
  return make("div", { class: "choices", role: "group", "aria-labelledby": id },
    make("span", { id }, capital(say(label))), make("div", {}, buttons));
}

function choiceRow(field, choose) {
  return row(field, CHOICES[field].map((value) => choice(field, value, say(`${field}_${value}`), choose)));
}

function choice(field, value, words, choose) {
  return make("button", {
    type: "button", "data-field": field, "data-value": value, "aria-pressed": "false",
    onclick: () => choose(field, value),
  }, words);
}

/** Return what changes when something is chosen; the same again takes it back. */
function chosen(note, field, value) {
  if (field === "again") return { again: !note.again };
  const now = note[field] === value ? null : value;
  if (field === "reply") return { reply: now, reply_by: now === "by" ? daysAfter(today, page.reply_days) : null };
  if (field === "next_step") {
    return { next_step: now, next_step_on: now ? daysAfter(today, page.days_until[now]) : null };
  }
  return { [field]: now };
}

function dayField(partner, name, label) {
  const day = make("input", {
    type: "date", name, required: true, min: today,
    onchange: () => day.value && edit(partner, { [name]: day.value }),
  });
  return make("label", { class: "day", hidden: true }, make("span", {}, capital(label)), day);
}

function fillDay(field, shown, value) {
  field.closest("label").hidden = !shown;
  if (field !== document.activeElement) field.value = value || "";
}

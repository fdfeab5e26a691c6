// Elements and texts. Whatever people typed becomes text of an element, never markup.

const page = JSON.parse(document.getElementById("data").textContent);
const view = document.getElementById("view");

/** Return a text of the page with its places in braces filled in. */
function say(name, values = {}) {
  return page.words[name].replace(/\{(\w+)\}/g, (place, key) => values[key] ?? place);
}

/** Return a new element; names that begin with "on" are listeners, null and false are left out. */
function make(tag, given = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value != null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.flat(Infinity).filter((part) => part != null && part !== false && part !== ""));
  return element;
}

function button(words, act, style = "") {
  return make("button", { type: "button", class: style, onclick: act }, words);
}

/** Return a name as people typed it: its direction of writing stays its own. */
function named(name) {
  return make("span", { class: "name", dir: "auto" }, name);
}

/** Return a line with somebody's number and name. */
function whoIs(number, name, tag = "p") {
  return make(tag, { class: "who" }, make("span", { class: "number" }, String(number)), named(name));
}

function link(to, words, style = "") {
  return make("a", { href: to, class: `action ${style}` }, words);
}

/** Set a text only where it changes, so that nothing is painted or read aloud again. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Show a page; where the participant has just opened it, begin at its top. */
function show(title, content, opened = true) {
  document.title = title;
  view.replaceChildren(...content);
  if (!opened) return;
  scrollTo(0, 0);
  view.focus({ preventScroll: true });
}

/** Let a screen reader say something as soon as it is silent. */
function announce(text) {
  setText(document.getElementById("told"), text);
}

/** Return a text as a search compares it: without case, width, accents, blanks; kana as hiragana. */
function folded(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .normalize("NFD")
    .replace(/[\u0300-\u036f\s]/g, "")
    .normalize("NFC");
}

/** Return a field for a search that calls back with a test for texts. */
function searchField(label, found) {
  const look = () => {
    const words = field.value.trim().split(/\s+/).map(folded);
    found((...texts) => words.every((word) => texts.some((text) => folded(text ?? "").includes(word))));
  };
  const field = make("input", {
    type: "search", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    enterkeyhint: "search", oninput: look,
    onkeydown: (event) => event.key === "Enter" && !event.isComposing && field.blur(),
  });
  return make("label", { class: "search" }, make("span", {}, label), field);
}

// Elements, made of texts only: whatever a questionnaire or a file says is never read as markup.

// What is a property of an element and would be something else as an attribute.
const OWN = new Set(["checked", "disabled", "hidden", "readOnly", "tabIndex", "value"]);

function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (OWN.has(name)) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

// A text of the questionnaire, in its language.
function asked(tag, properties, text) {
  return el(tag, DATA.language.startsWith("en") ? properties : { ...properties, lang: DATA.language }, text);
}

function button(id, words, key, onclick, properties = {}) {
  return el(
    "button",
    { id, type: "button", onclick, ...properties },
    ...[words].flat(),
    ...(key ? [" ", keyHint(key)] : []),
  );
}

function mainButton(id, words, key, onclick) {
  return button(id, words, key, onclick, { class: "main" });
}

// For the eyes only: who hears a page is told of the keys by its help.
function keyHint(key) {
  return el("kbd", { "aria-hidden": "true" }, key);
}

function actions(...buttons) {
  return el("p", { class: "actions" }, ...buttons);
}

function labelFor(id, ...words) {
  return el("label", { class: "field", for: id }, ...words);
}

function counted(count, one, several) {
  return `${count} ${count === 1 ? one : several}`;
}

// A view takes the place of the one before, and its heading the focus, so that it is read out from its beginning.
function show(view, ...children) {
  const main = byId("main");
  main.dataset.view = view;
  document.body.dataset.view = view;
  delete main.dataset.question;
  delete main.dataset.place;
  delete main.dataset.anew;
  main.replaceChildren(...children.flat().filter(Boolean));
}

function heading(text, isAsked = false) {
  const properties = { id: "heading", tabIndex: -1 };
  return isAsked ? asked("h2", properties, text) : el("h2", properties, text);
}

function focusHeading() {
  byId("heading").focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

function say(words) {
  byId("live").textContent = words;
}

// What went wrong stays in sight until the next thing is done.
function complain(words) {
  byId("trouble").textContent = words;
}

function sectionLine(item) {
  const words = `${item.answered} of ${item.asked}`;
  return el(
    "li",
    { "data-section": item.section.id },
    asked("span", {}, item.section.title),
    el("progress", { max: item.asked, value: item.answered, "aria-label": `${item.section.title}, answered` }),
    el("span", { class: "count" }, words),
  );
}

// Keys as in the app. None is taken inside a text field, with Ctrl, Alt or Meta, or while a dialog is open; Enter and
// Space belong to a button that has the focus.

const QUESTION_KEYS = new Map([
  ["b", () => apply(back)],
  ["Backspace", () => apply(back)],
  ["u", () => apply(undo)],
  ["d", () => apply((standing, moment) => state(standing, DATA.dont_know, moment))],
  ["a", () => apply((standing, moment) => state(standing, DATA.not_applicable, moment))],
  ["s", () => apply(same)],
  ["f", () => apply(flag)],
  ["n", () => byId("note").focus()],
  ["x", () => apply(clear)],
  ["Delete", () => apply(clear)],
  ["g", () => apply(nextOpen)],
  ["Enter", () => entered()],
  ["ArrowLeft", () => sideways(-1)],
  ["ArrowRight", () => sideways(1)],
  ["ArrowUp", () => upAndDown(-1)],
  ["ArrowDown", () => upAndDown(1)],
  ["k", () => upAndDown(-1)],
  ["j", () => upAndDown(1)],
  ["Escape", () => escaped()],
]);
const RULE_KEYS = new Map([
  ["b", () => apply(back)],
  ["Backspace", () => apply(back)],
  ["u", () => apply(undo)],
  ["g", () => apply(nextOpen)],
  ["Enter", () => apply(next)],
  ["Escape", () => escaped()],
]);
const REVIEW_KEYS = new Map([
  ["f", () => saveFinished()],
  ["b", () => toQuestions()],
  ["Escape", () => leave()],
]);
const KEYS_OF = new Map([
  ["start", new Map([["Enter", () => enteredAtStart()]])],
  ["rule", RULE_KEYS],
  ["question", QUESTION_KEYS],
  ["review", REVIEW_KEYS],
  [
    "saved",
    new Map([
      ["Enter", () => showHere()],
      ["Escape", () => leave()],
    ]),
  ],
]);

function isTyping(target) {
  return target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}

function keyed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || document.querySelector("dialog[open]"))
    return;
  const { target, key } = event;
  const { view } = byId("main").dataset;
  if (isTyping(target)) {
    if (key === "Escape" && target.id === "note") focusHeading();
    else if (key === "Enter" && target.id === "name") begin();
    return;
  }
  if (target.matches("button, summary") && (key === "Enter" || key === " ")) return;
  const isLetter = key.length === 1;
  if (isLetter && !lettersOn) return;
  const does = doneBy(view, isLetter ? key.toLowerCase() : key);
  if (!does) return;
  event.preventDefault();
  // A key that is held down would run through the questions.
  if (!event.repeat || key.startsWith("Arrow")) does();
}

function doneBy(view, key) {
  if (key === "?") return openHelp;
  if (key === "o" && interview !== null) return openList;
  return /^\d$/u.test(key) ? () => digit(view, key) : KEYS_OF.get(view).get(key);
}

function digit(view, key) {
  if (view === "start") {
    const team = DATA.teams[Number(key) - 1];
    const input = team && byId(`team-${team.id}`);
    if (input && !input.disabled) {
      input.checked = true;
      input.focus();
    }
  } else if (view === "question") {
    const facet = facetAt(interview);
    const option = scaleOf(questionAt(interview), facet).options.find((one) => one.key === key);
    if (option) apply((standing, moment) => choose(standing, facet, option.choice, moment));
  }
}

// Enter goes on with what is kept here, where somebody has not just chosen a team to begin anew.
function enteredAtStart() {
  const kept = document.querySelector("[data-continue], [data-again]");
  if (kept && document.activeElement?.name !== "team") kept.click();
  else if (byId("begin")) begin();
}

function sideways(step) {
  const facets = facetsOf(interview);
  const place = Math.min(Math.max(Math.min(interview.active, facets.length) + step, 0), facets.length - 1);
  apply((standing) => turnTo(standing, facets[place]));
}

// Moves without choosing: whoever passes over an option has not chosen it.
function upAndDown(step) {
  const inputs = [...document.querySelectorAll(`fieldset[data-facet="${facetAt(interview)}"] input`)];
  const from = inputs.indexOf(document.activeElement);
  const checked = Math.max(
    0,
    inputs.findIndex((input) => input.checked),
  );
  const place = from < 0 ? checked : (from + step + inputs.length) % inputs.length;
  inputs[place].focus();
  hasMoved = true;
}

// On an option that the arrows led to, Enter chooses it; otherwise it goes on.
function entered() {
  const option = document.activeElement;
  if (hasMoved && option.matches("#columns input[type=radio]") && !option.checked) option.click();
  else apply(next);
}

function escaped() {
  if (interview.isFromReview) apply(review);
  else leave();
}

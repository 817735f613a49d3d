// The page at work. `interview` is a value: whatever happens gives the next one, which is kept before it is shown.

let interview = null;
let handed = ""; // the mark of what was last handed over as a file
let earlierText = ""; // the file of an earlier round, whose answers are asked again
let isKept = true;
let isElsewhere = false;
let begun = null; // the interview at which somebody began to write a note
let isByPointer = false;
let hasMoved = false;
let hasTabbed = false;

function isUnsaved() {
  return interview !== null && interview.response.answers.size > 0 && markOf(interview.response) !== handed;
}

function apply(event) {
  const before = interview;
  begun = null;
  hasMoved = false;
  complain("");
  take(event(before, now()));
  const isMoved = before.place !== interview.place || before.isAtReview !== interview.isAtReview;
  if (isMoved || ruleToRead(before) !== ruleToRead(interview)) {
    showHere();
    if (isMoved && isTakenBack(before)) sayTakenBack();
  } else if (byId("main").dataset.view === "question") showStep(before);
}

function isTakenBack(before) {
  return interview.sitting.changes.length < before.sitting.changes.length;
}

// What was changed last may have been at another question than the one in sight.
function sayTakenBack() {
  const prompt = byId("prompt");
  if (!prompt) return;
  prompt.textContent = `Your last change was made here; it was taken back. ${prompt.textContent}`.trim();
  say(prompt.textContent);
}

// Keeps first; what it led to is shown afterwards.
function take(after) {
  const wasKept = isKept;
  interview = after;
  isKept = !isElsewhere && keep({ response: interview.response, handed, earlierText });
  showTop();
  if (wasKept && !isKept) complain("Nothing is kept in this browser: save a copy before you close this page.");
}

function showHere() {
  if (interview.isAtReview || interview.questions.length === 0) showReview();
  else if (ruleToRead(interview)) showRule(ruleToRead(interview));
  else showQuestion();
  focusHeading();
}

// The same question, a step further: what was chosen is said, and keys go on at the column that waits.
function showStep(before) {
  showColumns();
  const question = questionAt(interview);
  const [was, is] = [answerAt(before), answerAt(interview)];
  const replaced = DATA.answer.filter((facet) => was[facet] !== null && was[facet] !== is[facet]);
  const prompt = byId("prompt");
  if (isTakenBack(before)) {
    prompt.textContent = `The last change was taken back. ${prompt.textContent}`.trim();
  } else if (replaced.length > 0) {
    const words = replaced.map((facet) => replacedWords(question, facet, was[facet])).join("; ");
    prompt.textContent = `It was answered: ${words}. Undo takes the change back. ${prompt.textContent}`.trim();
  }
  const isTold = !byId("facts").hidden && !tellsFacts(before);
  const facts = isTold ? " What is documented or offered follows." : "";
  const kept = was === is ? "" : isKept ? " Kept." : " Not kept.";
  say(`${prompt.textContent || flagWords(was, is)}${kept}${facts}`);
  if (isByPointer) sayBelow(isTold);
  else if (isTold) showFacts();
  if (isByPointer || document.activeElement?.id === "flag") return;
  if (!isAsking(interview)) byId("next").focus({ preventScroll: true });
  else if (before.active !== interview.active || replaced.length > 0) focusColumn(facetAt(interview));
}

// Nothing moves under a mouse or a finger: the second click of two would choose something else.
function sayBelow(isTold) {
  const next = isTold ? byId("facts") : isAsking(interview) ? columnAt(facetAt(interview)) : null;
  if (!next || next.getBoundingClientRect().top < byId("bar").getBoundingClientRect().top - 40) return;
  const words = isTold ? "What is documented or offered stands below." : "One more is asked below.";
  byId("prompt").textContent = `${byId("prompt").textContent} ${words}`.trim();
}

// What was chosen stays in sight where both have room; the foot of the window says it in any case.
function showFacts() {
  const [facts, bar] = [byId("facts"), byId("bar")].map((one) => one.getBoundingClientRect());
  const chosen = [...document.querySelectorAll("#columns :checked")].map((one) => one.getBoundingClientRect().top);
  const hidden = facts.bottom - bar.top;
  const room = Math.min(...chosen);
  const isSeen = facts.top - room < bar.top / 2;
  window.scrollBy(0, Math.max(0, isSeen ? Math.min(hidden + 12, room - 12) : hidden + 12));
}

function replacedWords(question, facet, choice) {
  const words = inWords(question, facet, choice);
  return question.facets.length > 1 ? `${FACETS.get(facet).words}: ${words}` : words;
}

function flagWords(was, is) {
  return was.flag === is.flag ? "" : is.flag ? "Flagged." : "No longer flagged.";
}

function focusColumn(facet) {
  const inputs = [...columnAt(facet).querySelectorAll("input")];
  (inputs.find((input) => input.checked) ?? inputs[0]).focus();
}

// Whoever comes into a column by Tab or a click is at it; keys are about it from then on.
function turnedTo(facet) {
  if (!facetsOf(interview).includes(facet) || (isAsking(interview) && facetAt(interview) === facet)) return;
  interview = turnTo(interview, facet);
  for (const each of facetsOf(interview)) markColumn(each);
}

// Whoever comes out of the columns by Tab has chosen none of them: keys are about the first that is open.
function turnedAway(event) {
  if (!hasTabbed || byId("main").dataset.view !== "question" || event.target.closest("#columns")) return;
  const open = firstOpenFacet(questionAt(interview), interview.response);
  if (open) turnedTo(open);
}

function choseHere(facet, choice) {
  apply((standing, moment) => {
    const there = turnTo(standing, facet);
    return RESERVED.has(choice) ? state(there, choice, moment) : choose(there, facet, choice, moment);
  });
}

function clearColumn(facet) {
  apply((standing, moment) => clear(turnTo(standing, facet), moment));
  focusColumn(facet); // the button is gone with what it cleared
}

// Review, saving, leaving

function toQuestions(id) {
  const { response, sitting } = interview;
  take(beginInterview(response, now(), { sitting, at: id }));
  showHere();
}

function saveFinished() {
  if (interview.response.who.completed === null) take(finish(interview, now()));
  save();
}

function save() {
  begun = null;
  const text = handOver(interview.response);
  handed = markOf(interview.response);
  take(interview);
  showSaved(text);
  focusHeading();
  say(`Your browser was given the file ${fileName(interview.response.who)}.`);
}

function leave() {
  if (isUnsaved() && !isKept) {
    complain("These answers are not kept in this browser: save a copy before you leave.");
    return;
  }
  showStart();
  focusHeading();
}

byId("open-help").addEventListener("click", openHelp);
byId("open-list").addEventListener("click", openList);
byId("to-review").addEventListener("click", () => {
  apply(review);
  showHere(); // from what was saved as well
});
byId("save-so-far").addEventListener("click", save);
byId("leave").addEventListener("click", leave);
document.addEventListener("keydown", keyed);
document.addEventListener("focusin", turnedAway);
document.addEventListener(
  "keydown",
  (event) => {
    hasTabbed = event.key === "Tab";
    isByPointer = false;
  },
  true,
);
document.addEventListener(
  "pointerdown",
  () => {
    isByPointer = true;
    hasTabbed = false;
  },
  true,
);
window.addEventListener("storage", keptByAnother);
window.addEventListener("beforeunload", (event) => {
  if (isUnsaved() && !isKept) event.preventDefault(); // what is kept is there again
});
document.addEventListener("dragover", (event) => {
  if (holdsFile(event)) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  if (!holdsFile(event)) return; // a text, which belongs to the field where it is dropped
  event.preventDefault();
  if (interview === null) openFile(event.dataTransfer.files[0]);
  else complain("A file is read on the first page only: leave these answers first, then drop it there.");
});
history.scrollRestoration = "manual"; // what is kept stands at the top
showLetters();
showStart();
document.querySelector("[data-continue], [data-again]")?.focus();

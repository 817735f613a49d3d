// The page at work. `interview` is a value: whatever happens gives the next one, which is kept before it is shown.

let interview = null;
let handed = "";
let earlierText = "";
let isKept = true;
let begun = null;

function session() {
  return { response: interview.response, handed, earlierText };
}

function isUnsaved() {
  return interview !== null && toText(interview.response) !== handed;
}

function apply(event) {
  const before = interview;
  begun = null;
  complain("");
  take(event(interview, now()));
  const isElsewhere = before.place !== interview.place || ruleToRead(before) !== ruleToRead(interview) || before.isAtReview !== interview.isAtReview;
  if (isElsewhere) showHere();
  else if (byId("main").dataset.view === "question") showStep(before);
}

// Keeps first, shows afterwards.
function take(after) {
  interview = after;
  isKept = keep(session());
  showTop(interview);
}

function showHere() {
  if (interview.isAtReview || interview.questions.length === 0) showReview();
  else if (ruleToRead(interview)) showRule(ruleToRead(interview));
  else showQuestion();
  focusHeading();
}

// The same question, a step further: what was chosen is said, and the focus goes to the column that waits.
function showStep(before) {
  const question = questionAt(interview);
  const was = answerAt(before);
  const is = answerAt(interview);
  showColumns();
  if (isAsking(interview) && before.active !== interview.active) focusColumn(facetAt(interview));
  else if (!isAsking(interview) && isAsking(before)) byId("next").focus();
  const replaced = DATA.answer.filter((facet) => was[facet] !== null && was[facet] !== is[facet]);
  const told = replaced.map((facet) => inWords(question, facet, was[facet])).join("; ");
  if (told) byId("prompt").textContent = `▲ It was answered: ${told}. “Take back” brings it back. ${byId("prompt").textContent}`;
  const facts = tellsFacts(interview) && !tellsFacts(before) ? " What is documented or offered follows." : "";
  say(`${byId("prompt").textContent}${facts}`);
}

function focusColumn(facet) {
  const inputs = [...document.querySelectorAll(`fieldset[data-facet="${facet}"] input`)];
  (inputs.find((input) => input.checked) ?? inputs[0]).focus();
}

function turnedTo(facet) {
  if (!facetsOf(interview).includes(facet) || (isAsking(interview) && facetAt(interview) === facet)) return;
  interview = turnTo(interview, facet);
  for (const each of facetsOf(interview)) markColumn(each);
}

function choseHere(facet, choice) {
  apply((standing, moment) => {
    const there = turnTo(standing, facet);
    return RESERVED.has(choice) ? state(there, choice, moment) : choose(there, facet, choice, moment);
  });
}

function clearColumn(facet) {
  apply((standing, moment) => clear(turnTo(standing, facet), moment));
}

// Notes

function takeNote(event) {
  const field = event.target;
  begun ??= interview;
  const tooMany = lengthOf(field.value) - DATA.longest_note;
  if (tooMany > 0) withoutTheLast(field, tooMany);
  take(noted(interview, begun, field.value, now()));
  byId("note-count").textContent = noteCount(field.value, Math.max(0, tooMany));
  if (tooMany > 0) say(byId("note-count").textContent);
}

// What was put in last does not fit: it ends at the cursor, and nothing that stood there before is lost.
function withoutTheLast(field, count) {
  const before = [...field.value.slice(0, field.selectionEnd)];
  const after = field.value.slice(field.selectionEnd);
  const kept = before.slice(0, Math.max(0, before.length - count)).join("");
  field.value = cut(kept + after, DATA.longest_note);
  field.setSelectionRange(kept.length, kept.length);
}

function endNote() {
  begun = null;
}

// Beginning, going on, reading a file

function begin() {
  const chosen = DATA.team ?? document.querySelector("input[name=team]:checked")?.value;
  if (!chosen) {
    complain("Choose your team first.");
    document.querySelector("input[name=team]:not(:disabled)")?.focus();
    return;
  }
  const name = cut(onOneLine(byId("name").value).trim(), DATA.longest_name);
  takeUp({ response: newResponse(chosen, name, now()), handed: "", earlierText: "", earlier: new Map() });
}

function takeUp(found) {
  complain("");
  ({ handed, earlierText } = found);
  const sitting = { ...START, earlier: found.earlier };
  take(beginInterview(atThisDepth(found.response, now()), now(), { sitting }));
  showHere();
}

async function openFile(file) {
  if (!file) return;
  try {
    const bytes = new Uint8Array(await file.slice(0, DATA.largest_file + 1).arrayBuffer());
    takeFile(opened(bytes), new TextDecoder().decode(bytes).replaceAll("\r\n", "\n"));
  } catch (error) {
    complain(error instanceof Refused ? `${file.name}: ${error.message}` : `${file.name} cannot be read.`);
    if (byId("file")) byId("file").value = "";
  }
}

function takeFile({ response, earlier }, text) {
  if (response) {
    takeUp({ response, handed: text, earlierText: "", earlier: new Map() });
    return;
  }
  const { id, team, name } = earlier.who;
  takeUp({ response: newResponse(team, name, now(), id), handed: "", earlierText: text, earlier: earlierIn(earlier) });
}

// Review and saving

function toQuestions(id) {
  const { response, sitting } = interview;
  take(beginInterview(response, now(), { sitting, at: id }));
  showHere();
}

function saveFinished() {
  if (interview.response.who.completed === null) take(finish(interview, now()));
  save(true);
}

function save(isFinished) {
  handed = handOver(session());
  isKept = keep(session());
  showTop(interview);
  showSaved(isFinished);
  say(`${fileName(interview.response.who)} was handed to your browser.`);
  focusHeading();
}

function goOn() {
  showHere();
}

// What is there on every view

function showTop(standing) {
  byId("tools").hidden = standing === null;
  byId("sections").hidden = standing === null;
  if (standing === null) {
    byId("where").textContent = DATA.round > 1 ? `Round ${DATA.round}` : "";
    byId("kept").textContent = "";
    return;
  }
  const { who } = standing.response;
  const items = progress(standing.response);
  const done = items.reduce((sum, item) => sum + item.answered, 0);
  const place = standing.isAtReview ? "review" : `question ${standing.place + 1} of ${standing.questions.length}`;
  const round = who.round > 1 ? ` · round ${who.round}` : "";
  byId("where").textContent = `${TEAMS.get(who.team).label}${round} · ${place} · ${done} of ${standing.questions.length} answered`;
  byId("kept").textContent = isKept ? `Kept in this browser.${isUnsaved() ? " Not saved to a file yet." : " Saved to a file."}` : "Not kept in this browser: save the file before you close.";
  byId("kept").classList.toggle("warns", !isKept);
  byId("sections").replaceChildren(el("ul", {}, items.map(meter)));
}

byId("open-help").addEventListener("click", openHelp);
byId("open-list").addEventListener("click", openList);
byId("save-so-far").addEventListener("click", () => save(false));
document.addEventListener("keydown", pressed);
window.addEventListener("beforeunload", (event) => { if (isUnsaved()) event.preventDefault(); });
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  if (interview === null) openFile(event.dataTransfer.files[0]);
  else complain("A file is read on the first page only: reload the page, then drop it.");
});
showStart();

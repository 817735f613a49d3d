// What stands above every view: whose answers these are, how far they have come, and where they are kept.

function showTop() {
  const isAnswering = interview !== null;
  byId("aside").hidden = !isAnswering;
  byId("kept").classList.toggle("warns", isAnswering && !isKept);
  byId("where").textContent = isAnswering ? whereWords() : DATA.round > 1 ? `Round ${DATA.round}` : "";
  byId("kept").textContent = isAnswering ? keptWords() : "";
  byId("sections").replaceChildren(...(isAnswering ? progress(interview.response).map(sectionLine) : []));
}

function whereWords() {
  const { response, questions } = interview;
  const { team, round } = response.who;
  const done = questions.filter((question) => !isOpen(question, response)).length;
  const words = stepWords();
  return `${TEAMS.get(team).label}${round > 1 ? ` · round ${round}` : ""} · ${words} · ${done} answered`;
}

function stepWords() {
  const { response, questions, place, isAtReview } = interview;
  if (isAtReview || questions.length === 0) return "review";
  const section = ruleToRead(interview);
  if (!section) return `question ${place + 1} of ${questions.length}`;
  const ids = progress(response).map((one) => one.section.id);
  return `part ${ids.indexOf(section.id) + 1} of ${ids.length}`;
}

function keptWords() {
  if (isElsewhere) return "Another window goes on with these answers. Close this one, or save a copy of what is here.";
  if (!isKept) return "Not kept in this browser: save the file before you close.";
  const { who, answers } = interview.response;
  if (isUnsaved()) return "Kept in this browser, not yet in a file to send.";
  if (answers.size === 0) return "Kept in this browser.";
  return `Kept in this browser, and in ${who.completed === null ? "a copy that is not finished" : "a finished file"}.`;
}

// Two windows on one set of answers would undo each other's: the one that was left keeps nothing from then on.
function keptByAnother(event) {
  if (byId("main").dataset.view === "start") byId("kept-area")?.replaceChildren(...keptList(keptLines()));
  if (interview === null || event.key !== keyFor(interview.response.who)) return;
  isElsewhere = true;
  isKept = false;
  showTop();
}

// What each thing that somebody does leads to. These rules stand in maturity/rounds/answering.py as well and must stay
// the same, name by name; see form_response.js.

// Moving

function jump(interview, wanted, moment) {
  if (interview.questions.length === 0) return review(interview);
  const place = Math.min(Math.max(0, wanted), interview.questions.length - 1);
  const question = interview.questions[place];
  let { response } = interview;
  if (response.who.at !== question.id) response = at(response, question.id, moment);
  const facets = facetsToAsk(question, response);
  const open = firstOpenFacet(question, response);
  return told({
    ...interview,
    response,
    place,
    active: open ? facets.indexOf(open) : facets.length,
    isWarned: false,
    isTold: false,
    isFromReview: interview.isFromReview && (interview.onlyOpen || place === interview.place),
  });
}

function readRule(interview) {
  return { ...interview, sitting: withRuleRead(interview.sitting, questionAt(interview).section) };
}

function withRuleRead(sitting, section) {
  return { ...sitting, rulesRead: new Set([...sitting.rulesRead, section]) };
}

function next(interview, moment, confirms = true) {
  if (ruleToRead(interview)) return readRule(interview);
  if (confirms && toConfirm(interview).length > 0) return confirmed(interview, moment);
  if (isHalfAnswered(interview) && !interview.isWarned) return { ...interview, isWarned: true };
  const isAtBasis = isAsking(interview) && facetAt(interview) === DATA.basis.facet;
  if (isAtBasis && !isOpen(questionAt(interview), interview.response)) {
    // Who gives no basis has answered all the same, and sees what the service offers before going on.
    return told({ ...interview, active: facetsOf(interview).length });
  }
  return leaveQuestion(interview, moment);
}

// Leafing through confirms nothing of an earlier round.
function leaf(interview, moment) {
  return next(interview, moment, false);
}

function leaveQuestion(interview, moment) {
  const place = following(interview);
  return place === null ? review(interview) : jump(interview, place, moment);
}

function back(interview, moment) {
  return jump(interview, interview.place - 1, moment);
}

function nextOpen(interview, moment) {
  const { questions, place, response } = interview;
  const places = [...questions.keys()];
  const found = [...places.slice(place + 1), ...places.slice(0, place + 1)].find((each) =>
    isOpen(questions[each], response),
  );
  return found === undefined ? review(interview) : jump(interview, found, moment);
}

function review(interview) {
  return { ...interview, isAtReview: true };
}

function finish(interview, moment) {
  return { ...interview, response: completed(interview.response, moment) };
}

function turnTo(interview, facet) {
  return { ...interview, active: facetsOf(interview).indexOf(facet) };
}

// Answering

function changed(interview, id, response) {
  const before = answerOf(interview.response, id);
  if (isSame(answerOf(response, id), before)) return interview;
  const change = { question: id, before, who: interview.response.who };
  const sitting = { ...interview.sitting, changes: [...interview.sitting.changes, change] };
  return { ...interview, response, sitting: withRuleRead(sitting, QUESTIONS.get(id).section) };
}

function undo(interview, moment) {
  const last = interview.sitting.changes.at(-1);
  if (!last) return interview;
  const found = interview.questions.findIndex((question) => question.id === last.question);
  let response = withAnswer(interview.response, last.question, last.before, moment);
  if (last.who.completed !== null && last.who.depth === response.who.depth) {
    response = completed(response, last.who.completed);
  }
  response = at(response, last.question, moment);
  const sitting = { ...interview.sitting, changes: interview.sitting.changes.slice(0, -1) };
  return jump({ ...interview, response, sitting }, found >= 0 ? found : interview.place, moment);
}

function choose(interview, facet, choice, moment) {
  const question = questionAt(interview);
  const response = withChoice(interview.response, question.id, facet, choice, moment);
  const active = facetsToAsk(question, response).indexOf(facet) + 1;
  return told({ ...changed(interview, question.id, response), active, isWarned: false });
}

// Don't know is about one column; what does not apply to us is about all that are still open.
function state(interview, choice, moment) {
  const facet = facetAt(interview);
  if (choice !== DATA.not_applicable || facet === DATA.basis.facet) return choose(interview, facet, choice, moment);
  const question = questionAt(interview);
  const given = answerAt(interview);
  let { response } = interview;
  for (const each of question.facets) {
    if (each === facet || given[each] === null) response = withChoice(response, question.id, each, choice, moment);
  }
  return told({ ...changed(interview, question.id, response), active: question.facets.length, isWarned: false });
}

function confirmed(interview, moment) {
  const question = questionAt(interview);
  const before = interview.sitting.earlier.get(question.id).answer;
  let { response } = interview;
  for (const [facet, choice] of toConfirm(interview)) {
    response = withChoice(response, question.id, facet, choice, moment);
  }
  const given = { ...changed(interview, question.id, response), isWarned: false };
  const waits = firstOpenFacet(question, response);
  const isSameNeed = answerOf(response, question.id)[DATA.basis.of] === before[DATA.basis.of];
  // Who gave no basis then is not asked for it again.
  if (waits === undefined || (waits === DATA.basis.facet && isSameNeed)) return leaveQuestion(given, moment);
  return { ...given, active: facetsToAsk(question, response).indexOf(waits) };
}

function same(interview, moment) {
  const above = sameAsAbove(interview);
  return above === null ? interview : choose(interview, DATA.owned.facet, above, moment);
}

function clear(interview, moment) {
  const question = questionAt(interview);
  const response = withChoice(interview.response, question.id, facetAt(interview), null, moment);
  const last = facetsToAsk(question, response).length - 1;
  return told({ ...changed(interview, question.id, response), active: Math.min(interview.active, last) });
}

function flag(interview, moment) {
  const { id } = questionAt(interview);
  return changed(interview, id, withFlag(interview.response, id, !answerAt(interview).flag, moment));
}

// However often a note is kept while it is typed, it is one change, from what was there when it was `begun`.
function noted(interview, begun, text, moment) {
  const { id } = questionAt(interview);
  const written = changed(begun, id, withNote(begun.response, id, clean(text).trim(), moment));
  return { ...interview, response: written.response, sitting: written.sitting };
}

// Somebody at a question, and what each thing that they do leads to. These rules stand in maturity/rounds/interview.py,
// answering.py, sitting.py and earlier.py as well and must stay the same, name by name; see form_response.js.

function facetsToAsk(question, response) {
  return wantsBasis(answerOf(response, question.id)) ? [...question.facets, DATA.basis.facet] : question.facets;
}

function firstOpenFacet(question, response) {
  const answer = answerOf(response, question.id);
  return facetsToAsk(question, response).find((facet) => answer[facet] === null);
}

function isOpen(question, response) {
  const answer = answerOf(response, question.id);
  return question.facets.some((facet) => answer[facet] === null);
}

function startingPlace(questions, response) {
  const place = questions.findIndex((question) => question.id === response.who.at);
  const open = questions.findIndex((question) => isOpen(question, response));
  return Math.max(0, place >= 0 ? place : open);
}

function progress(response) {
  const questions = questionsFor(response);
  return DATA.sections
    .map((section) => {
      const mine = questions.filter((question) => question.section === section.id);
      return { section, asked: mine.length, answered: mine.filter((question) => !isOpen(question, response)).length };
    })
    .filter((item) => item.asked > 0);
}

// A sitting remembers the rules that were read, and every answer as it was before.
const START = Object.freeze({ rulesRead: new Set(), changes: [], earlier: new Map(), incomparable: new Map() });

function beginInterview(response, moment, turn = {}) {
  const questions = questionsFor(response);
  const from = turn.at === undefined ? -1 : questions.findIndex((question) => question.id === turn.at);
  const place = from >= 0 ? from : startingPlace(questions, response);
  const isFromReview = turn.at !== undefined;
  const standing = {
    response, questions, place, active: 0, isWarned: false, isFromReview,
    onlyOpen: isFromReview && questions.length > 0 && isOpen(questions[place], response),
    isAtReview: false, sitting: turn.sitting ?? START, isTold: false,
  };
  return jump(standing, place, moment);
}

function questionAt(interview) {
  return interview.questions[interview.place];
}

function facetsOf(interview) {
  return facetsToAsk(questionAt(interview), interview.response);
}

function facetAt(interview) {
  const facets = facetsOf(interview);
  return facets[Math.min(interview.active, facets.length - 1)];
}

function isAsking(interview) {
  return interview.active < facetsOf(interview).length;
}

function answerAt(interview) {
  return answerOf(interview.response, questionAt(interview).id);
}

function ruleToRead(interview) {
  const { section } = questionAt(interview);
  const { rulesRead, earlier } = interview.sitting;
  if (rulesRead.has(section)) return null;
  const mine = interview.questions.filter((question) => question.section === section);
  const isBegun = mine.some(({ id }) => hasChoice(answerOf(interview.response, id)) || earlier.has(id));
  return isBegun ? null : SECTIONS.get(section);
}

function isHalfAnswered(interview) {
  const answer = answerAt(interview);
  const open = questionAt(interview).facets.filter((facet) => answer[facet] === null).length;
  return open > 0 && open < questionAt(interview).facets.length;
}

// After answering, never before. What was told once at a question stays in sight while it is answered: going through
// the columns by Tab would hide it and show it again.
function tellsFacts(interview) {
  return !isOpen(questionAt(interview), interview.response) && (interview.isTold || !isAsking(interview));
}

function told(interview) {
  return { ...interview, isTold: tellsFacts(interview) };
}

function toConfirm(interview) {
  const before = interview.sitting.earlier.get(questionAt(interview).id)?.answer;
  if (!before) return [];
  const { facet, of } = DATA.basis;
  const answer = answerAt(interview);
  const found = questionAt(interview).facets
    .filter((each) => answer[each] === null && before[each] !== null)
    .map((each) => [each, before[each]]);
  const then = { ...answer, ...Object.fromEntries(found) };
  const waits = isAsking(interview) ? facetAt(interview) : null;
  const comesAlong = then[of] === before[of] || (found.length === 0 && waits === facet);
  if (before[facet] !== null && answer[facet] === null && wantsBasis(then) && comesAlong) {
    found.push([facet, before[facet]]);
  }
  return found;
}

function sameAsAbove(interview) {
  const { kind, facet } = DATA.owned;
  const above = interview.questions[interview.place - 1];
  if (!above || above.kind !== kind || questionAt(interview).kind !== kind) return null;
  return answerOf(interview.response, above.id)[facet];
}

function following(interview) {
  const { questions, place, response } = interview;
  if (interview.onlyOpen) {
    const next = questions.findIndex((question, each) => each > place && isOpen(question, response));
    return next >= 0 ? next : null;
  }
  return interview.isFromReview || place + 1 >= questions.length ? null : place + 1;
}

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
    ...interview, response, place, active: open ? facets.indexOf(open) : facets.length, isWarned: false, isTold: false,
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
  const found = [...places.slice(place + 1), ...places.slice(0, place + 1)]
    .find((each) => isOpen(questions[each], response));
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

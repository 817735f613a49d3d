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
    response,
    questions,
    place,
    active: 0,
    isWarned: false,
    isFromReview,
    onlyOpen: isFromReview && questions.length > 0 && isOpen(questions[place], response),
    isAtReview: false,
    sitting: turn.sitting ?? START,
    isTold: false,
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
  const found = questionAt(interview)
    .facets.filter((each) => answer[each] === null && before[each] !== null)
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
    const open = questions.findIndex((question, each) => each > place && isOpen(question, response));
    return open >= 0 ? open : null;
  }
  return interview.isFromReview || place + 1 >= questions.length ? null : place + 1;
}

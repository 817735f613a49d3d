// What of a file fits this page. These rules stand in questionnaires/admission.py and maturity/rounds/resuming.py as
// well and must stay the same; see form_response.js.

function hasSameMeaning(response, scale) {
  const { fingerprint, scales } = response.questionnaire;
  return fingerprint === DATA.fingerprint || new Map(scales).get(scale) === MEANINGS.get(scale);
}

// The id of today; none of a question that there is no longer, or of the second of two that are one now.
function idsToday(response) {
  if (response.questionnaire.fingerprint === DATA.fingerprint)
    return new Map([...response.answers.keys()].map((id) => [id, id]));
  const found = new Map();
  const takenIds = new Set([...response.answers.keys()].filter((id) => !RENAMED.has(id)));
  for (const id of [...response.answers.keys()].sort()) {
    const today = RENAMED.get(id) ?? id;
    const isMerged = id !== today && takenIds.has(today);
    takenIds.add(today);
    if (KNOWN.has(today) && !isMerged) found.set(id, today);
  }
  return found;
}

function refuseMisfits(response) {
  const { questionnaire, who, answers } = response;
  const isSameVersion = questionnaire.fingerprint === DATA.fingerprint;
  if (questionnaire.id !== DATA.id) {
    throw new Refused(`answers another questionnaire, ${questionnaire.id}; this page asks ${DATA.id}.`);
  }
  if (!TEAMS.has(who.team))
    throw new Refused(`respondent.team is ${who.team}; the teams are ${[...TEAMS.keys()].join(", ")}.`);
  const lost = isSameVersion && (who.only ?? []).find((id) => !KNOWN.has(RENAMED.get(id) ?? id));
  if (lost) throw new Refused(`respondent.only names ${lost}, which is no question of this questionnaire.`);
  for (const [id, answer] of answers) {
    const known = KNOWN.get(RENAMED.get(id) ?? id);
    if (!known && isSameVersion) throw new Refused(`answers.${id} is no question of this questionnaire.`);
    if (known && hasSameMeaning(response, known.scale)) refuseIllFitting(response, id, known, answer);
  }
}

function refuseIllFitting(response, id, known, answer) {
  const { facet: basis, kind, scale: basisScale } = DATA.basis;
  const facets = KINDS.get(known.kind);
  const allowed = known.kind === kind ? [...facets, basis] : facets;
  for (const facet of DATA.answer.filter((each) => answer[each] !== null)) {
    if (!allowed.includes(facet))
      throw new Refused(`answers.${id}.${facet} does not belong to this question; it has ${allowed.join(", ")}.`);
    if (facet === basis && !hasSameMeaning(response, basisScale)) continue;
    const scale = scaleOf(known, facet);
    if (!RESERVED.has(answer[facet]) && !optionOf(scale, answer[facet])) {
      throw new Refused(`answers.${id}.${facet} is ${answer[facet]}, which is not on the scale.`);
    }
  }
}

function isComparable(response, today) {
  return hasSameMeaning(response, KNOWN.get(today).scale);
}

// To go on with answers, as ones to this version; only where all of them mean today what they meant.
function continued(response) {
  const today = idsToday(response);
  const hasBasis = !hasSameMeaning(response, DATA.basis.scale);
  const outside = [...response.answers].filter(([id, answer]) => {
    return !today.has(id) || !isComparable(response, today.get(id)) || (hasBasis && answer[DATA.basis.facet] !== null);
  });
  if (outside.length > 0) {
    const named = outside
      .slice(0, 5)
      .map(([id]) => id)
      .join(", ");
    const more = outside.length > 5 ? " and more" : "";
    throw new Refused(
      `answers version ${response.questionnaire.version}, and ${named}${more} changed since; begin anew instead.`,
    );
  }
  if (response.questionnaire.fingerprint === DATA.fingerprint) return response;
  const { who } = response;
  const only = who.only && who.only.map((id) => RENAMED.get(id) ?? id).filter((id) => KNOWN.has(id));
  return {
    questionnaire: { id: DATA.id, version: DATA.version, fingerprint: DATA.fingerprint, scales: DATA.meanings },
    who: { ...who, only, at: who.at && (RENAMED.get(who.at) ?? who.at) },
    answers: new Map([...response.answers].map(([id, answer]) => [today.get(id), answer])),
  };
}

// What the same person answered in an earlier round and what still means the same, to be confirmed.
function earlierIn(response) {
  const hasBasis = hasSameMeaning(response, DATA.basis.scale);
  const { round } = response.who;
  const [earlier, incomparable] = [new Map(), new Map()];
  for (const [id, today] of idsToday(response)) {
    const answer = response.answers.get(id);
    const meant = hasBasis ? answer : { ...answer, [DATA.basis.facet]: null };
    if (!isComparable(response, today)) incomparable.set(today, round);
    else if (hasChoice(answer)) earlier.set(today, { round, answer: meant });
  }
  return { earlier, incomparable };
}

// A file that somebody opened: answers to go on with, or those of an earlier round of the same person.
function opened(bytes) {
  const response = parsed(textOf(bytes));
  refuseMisfits(response);
  const { who } = response;
  if (DATA.team !== null && who.team !== DATA.team) {
    throw new Refused(`holds answers of ${TEAMS.get(who.team).label}; this page is for ${TEAMS.get(DATA.team).label}.`);
  }
  if (who.round > DATA.round)
    throw new Refused(`is of round ${who.round}, and this page asks round ${DATA.round}; ask for another page.`);
  if (who.round < DATA.round) return { earlier: response };
  if (DEPTHS.indexOf(who.depth) > DEPTHS.indexOf(DATA.depth)) {
    throw new Refused(
      `was begun with ${DEPTH_WORDS.get(who.depth)}, and this page has fewer; ask for a page of depth ${who.depth}.`,
    );
  }
  return { response: continued(response) };
}

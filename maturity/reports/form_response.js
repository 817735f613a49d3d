// The response as a value. These rules stand in questionnaires/response.py and admission.py as well and must stay the
// same: what a choice empties (`withChoice`), when a file counts as finished (`completed`), what a changed clock does
// (`stamped`), where one is (`at`). Random walks hold both against each other, see tests/browser.

const DATA = JSON.parse(document.getElementById("data").textContent);
const KINDS = new Map(DATA.kinds);
const KNOWN = new Map(DATA.known.map(([id, kind, scale]) => [id, { kind, scale }]));
const RENAMED = new Map(DATA.renamed);
const SCALES = new Map(DATA.scales.map((scale) => [scale.id, scale]));
const MEANINGS = new Map(DATA.meanings);
const SECTIONS = new Map(DATA.sections.map((section) => [section.id, section]));
const TEAMS = new Map(DATA.teams.map((team) => [team.id, team]));
const FACETS = new Map(DATA.facets.map((facet) => [facet.id, facet]));
const QUESTIONS = new Map(DATA.questions.map((question) => [question.id, withKind(question)]));
const DEPTHS = DATA.depths.map(([depth]) => depth);
const DEPTH_WORDS = new Map(DATA.depths);
const RESERVED = new Map(DATA.reserved.map((one) => [one.choice, one]));
const SIGNS = DATA.signs;
const STEERING = new RegExp(DATA.steering, "gu");

function withKind(question) {
  const { kind, scale } = KNOWN.get(question.id);
  return { ...question, kind, scale, facets: KINDS.get(kind) };
}

const EMPTY = Object.freeze({
  ...Object.fromEntries(DATA.answer.map((facet) => [facet, null])),
  note: "",
  flag: false,
});

function isSame(one, other) {
  return Object.keys(EMPTY).every((key) => one[key] === other[key]);
}

function answerOf(response, id) {
  return response.answers.get(id) ?? EMPTY;
}

function wantsBasis(answer) {
  const need = answer[DATA.basis.of];
  return typeof need === "number" && need >= DATA.basis.from;
}

function hasChoice(answer) {
  return DATA.answer.some((facet) => answer[facet] !== null);
}

function scaleOf(question, facet) {
  return SCALES.get(facet === DATA.basis.facet ? DATA.basis.scale : question.scale);
}

function optionOf(scale, choice) {
  return scale.options.find((option) => option.choice === choice);
}

function inWords(question, facet, choice) {
  if (choice === null) return "not answered";
  return RESERVED.get(choice)?.words ?? optionOf(scaleOf(question, facet), choice)?.words ?? "not on this scale";
}

// What was chosen in each column, as the app says it.
function answerWords(question, answer, isOpenSaid) {
  const said = question.facets
    .filter((facet) => isOpenSaid || answer[facet] !== null)
    .map((facet) => [facet, inWords(question, facet, answer[facet])]);
  const alike = new Set(said.map(([, words]) => words)).size === 1 && said.length === question.facets.length;
  const words = alike
    ? said[0][1]
    : said.map(([facet, text]) => `${FACETS.get(facet).column || FACETS.get(facet).words}: ${text}`).join("; ");
  return words.replace(/\.+$/u, "");
}

// Moments are texts as the file holds them, in UTC to the second: they compare like what they mean.

function now() {
  const text = new Date().toISOString();
  const moment = `${text.slice(0, 10)} ${text.slice(11, 19)}+00:00`;
  return later(moment, `${DATA.first_year}-01-01 00:00:00+00:00`);
}

function later(one, other) {
  return one > other ? one : other;
}

function stamped(response, changes, moment) {
  const who = { ...response.who, ...changes, updated: later(moment, response.who.started) };
  return { ...response, who };
}

function withAnswer(response, id, answer, moment) {
  const answers = new Map(response.answers);
  answers.set(id, answer);
  if (isSame(answer, EMPTY)) answers.delete(id);
  return stamped({ ...response, answers }, { completed: null }, moment);
}

function withChoice(response, id, facet, choice, moment) {
  const answer = { ...answerOf(response, id), [facet]: choice };
  if (!wantsBasis(answer)) answer[DATA.basis.facet] = null;
  return withAnswer(response, id, answer, moment);
}

function withNote(response, id, note, moment) {
  return withAnswer(response, id, { ...answerOf(response, id), note: cut(note, DATA.longest_note) }, moment);
}

function withFlag(response, id, isFlagged, moment) {
  return withAnswer(response, id, { ...answerOf(response, id), flag: isFlagged }, moment);
}

function at(response, id, moment) {
  return stamped(response, { at: id }, moment);
}

function completed(response, moment) {
  return stamped(response, { completed: later(moment, response.who.started) }, moment);
}

function deepened(response, depth, moment) {
  return stamped(response, { depth, at: null, completed: null }, moment);
}

function newResponse(team, name, moment, id = newId()) {
  const who = {
    id,
    team,
    name,
    round: DATA.round,
    depth: DATA.depth,
    only: null,
    started: moment,
    updated: moment,
    completed: null,
    at: null,
  };
  const questionnaire = { id: DATA.id, version: DATA.version, fingerprint: DATA.fingerprint, scales: DATA.meanings };
  return { questionnaire, who, answers: new Map() };
}

function newId() {
  const letters = DATA.id_letters;
  let id = "";
  while (id.length < 8) {
    const drawn = crypto.getRandomValues(new Uint8Array(1))[0];
    // Numbers beyond a multiple of the letters would make the first of them likelier.
    if (drawn < 256 - (256 % letters.length)) id += letters[drawn % letters.length];
  }
  return id;
}

// Texts that people type

function clean(text) {
  return text.replaceAll("\r\n", "\n").replace(STEERING, "\ufffd");
}

function onOneLine(text) {
  return clean(text).replace(/[\n\t]/gu, " ");
}

// Characters as the program counts them: by code points, never through the middle of one.
function lengthOf(text) {
  return [...text].length;
}

function cut(text, most) {
  return text.length <= most ? text : [...text].slice(0, most).join("");
}

function questionsFor(response) {
  const ids = TEAMS.get(response.who.team).asked;
  const only = response.who.only && new Set(response.who.only.map((id) => RENAMED.get(id) ?? id));
  return ids.filter((id) => !only || only.has(id)).map((id) => QUESTIONS.get(id));
}

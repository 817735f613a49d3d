// A file of answers read back: exactly the form in which the program and this page write it, and nothing else. What is
// refused is refused in one sentence that says what and where.

class Refused extends Error {}

const TEXT = /^"(?:[^"\\\u0000-\u0008\u000a-\u001f\u007f]|\\(?:["\\bfnr]|u00[01][0-9a-f]|u007f))*"$/u;
const MOMENT = /^(?:20\d\d|2100)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+00:00$/u;
const IDENTIFIER = /^[a-z0-9_]{1,60}$/u;
const QUESTION_ID = /^[a-z0-9_]{1,60}\.[a-z0-9_]{1,60}$/u;
const HASH = /^[a-z0-9]{1,64}$/u;
const OTHERWISE =
  "is not written as the program writes it: the file was changed or cut off; send it to whoever sent you the page";

function textOf(bytes) {
  if (bytes.length === 0) throw new Refused("is empty.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
  } catch (error) {
    if (error instanceof TypeError) throw new Refused("is not text in UTF-8, as files of answers are.");
    throw error;
  }
}

// The tables of the file by their names, each with its keys and values.
function tablesOf(lines) {
  const tables = new Map([["", new Map()]]);
  let name = "";
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    const header = /^\[(.+)\]$/u.exec(line);
    const pair = /^([A-Za-z0-9_-]+) = (.+)$/u.exec(line);
    if (header && !tables.has(header[1])) {
      [, name] = header;
      tables.set(name, new Map());
    } else if (pair && !tables.get(name).has(pair[1])) {
      const end = pair[2] === "[" ? lines.indexOf("]", place) : place;
      if (end < 0) throw new Refused(`line ${place + 1} ${OTHERWISE}.`);
      tables.get(name).set(pair[1], valueOf(pair[2], lines.slice(place + 1, end), place));
      place = end;
    } else if (line !== "") {
      throw new Refused(`line ${place + 1} ${OTHERWISE}.`);
    }
  }
  return tables;
}

function unquoted(written) {
  return JSON.parse(written.replaceAll("\t", "\\t")); // TOML lets a tab stand, JSON does not
}

function valueOf(written, inner, place) {
  if (TEXT.test(written)) return unquoted(written);
  if (/^(?:0|[1-9]\d{0,8})$/u.test(written)) return Number(written);
  if (written === "true") return true;
  if (MOMENT.test(written)) return { moment: written };
  if (written === "[]") return [];
  if (written === "[") {
    return inner.map((line, each) => {
      const item = line.replace(/^ {4}/u, "").replace(/,$/u, "");
      if (!TEXT.test(item)) throw new Refused(`line ${place + each + 2} ${OTHERWISE}.`);
      return unquoted(item);
    });
  }
  throw new Refused(`line ${place + 1} ${OTHERWISE}.`);
}

function parsed(text) {
  const lines = text.split("\n");
  if (lines[0] !== `kind = ${quoted(DATA.kind)}`) {
    throw new Refused(`is no file of answers: its first line is not kind = ${quoted(DATA.kind)}.`);
  }
  const tables = tablesOf(lines);
  const response = {
    questionnaire: questionnaireIn(tables),
    who: respondentIn(tables.get("respondent") ?? new Map()),
    answers: answersIn(tables),
  };
  if (tables.get("respondent").get("answered") > response.answers.size) {
    throw new Refused("was cut off: fewer answers follow than it says. Ask for it again.");
  }
  const again = toText(response).split("\n");
  const places = [...Array(Math.max(lines.length, again.length)).keys()];
  const other = places.find((place) => lines[place] !== again[place]);
  if (other !== undefined) throw new Refused(`line ${other + 1} ${OTHERWISE}.`);
  return response;
}

function taken(table, where, key, test, expected) {
  const value = table.get(key);
  if (!test(value)) throw new Refused(`${where}${key} is not what it should be; ${expected} was expected.`);
  return value;
}

const isText = (pattern) => (value) => typeof value === "string" && pattern.test(value);
const isMoment = (value) => typeof value?.moment === "string" && isDay(value.moment);
const orNothing = (test) => (value) => value === undefined || test(value);

function isDay(moment) {
  const day = new Date(`${moment.slice(0, 10)}T00:00:00Z`);
  const year = Number(moment.slice(0, 4));
  const isReal = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(moment.slice(0, 10));
  return isReal && year >= DATA.first_year && year <= DATA.last_year;
}

function questionnaireIn(tables) {
  const table = tables.get("questionnaire") ?? new Map();
  const scales = [...(tables.get("questionnaire.scales") ?? new Map())];
  if (!scales.every(([scale, meaning]) => IDENTIFIER.test(scale) && isText(HASH)(meaning))) {
    throw new Refused("questionnaire.scales is not what it should be; a short hash for each scale was expected.");
  }
  return {
    id: taken(table, "questionnaire.", "id", isText(/^[a-z0-9-]{1,60}$/u), "the name of a questionnaire"),
    version: taken(table, "questionnaire.", "version", isText(/^[A-Za-z0-9._-]{1,40}$/u), "a label"),
    fingerprint: taken(table, "questionnaire.", "fingerprint", isText(HASH), "a hash"),
    scales,
  };
}

function respondentIn(table) {
  if (table.has("voted")) throw new Refused("is a vote of the room, nobody's own answers.");
  const read = (key, test, expected) => taken(table, "respondent.", key, test, expected);
  const isName = (value) =>
    typeof value === "string" && value === onOneLine(value) && lengthOf(value) <= DATA.longest_name;
  const isRound = (value) => Number.isInteger(value) && value >= 1 && value <= 999;
  const isOnly = (value) =>
    Array.isArray(value) && value.length <= DATA.most_answers && value.every((id) => QUESTION_ID.test(id));
  const who = {
    id: read("id", isText(/^[a-z0-9]{4,32}$/u), "4 to 32 small letters and digits"),
    team: read("team", isText(IDENTIFIER), "the id of a team"),
    name: read("name", isName, `a name of at most ${DATA.longest_name} characters on one line`),
    round: read("round", isRound, "a round from 1 to 999"),
    depth: read("depth", (value) => DEPTHS.includes(value), `one of ${DEPTHS.join(", ")}`),
    only: read("only", orNothing(isOnly), "a list of ids of questions") ?? null,
    started: read("started", isMoment, "a moment in UTC").moment,
    updated: read("updated", isMoment, "a moment in UTC").moment,
    completed: read("completed", orNothing(isMoment), "a moment in UTC")?.moment ?? null,
    at: read("at", orNothing(isText(QUESTION_ID)), "the id of a question") ?? null,
  };
  read("answered", (value) => Number.isInteger(value) && value <= DATA.most_answers, "the number of answers");
  if (who.updated < who.started || (who.completed !== null && who.completed < who.started)) {
    throw new Refused("respondent.started is later than what follows it.");
  }
  return who;
}

function answersIn(tables) {
  const answers = new Map();
  for (const [name, table] of tables) {
    const found = /^answers\."([^"\\]+)"$/u.exec(name);
    if (found && QUESTION_ID.test(found[1])) answers.set(found[1], answerOfTable(table, name));
  }
  return answers;
}

function answerOfTable(table, name) {
  const answer = { ...EMPTY };
  for (const [key, value] of table) {
    const isChoice = DATA.answer.includes(key) && (typeof value === "number" || isText(IDENTIFIER)(value));
    const isNote =
      key === "note" && typeof value === "string" && value === clean(value) && lengthOf(value) <= DATA.longest_note;
    const isFlag = key === "flag" && value === true;
    if (!isChoice && !isNote && !isFlag) throw new Refused(`${name}.${key} is not what an answer may hold.`);
    answer[key] = value;
  }
  return answer;
}

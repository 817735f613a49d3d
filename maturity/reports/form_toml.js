// The file as the program writes it, byte by byte: maturity/files/workspace.py, with the escapes and the layout of
// tomli_w.

const ESCAPES = new Map([
  ["\b", "\\b"],
  ["\n", "\\n"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);

function quoted(text) {
  const safe = text.replace(/["\\\u0000-\u0008\u000a-\u001f\u007f]/gu, (sign) => {
    return ESCAPES.get(sign) ?? `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`;
  });
  // No file of text holds half of a character.
  return `"${safe.replace(/[\ud800-\udfff]/gu, "\ufffd")}"`;
}

function keyOf(text) {
  return /^[A-Za-z0-9_-]+$/u.test(text) ? text : quoted(text);
}

function listOf(texts) {
  return texts.length === 0 ? "[]" : `[\n${texts.map((text) => `    ${quoted(text)},\n`).join("")}]`;
}

function toText(response) {
  const { questionnaire, who, answers } = response;
  const lines = [
    `kind = ${quoted(DATA.kind)}`,
    `schema = ${DATA.schema}`,
    "",
    "[questionnaire]",
    `id = ${quoted(questionnaire.id)}`,
    `version = ${quoted(questionnaire.version)}`,
    `fingerprint = ${quoted(questionnaire.fingerprint)}`,
    "",
    "[questionnaire.scales]",
    ...questionnaire.scales.map(([scale, meaning]) => `${keyOf(scale)} = ${quoted(meaning)}`),
    "",
    "[respondent]",
    ...respondentLines(who, answers.size),
    "",
    ...(answers.size === 0 ? ["[answers]", ""] : []),
    ...[...answers].flatMap(([id, answer]) => [`[answers.${keyOf(id)}]`, ...answerLines(answer), ""]),
  ];
  return lines.join("\n");
}

function respondentLines(who, answered) {
  return [
    `id = ${quoted(who.id)}`,
    `team = ${quoted(who.team)}`,
    `name = ${quoted(who.name)}`,
    `round = ${who.round}`,
    `depth = ${quoted(who.depth)}`,
    ...(who.only === null ? [] : [`only = ${listOf(who.only)}`]),
    `started = ${who.started}`,
    `updated = ${who.updated}`,
    ...(who.completed === null ? [] : [`completed = ${who.completed}`]),
    ...(who.at === null ? [] : [`at = ${quoted(who.at)}`]),
    `answered = ${answered}`,
  ];
}

function answerLines(answer) {
  return [
    ...DATA.answer
      .filter((facet) => answer[facet] !== null)
      .map((facet) => `${facet} = ${typeof answer[facet] === "number" ? answer[facet] : quoted(answer[facet])}`),
    ...(answer.note ? [`note = ${quoted(answer.note)}`] : []),
    ...(answer.flag ? ["flag = true"] : []),
  ];
}

// A copy so far has a name of its own, so that nobody sends it for the answers.
function fileName(who) {
  const copy = who.completed === null ? "--so-far" : "";
  return `${who.team}--${who.id}--r${who.round}${copy}.toml`;
}

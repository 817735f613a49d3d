// What is kept in this browser, under a key with the questionnaire's fingerprint, the round, the team and the person.
// Every answer is kept before the next thing is shown. "Kept" is said only where it was read back.

const ALL = "maturity-form/";
const PREFIX = `${ALL}${DATA.fingerprint}/${DATA.round}/`;

function keyFor(who) {
  return `${PREFIX}${who.team}/${who.id}`;
}

// Whether this browser keeps anything for a page like this one; some do so for no file, or in no private window.
function canKeep() {
  const key = `${PREFIX}?`;
  try {
    localStorage.setItem(key, "?");
    const isKept = localStorage.getItem(key) === "?"; // some take everything and keep nothing
    localStorage.removeItem(key);
    return isKept;
  } catch {
    return false;
  }
}

// Whether it is kept now.
function keep({ response, handed, earlierText }) {
  const value = JSON.stringify({ version: 1, file: toText(response), handed, earlier: earlierText });
  try {
    localStorage.setItem(keyFor(response.who), value);
    return localStorage.getItem(keyFor(response.who)) === value;
  } catch {
    return false; // refused, or full
  }
}

function forget(who) {
  try {
    localStorage.removeItem(keyFor(who));
  } catch {
    // What cannot be reached is not kept either.
  }
}

// Everything kept here that this page can go on with, the latest first.
function keptHere() {
  return storedUnder(PREFIX)
    .filter(({ key, found }) => found.response && keyFor(found.response.who) === key)
    .map(({ found, handed, earlier }) => ({ response: found.response, handed, earlierText: earlier }))
    .sort((one, other) => (one.response.who.updated < other.response.who.updated ? 1 : -1));
}

function keptOf(who) {
  return keptHere().find((found) => keyFor(found.response.who) === keyFor(who));
}

// Of everybody who has answers of an earlier round here and none of this one, the file of the latest round: they keep
// their id.
function keptFromBefore() {
  const latest = new Map();
  for (const { found, text } of storedUnder(ALL).filter(({ found: { earlier } }) => earlier)) {
    const { who } = found.earlier;
    const other = latest.get(`${who.team}/${who.id}`);
    if (!keptOf({ ...who, round: DATA.round }) && !(other && other.who.round > who.round)) {
      latest.set(`${who.team}/${who.id}`, { who, text });
    }
  }
  return [...latest.values()];
}

// What lies under such keys and is ours; anything else is left alone.
function storedUnder(prefix) {
  const values = valuesUnder(prefix).map(([key, value]) => stored(key, value));
  return values.filter((one) => one !== null);
}

function valuesUnder(prefix) {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.map((key) => [key, localStorage.getItem(key)]);
  } catch {
    return []; // where nothing may be kept, nothing is found
  }
}

function stored(key, value) {
  try {
    const { version, file: text, handed, earlier } = JSON.parse(value);
    if (version !== 1 || [text, handed, earlier].some((one) => typeof one !== "string")) return null;
    if (earlier) parsed(earlier);
    return { key, found: opened(new TextEncoder().encode(text)), text, handed, earlier };
  } catch (error) {
    if (error instanceof Refused || error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

// What a file says, wherever one has come to in it: whoever only looks around has nothing new to save.
function markOf({ who, questionnaire, answers }) {
  return toText({ who: { ...who, at: null, updated: who.started }, questionnaire, answers });
}

// Hands the file to the browser; no page can tell where it has gone.
function handOver(response) {
  const text = toText(response);
  const address = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
  const link = el("a", { href: address, download: fileName(response.who), hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return text;
}

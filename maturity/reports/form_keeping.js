// What is kept in this browser, under a key with the questionnaire's fingerprint, the round, the team and the person.
// Every answer is kept before the next thing is shown. "Kept" is said only where it was read back.

const PREFIX = `maturity-form/${DATA.fingerprint}/${DATA.round}/`;

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

// Everything kept here that this page can go on with, the latest first; anything else under such a key is left alone.
function keptHere() {
  const found = [];
  try {
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
      const session = sessionIn(localStorage.getItem(key));
      if (session && keyFor(session.response.who) === key) found.push(session);
    }
  } catch {
    return [];
  }
  return found.sort((one, other) => (one.response.who.updated < other.response.who.updated ? 1 : -1));
}

function keptOf(who) {
  return keptHere().find((found) => keyFor(found.response.who) === keyFor(who));
}

function sessionIn(value) {
  try {
    const { version, file, handed, earlier } = JSON.parse(value);
    const found = opened(new TextEncoder().encode(file));
    if (version !== 1 || !found.response) return null;
    if (earlier) parsed(String(earlier));
    return { response: found.response, handed: String(handed), earlierText: earlier ? String(earlier) : "" };
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

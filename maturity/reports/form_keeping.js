// What is kept in this browser, under a key with the questionnaire's fingerprint, the round, the team and the person.
// Every answer is kept before the next thing is shown. "Kept" is said only when it was read back.

const PREFIX = `maturity-form/${DATA.fingerprint}/${DATA.round}/`;

function keyFor(who) {
  return `${PREFIX}${who.team}/${who.id}`;
}

// Whether it is kept now.
function keep(session) {
  const value = JSON.stringify({ version: 1, file: toText(session.response), handed: session.handed, earlier: session.earlierText });
  try {
    localStorage.setItem(keyFor(session.response.who), value);
    return localStorage.getItem(keyFor(session.response.who)) === value;
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

// Everything kept here that this page can go on with; what something else left under such a key is left alone.
function keptHere() {
  const found = [];
  try {
    for (let place = 0; place < localStorage.length; place += 1) {
      const key = localStorage.key(place);
      const session = key.startsWith(PREFIX) ? sessionIn(localStorage.getItem(key)) : null;
      if (session && keyFor(session.response.who) === key) found.push(session);
    }
  } catch {
    return [];
  }
  return found.sort((one, other) => (one.response.who.updated < other.response.who.updated ? 1 : -1));
}

function sessionIn(value) {
  try {
    const { version, file, handed, earlier } = JSON.parse(value);
    if (version !== 1) return null;
    const encoder = new TextEncoder();
    const { response } = opened(encoder.encode(file));
    const before = earlier ? parsed(earlier) : null;
    return response ? { response, handed: String(handed), earlierText: earlier || "", earlier: before ? earlierIn(before) : new Map() } : null;
  } catch (error) {
    if (error instanceof Refused || error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

// Hands the file to the browser; nobody can tell a page where it has gone.
function handOver(session) {
  const text = toText(session.response);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
  link.download = fileName(session.response.who);
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return text;
}

// What is taken in besides choices: notes as they are typed, who begins, and files.

function takeNote(event) {
  const field = event.target;
  begun ??= interview;
  const tooMany = Math.max(0, lengthOf(field.value) - DATA.longest_note);
  if (tooMany > 0) leaveOut(field, tooMany);
  take(noted(interview, begun, field.value, now()));
  byId("undo").hidden = interview.sitting.changes.length === 0;
  byId("note-count").textContent = noteCount(field.value, tooMany);
  if (tooMany > 0) say(byId("note-count").textContent);
}

// What was put in last ends at the cursor: of that goes what does not fit, and nothing that stood there before.
function leaveOut(field, count) {
  const before = [...field.value.slice(0, field.selectionEnd)];
  const kept = before.slice(0, Math.max(0, before.length - count)).join("");
  field.value = cut(kept + field.value.slice(field.selectionEnd), DATA.longest_note);
  field.setSelectionRange(kept.length, kept.length);
}

function endNote() {
  if (begun !== null && begun.response !== interview.response) say(isKept ? "Note kept." : "Note not kept.");
  begun = null;
}

// Beginning, going on, reading a file

function begin() {
  const team = DATA.team ?? document.querySelector("input[name=team]:checked")?.value;
  if (!team) {
    byId("no-team").textContent = "Choose your team first.";
    document.querySelector("input[name=team]:not(:disabled)")?.focus();
    return;
  }
  if (keptHere().some(({ response }) => response.who.team === team) && !isAnewMeant(team)) return;
  takeUp(begunWith(newResponse(team, cut(onOneLine(byId("name").value).trim(), DATA.longest_name), now())));
}

// Whoever came back may have overlooked what is kept: a second set of the same team is begun only when it is meant.
function isAnewMeant(team) {
  if (byId("main").dataset.anew === team) return true;
  byId("main").dataset.anew = team;
  const { label } = TEAMS.get(team);
  byId("anew").textContent =
    `Answers for ${label} are kept in this browser: go on with them above. To begin anew, as another person of ` +
    `${label}, press Begin again.`;
  return false;
}

function begunWith(response, earlier = "") {
  return { response, handed: markOf(response), earlierText: earlier };
}

function takeUp(found) {
  complain("");
  ({ handed, earlierText } = found);
  isElsewhere = false;
  isKept = true;
  const before = earlierText ? parsed(earlierText) : null;
  const sitting = before ? { ...START, ...earlierIn(before) } : START;
  const response =
    found.response.who.depth === DATA.depth ? found.response : deepened(found.response, DATA.depth, now());
  take(beginInterview(response, now(), { sitting }));
  showHere();
}

async function openFile(file) {
  if (!file) return;
  try {
    if (file.size > DATA.largest_file)
      throw new Refused(`has ${file.size} bytes; at most ${DATA.largest_file} are read.`);
    takeFile(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    complain(
      error instanceof Refused
        ? `${onOneLine(file.name)}: ${error.message}`
        : `${onOneLine(file.name)} cannot be read.`,
    );
    if (byId("file")) byId("file").value = "";
    if (!(error instanceof Refused || error instanceof DOMException)) throw error;
  }
}

function holdsFile(event) {
  return event.dataTransfer.types.includes("Files");
}

function takeFile(bytes) {
  const { response, earlier } = opened(bytes);
  if (response) {
    const kept = keptOf(response.who);
    const found = { response, handed: markOf(response), earlierText: kept?.earlierText ?? "" };
    if (kept && markOf(kept.response) !== found.handed) showWhich(found, kept);
    else takeUp(kept ? { ...kept, handed: found.handed } : found);
    return;
  }
  takeUpAgain(earlier.who, textOf(bytes));
}

// The same person in this round, with the file of an earlier one.
function takeUpAgain({ id, team, name }, earlier) {
  const again = begunWith(newResponse(team, name, now(), id), earlier);
  const kept = keptOf(again.response.who);
  takeUp(kept ? { ...kept, earlierText: earlier } : again);
}

// The start: for whom one answers, what is kept in this browser, and a file to go on with.

function showStart() {
  interview = null;
  const kept = keptLines();
  const team = DATA.team === null ? null : TEAMS.get(DATA.team);
  show(
    "start",
    heading(team ? `Answers for ${team.label}` : "Before you begin"),
    el("div", { id: "kept-area" }, ...keptList(kept)),
    asked("p", {}, DATA.about),
    course(),
    canKeep()
      ? null
      : el(
          "p",
          { id: "keeps-nothing", class: "warns" },
          "This browser keeps nothing for this page: save the file before you close.",
        ),
    ...beginning(team, kept.length > 0),
    el("h3", {}, "Continue from a file"),
    el(
      "p",
      { id: "file-about" },
      "If you saved answers to a file before, choose that file, or drop it here, to go on with them. It stays on this ",
      "device.",
    ),
    labelFor("file", "File with answers"),
    el("input", {
      id: "file",
      type: "file",
      "aria-describedby": "file-about",
      onchange: (event) => openFile(event.target.files[0]),
    }),
  );
  showTop();
}

// What there is to do, from here to the end.
function course() {
  const by = DATA.until ? ` Please send it by ${DATA.until}.` : "";
  return el(
    "ol",
    { id: "course" },
    el("li", {}, canKeep() ? "Answer. You can stop at any time, and come back in this browser." : "Answer."),
    el("li", {}, "Save. Your browser is given one small file with your answers."),
    el("li", { id: "until" }, `Send that file to whoever sent you this page.${by}`),
  );
}

function sizeWords(team) {
  return `${counted(team.asked.length, "question", "questions")}, about ${team.minutes} minutes.`;
}

function beginning(team, isAnother) {
  return [
    ...(isAnother ? [el("h3", {}, team ? "Begin anew" : "Begin anew, as another person or for another team")] : []),
    ...(team ? [el("p", { id: "size" }, sizeWords(team))] : [teamChoice()]),
    labelFor("name", "Your name, if you like"),
    el("input", { id: "name", type: "text", autocomplete: "off", spellcheck: "false", "aria-describedby": "name-about" }),
    el("p", { id: "name-about", class: "quiet" }, `Whoever gets the file can read it; no comparison shows it.${shared()}`),
    el("p", { id: "anew", class: "warns", role: "alert" }),
    actions(mainButton("begin", "Begin", "Enter", begin)),
  ];
}

function shared() {
  return canKeep() ? " Others who use this browser can see it, and your answers, until you remove them here." : "";
}

function teamChoice() {
  const choices = DATA.teams.map((team, place) => {
    const id = `team-${team.id}`;
    const isAsked = team.asked.length > 0;
    const input = el("input", {
      type: "radio",
      name: "team",
      value: team.id,
      id,
      disabled: !isAsked,
      onchange: () => byId("no-team").replaceChildren(),
      "aria-describedby": `${id}-about`,
    });
    return el(
      "div",
      { class: "option" },
      el("label", { for: id }, input, keyHint(String(place + 1)), asked("span", {}, team.label)),
      el(
        "p",
        { id: `${id}-about`, class: "behaviour" },
        asked("span", {}, team.about),
        ` ${isAsked ? sizeWords(team) : "Nothing is asked of this team here."}`,
      ),
    );
  });
  return el(
    "fieldset",
    { id: "teams" },
    el("legend", {}, "Which team do you answer for?"),
    el("p", { id: "no-team", class: "warns", role: "alert" }),
    el("div", { class: "choices" }, ...choices),
  );
}

function keptLines() {
  return [...keptHere().map(keptLine), ...keptFromBefore().map(lineFromBefore)];
}

function keptList(kept) {
  if (kept.length === 0) return [];
  return [el("h3", {}, "Go on with answers kept in this browser"), el("ul", { id: "kept-here", class: "plain" }, kept)];
}

function keptLine(found) {
  const { who } = found.response;
  const questions = questionsFor(found.response);
  const done = questions.filter((question) => !isOpen(question, found.response)).length;
  const [name, when] = [nameOf(who), here(who.updated)];
  const words = who.completed === null ? `${done} of ${questions.length} answered` : "finished";
  return el(
    "li",
    { class: "actions" },
    el("span", {}, `${name}: ${words}, last on ${when}.`),
    button(null, "Go on", null, () => takeUp(keptOf(who) ?? found), {
      class: "main",
      "data-continue": who.id,
      "aria-label": `Go on as ${name}, last on ${when}`,
    }),
    button(null, "Remove from this browser", null, (event) => askToRemove(event.currentTarget, who), {
      "data-remove": who.id,
      "aria-label": `Remove from this browser: ${name}, last on ${when}`,
    }),
  );
}

function lineFromBefore({ who, text }) {
  const name = nameOf(who);
  return el(
    "li",
    { class: "actions" },
    el("span", {}, `${name}: round ${who.round}. Each answer of then can be confirmed or changed.`),
    button(null, `Answer round ${DATA.round}`, null, () => takeUpAgain(who, text), {
      class: "main",
      "data-again": who.id,
      "aria-label": `Answer round ${DATA.round} as ${name}`,
    }),
  );
}

// A moment as a clock on the wall here shows it.
function here(moment) {
  const shown = { dateStyle: "medium", timeStyle: "short" };
  return new Date(moment.replace(" ", "T")).toLocaleString("en-GB", shown);
}

function nameOf(who) {
  return [who.name, TEAMS.get(who.team).label].filter(Boolean).join(", ");
}

// Asked once more, since nobody can bring it back.
function askToRemove(removing, who) {
  const sure = button(
    null,
    "Yes, remove them",
    null,
    () => {
      forget(who);
      showStart();
      focusHeading();
      say("Removed from this browser.");
    },
    { "data-remove-now": who.id },
  );
  const keeping = button(null, "No, keep them", null, () => {
    showStart();
    document.querySelector(`[data-remove="${who.id}"]`).focus();
  });
  removing.replaceWith(el("span", {}, "Without a file they are lost. "), keeping, sure);
  sure.focus();
}

// Answers in a file, and others of the same person and round in this browser: only a person knows which count.
function showWhich(inFile, kept) {
  const line = (found) => {
    const { who, answers } = found.response;
    return `${counted(answers.size, "question", "questions")} with an answer, last on ${here(who.updated)}.`;
  };
  show(
    "start",
    heading("Which answers count?"),
    el(
      "p",
      {},
      "This browser keeps other answers of the same person than the file holds. Those that you do not choose stay in ",
      "the file, or are no longer kept here.",
    ),
    el("p", {}, `The file: ${line(inFile)}`),
    el("p", {}, `This browser: ${line(kept)}`),
    actions(
      button("take-file", "Go on with the file", null, () => takeUp(inFile)),
      button("take-kept", "Go on with this browser's", null, () => takeUp(kept)),
    ),
  );
  focusHeading();
}

// The start: for whom one answers, what is kept in this browser, and a file to go on with.

function showStart() {
  interview = null;
  const kept = [...keptHere().map(keptLine), ...keptFromBefore().map(lineFromBefore)];
  const team = DATA.team === null ? null : TEAMS.get(DATA.team);
  show(
    "start",
    heading(team ? `Answers for ${team.label}` : "Before you begin"),
    asked("p", {}, DATA.about),
    DATA.until ? el("p", { id: "until", class: "leads" }, `Please answer by ${DATA.until}.`) : null,
    canKeep()
      ? null
      : el(
          "p",
          { id: "keeps-nothing", class: "warns" },
          "This browser keeps nothing for this page: save the file before you close.",
        ),
    ...(kept.length > 0 ? keptList(kept) : []),
    ...beginning(team, kept.length > 0),
    el("h3", {}, "Continue from a file"),
    el(
      "p",
      { id: "file-about" },
      "If you have a file with answers from this page or from the program, choose it, or drop it here. ",
      "It stays on this device.",
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

function sizeWords(team) {
  return `${counted(team.asked.length, "question", "questions")}, about ${team.minutes} minutes.`;
}

function beginning(team, isAnother) {
  const time = team
    ? `${sizeWords(team)} You can stop at any time and come back.`
    : "You can stop at any time and come back.";
  return [
    ...(isAnother ? [el("h3", {}, "Begin as another person")] : []),
    el("p", { id: "size" }, time),
    ...(team ? [] : [teamChoice()]),
    labelFor("name", "Your name, if you like. It stays in your file, and reports never show it."),
    el("input", { id: "name", type: "text", autocomplete: "off", spellcheck: "false" }),
    actions(mainButton("begin", "Begin", "Enter", begin)),
  ];
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
  return el("fieldset", { id: "teams" }, el("legend", {}, "Which team do you answer for?"), ...choices);
}

function keptList(kept) {
  return [el("h3", {}, "Go on with answers kept in this browser"), el("ul", { id: "kept-here", class: "plain" }, kept)];
}

function keptLine(found) {
  const { who } = found.response;
  const questions = questionsFor(found.response);
  const done = questions.filter((question) => !isOpen(question, found.response)).length;
  const name = nameOf(who);
  const words = who.completed === null ? `${done} of ${questions.length} answered` : "finished";
  return el(
    "li",
    { class: "actions" },
    el("span", {}, `${name}: ${words}, last on ${here(who.updated)}.`),
    button(null, "Go on", null, () => takeUp(keptOf(who) ?? found), {
      class: "main",
      "data-continue": who.id,
      "aria-label": `Go on as ${name}`,
    }),
    button(null, "Remove from this browser", null, (event) => askToRemove(event.currentTarget, who), {
      "data-remove": who.id,
      "aria-label": `Remove from this browser: ${name}`,
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
  return [who.name, TEAMS.get(who.team).label, who.id].filter(Boolean).join(", ");
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
  removing.replaceWith(el("span", {}, "Without a file they are lost. "), sure);
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

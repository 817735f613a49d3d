// What is shown around the questions: the start, the rule of a section, the review, and what was saved.

function showStart() {
  interview = null;
  const kept = keptHere();
  const team = DATA.team === null ? null : TEAMS.get(DATA.team);
  show(
    "start",
    heading(team ? `Answers for ${team.label}` : "Before you begin"),
    asked("p", {}, DATA.about),
    DATA.until ? el("p", { id: "until", class: "leads" }, `Please answer by ${DATA.until}.`) : null,
    canKeep() ? null : el("p", { id: "keeps-nothing", class: "warns" }, "This browser keeps nothing for this page: save the file before you close."),
    ...(kept.length > 0 ? keptList(kept) : []),
    ...beginning(team, kept.length > 0),
    el("h3", {}, "Continue from a file"),
    el("p", { id: "file-about" }, "If you have a file with answers from this page or from the program, choose it, or drop it here. It stays on this device."),
    el("label", { class: "field", for: "file" }, "File with answers"),
    el("input", { id: "file", type: "file", "aria-describedby": "file-about", onchange: (event) => openFile(event.target.files[0]) }),
  );
  showTop();
}

function sizeWords(team) {
  return `${counted(team.asked.length, "question", "questions")}, about ${team.minutes} minutes.`;
}

function beginning(team, isAnother) {
  const say = team ? `${sizeWords(team)} You can stop at any time and come back.` : "You can stop at any time and come back.";
  return [
    ...(isAnother ? [el("h3", {}, "Begin as another person")] : []),
    el("p", { id: "size" }, say),
    ...(team ? [] : [teamChoice()]),
    el("label", { class: "field", for: "name" }, "Your name, if you like. It stays in your file, and reports never show it."),
    el("input", { id: "name", type: "text", autocomplete: "off", spellcheck: false }),
    el("p", { class: "actions" }, button("begin", "Begin", "Enter", begin, { class: "main" })),
  ];
}

function teamChoice() {
  const choices = DATA.teams.map((team, place) => {
    const id = `team-${team.id}`;
    const isAsked = team.asked.length > 0;
    const input = el("input", { type: "radio", name: "team", value: team.id, id, disabled: !isAsked, "aria-describedby": `${id}-about` });
    return el(
      "div",
      { class: "option" },
      el("label", { for: id }, input, el("kbd", { "aria-hidden": "true" }, String(place + 1)), asked("span", {}, team.label)),
      el("p", { id: `${id}-about`, class: "behaviour" }, asked("span", {}, team.about), ` ${isAsked ? sizeWords(team) : "Nothing is asked of this team here."}`),
    );
  });
  return el("fieldset", { id: "teams" }, el("legend", {}, "Which team do you answer for?"), ...choices);
}

function keptList(kept) {
  return [el("h3", {}, "Go on with answers kept in this browser"), el("ul", { id: "kept-here", class: "plain" }, kept.map(keptLine))];
}

function keptLine(found) {
  const { who } = found.response;
  const questions = questionsFor(found.response);
  const done = questions.filter((question) => !isOpen(question, found.response)).length;
  const name = [who.name, TEAMS.get(who.team).label, who.id].filter(Boolean).join(", ");
  const state = who.completed === null ? `${done} of ${questions.length} answered` : "finished";
  return el(
    "li",
    { class: "actions" },
    el("span", {}, `${name}: ${state}, last on ${who.updated.slice(0, 16)} UTC.`),
    button(null, "Go on", null, () => takeUp(found), { class: "main", "data-continue": who.id, "aria-label": `Go on as ${name}` }),
    button(null, "Remove from this browser", null, (event) => askToRemove(event.currentTarget, who), { "data-remove": who.id, "aria-label": `Remove from this browser: ${name}` }),
  );
}

// Asked once more, since nobody can bring it back.
function askToRemove(removing, who) {
  const sure = button(null, "Yes, remove them", null, () => {
    forget(who);
    showStart();
    focusHeading();
    say("Removed from this browser.");
  }, { "data-remove-now": who.id });
  removing.replaceWith(el("span", {}, "Without a file they are lost. "), sure);
  sure.focus();
}

// Answers in a file, and others of the same person and round in this browser: only a person knows which count.
function showWhich(inFile, kept) {
  const line = (found) => {
    const { who, answers } = found.response;
    return `${counted(answers.size, "question", "questions")} with an answer, last on ${who.updated.slice(0, 16)} UTC.`;
  };
  show(
    "start",
    heading("Which answers count?"),
    el("p", {}, "This browser keeps other answers of the same person than the file holds. Those that you do not choose stay in the file, or are no longer kept here."),
    el("p", {}, `The file: ${line(inFile)}`),
    el("p", {}, `This browser: ${line(kept)}`),
    el("p", { class: "actions" }, button("take-file", "Go on with the file", null, () => takeUp(inFile)), button("take-kept", "Go on with this browser's", null, () => takeUp(kept))),
  );
  focusHeading();
}

function showRule(section) {
  const mine = interview.questions.filter((question) => question.section === section.id);
  const place = mine.indexOf(questionAt(interview));
  const begun = place === 0 ? `To the first of its ${mine.length} questions` : `To question ${place + 1} of its ${mine.length}`;
  show(
    "rule",
    heading(section.title, true),
    asked("p", { class: "leads" }, section.question),
    ...section.about.split("\n").map((line) => (line ? asked("p", {}, line) : null)),
    el("p", { class: "actions" }, backButton(), button("next", mine.length === 1 ? "To its one question" : begun, "Enter", () => apply(next), { class: "main" })),
  );
}

function backButton() {
  return button("back", "Back", "b", () => apply(back), { disabled: interview.place === 0 });
}

function showReview() {
  const { response, questions } = interview;
  const open = questions.filter((question) => isOpen(question, response)).length;
  const about = response.who.completed === null
    ? "Nothing has to be answered. Saving from here marks your answers as finished; you can change them later and save again."
    : "These answers are marked as finished. Change one, and they count as not finished again.";
  const wanting = questions.map((question) => [question, reasonsFor(question)]).filter(([, reasons]) => reasons.length > 0);
  show(
    "review",
    heading("Review"),
    el("p", { id: "open-count", class: "leads" }, open === 0 ? "Everything is answered." : `${open} of ${counted(questions.length, "question is", "questions are")} open.`),
    el("p", {}, about),
    el("p", { class: "actions" }, button("back", "Questions", "b", () => toQuestions()), button("finish", "Save my answers", "f", saveFinished, { class: "main" })),
    wanting.length > 0 ? el("h3", {}, "Look at these again, if you like") : null,
    el("ul", { class: "questions" }, wanting.map(([question, reasons]) => jumpLine(question, reasons.join(", "), () => toQuestions(question.id)))),
  );
}

function jumpLine(question, words, onclick) {
  return el("li", {}, el("button", { type: "button", "data-jump": question.id, onclick }, asked("span", {}, question.title), " ", el("span", { class: "quiet" }, words)));
}

function reasonsFor(question) {
  const answer = answerOf(interview.response, question.id);
  const choices = question.facets.map((facet) => answer[facet]);
  return [
    isOpen(question, interview.response) && `${SIGNS.open} open`,
    ...DATA.reserved.map((one) => choices.includes(one.choice) && one.words),
    wantsBasis(answer) && answer[DATA.basis.facet] === null && "no basis for the need",
    answer.flag && `${SIGNS.flag} flagged`,
    answer.note && "with a note",
  ].filter(Boolean);
}

function showSaved(text) {
  const { who } = interview.response;
  const name = fileName(who);
  const isFinished = who.completed !== null;
  const by = DATA.until ? `, by ${DATA.until}` : "";
  show(
    "saved",
    heading(isFinished ? "Thank you: one thing is left to do" : "A copy of what you answered so far"),
    el("p", { class: "leads" }, "Your browser was given the file ", el("strong", { id: "file-name" }, name), ". It is usually in the folder Downloads."),
    el("p", {}, `${isFinished ? "Send" : "When you are done, save again and send"} this one file to whoever sent you this page${by}: attach it to a reply, or put it where they collect the files. They can read your answers, your notes, and your name if you gave one.`),
    el("p", { class: "actions" }, button("go-on", isFinished ? "Back to the review" : "Go on answering", "Enter", showHere, { class: "main" }), button("save-again", "Save it again", null, save)),
    el(
      "details",
      {},
      el("summary", {}, "If no file appeared"),
      el("label", { class: "field", for: "as-text" }, `Copy all of this into an empty text file and call it ${name}`),
      el("textarea", { id: "as-text", rows: 8, readOnly: true, spellcheck: false, value: text }),
    ),
  );
}

// What is shown: the start, the rule of a section, a question, the review, and what was saved.

function showStart() {
  const kept = keptHere();
  const team = DATA.team === null ? null : TEAMS.get(DATA.team);
  show(
    "start",
    heading(team ? `Answers for ${team.label}` : "Before you begin"),
    asked("p", {}, DATA.about),
    DATA.until ? el("p", { id: "until" }, `Please answer by ${DATA.until}.`) : null,
    kept.length > 0 ? keptList(kept) : null,
    el("div", { id: "new-answers" }, kept.length > 0 ? el("h3", {}, "Begin new answers") : null, ...beginning(team)),
    el("h3", {}, "Continue from a file"),
    el("p", {}, "If you have a file with answers from this page or from the program, choose it, or drop it here. Nobody else gets it."),
    el("label", { class: "field", for: "file" }, "File with answers"),
    el("input", { id: "file", type: "file", accept: ".toml", onchange: (event) => openFile(event.target.files[0]) }),
  );
  showTop(null);
}

function beginning(team) {
  const bySize = (one) => `${counted(one.asked.length, "question", "questions")}, about ${one.minutes} minutes.`;
  const teams = team
    ? [el("p", { id: "size" }, `${bySize(team)} You can stop at any time and come back.`)]
    : [teamChoice(bySize)];
  return [
    ...teams,
    el("label", { class: "field", for: "name" }, "Your name, if you like. It stays in your file, and reports never show it."),
    el("input", { id: "name", type: "text", autocomplete: "name", spellcheck: false }),
    el("p", { class: "actions" }, button("begin", "Begin", "Enter", begin, { class: "main" })),
  ];
}

function teamChoice(bySize) {
  const choices = DATA.teams.map((team, place) => {
    const id = `team-${team.id}`;
    const input = el("input", { type: "radio", name: "team", value: team.id, id, disabled: team.asked.length === 0, "aria-describedby": `${id}-about` });
    const words = team.asked.length === 0 ? "Nothing is asked of this team." : bySize(team);
    return el(
      "div",
      { class: "option" },
      el("label", { for: id }, input, el("kbd", {}, String(place + 1)), asked("span", {}, team.label)),
      el("p", { id: `${id}-about`, class: "behaviour" }, asked("span", {}, team.about), ` ${words}`),
    );
  });
  return el("fieldset", { id: "teams" }, el("legend", {}, "Which team do you answer for?"), ...choices);
}

function keptList(kept) {
  return el(
    "div",
    { id: "kept-here" },
    el("h3", {}, "Go on with answers kept in this browser"),
    ...kept.map((session) => {
      const { who } = session.response;
      const done = progress(session.response).reduce((sum, item) => sum + item.answered, 0);
      const whole = questionsFor(session.response).length;
      const name = [who.name, TEAMS.get(who.team).label, who.id].filter(Boolean).join(", ");
      return el(
        "p",
        { class: "actions" },
        el("span", {}, `${name}: ${done} of ${whole} answered, last on ${who.updated.slice(0, 16)} UTC.`),
        button(null, "Go on", null, () => takeUp(session), { class: "main", "data-continue": who.id, "aria-label": `Go on as ${name}` }),
        button(null, "Remove from this browser", null, (event) => askToRemove(event.target, who), { "data-remove": who.id, "aria-label": `Remove the answers of ${name} from this browser` }),
      );
    }),
  );
}

// Asked once more, since nobody can bring it back.
function askToRemove(pressed, who) {
  const sure = button(null, "Yes, remove them", null, () => {
    forget(who);
    showStart();
    say("Removed from this browser.");
    focusHeading();
  }, { "data-remove-now": who.id });
  pressed.replaceWith(el("span", {}, "Without a file they are lost. "), sure);
  sure.focus();
}

function showRule(section) {
  const { questions } = interview;
  const mine = questions.filter((question) => question.section === section.id);
  const place = mine.indexOf(questionAt(interview));
  const first = mine.length === 1 ? "To its one question" : place === 0 ? `To the first of its ${mine.length} questions` : `To question ${place + 1} of its ${mine.length}`;
  show(
    "rule",
    heading(section.title, true),
    asked("p", { class: "leads" }, section.question),
    ...section.about.split("\n").filter(Boolean).map((line) => asked("p", {}, line)),
    el("p", { class: "actions" }, backButton(), button("next", first, "Enter", () => apply(next), { class: "main" })),
  );
}

function backButton() {
  return button("back", "Back", "b", () => apply(back), { disabled: interview.place === 0 });
}

function showQuestion() {
  const question = questionAt(interview);
  show(
    "question",
    question.phase ? asked("p", { class: "phase" }, question.phase) : null,
    heading(question.text, true),
    asked("p", { id: "why", class: "quiet" }, question.help),
    el("p", { id: "earlier" }),
    el("div", { id: "columns" }),
    el("p", { id: "prompt" }),
    el("div", { id: "facts", hidden: true }),
    el("p", { class: "actions" }, backButton(), button("undo", "Take back", "u", () => apply(undo)), button("next", "Next", "Enter", () => apply(next), { class: "main" })),
    remarks(question),
  );
  byId("main").dataset.question = question.id;
  byId("main").dataset.place = String(interview.place);
  showColumns();
}

function remarks() {
  const answer = answerAt(interview);
  return el(
    "div",
    { id: "remarks" },
    el("label", { class: "check" }, el("input", { id: "flag", type: "checkbox", checked: answer.flag, onchange: () => apply(flag) }), "Flag: we want to discuss this ", el("kbd", {}, "f")),
    el("label", { class: "field", for: "note" }, "Note, in your own words ", el("kbd", {}, "n")),
    el("p", { id: "note-about", class: "quiet" }, "Others who compare the files can read it."),
    el("textarea", { id: "note", rows: 3, value: answer.note, "aria-describedby": "note-about note-count", oninput: takeNote, onblur: endNote }),
    el("p", { id: "note-count", class: "quiet" }, noteCount(answer.note)),
  );
}

function noteCount(note, leftOut = 0) {
  const words = `${lengthOf(note)} of ${DATA.longest_note} characters`;
  return leftOut > 0 ? `▲ ${words}: full; ${leftOut} more did not fit.` : words;
}

// The columns are made anew only where other ones are asked: whoever goes through them keeps the place.
function showColumns() {
  const facets = facetsOf(interview);
  const there = [...byId("columns").children].map((column) => column.dataset.facet);
  if (facets.join() !== there.join()) {
    for (const column of [...byId("columns").children]) if (!facets.includes(column.dataset.facet)) column.remove();
    for (const facet of facets) if (!there.includes(facet)) byId("columns").append(columnOf(facet));
  }
  for (const facet of facets) markColumn(facet);
  markAround();
}

function columnOf(facet) {
  const question = questionAt(interview);
  const scale = scaleOf(question, facet);
  const describes = facets => facets.indexOf(facet) === 0 || facet === DATA.basis.facet;
  const isFirst = describes(question.facets);
  const options = [...scale.options.map((option) => ({ ...option, shown: option.words })), ...DATA.reserved.map((one) => ({ ...one, shown: one.words, behaviour: "" }))];
  return el(
    "fieldset",
    { "data-facet": facet, onfocusin: () => turnedTo(facet) },
    el("legend", {}, FACETS.get(facet).asks),
    ...options.map((option) => optionRow(facet, option, isFirst)),
    el("p", { class: "actions" }, ...sameButton(facet), button(null, "Clear", "x", () => clearColumn(facet), { "data-clear": facet, "aria-label": `Clear: ${FACETS.get(facet).words}` })),
  );
}

function optionRow(facet, option, isFirst) {
  const id = `${facet}-${option.choice}`;
  const describes = option.behaviour && isFirst;
  const input = el("input", { type: "radio", name: facet, value: String(option.choice), id, "aria-describedby": describes ? `${id}-behaviour` : null });
  input.addEventListener("change", () => choseHere(facet, option.choice));
  return el(
    "div",
    { class: "option" },
    el("label", { for: id }, input, el("kbd", { "aria-hidden": "true" }, option.key), asked("span", {}, option.shown), el("span", { class: "mark" })),
    describes ? asked("p", { id: `${id}-behaviour`, class: "behaviour" }, option.behaviour) : null,
  );
}

function sameButton(facet) {
  if (facet !== DATA.owned.facet || sameAsAbove(interview) === null) return [];
  const words = inWords(questionAt(interview), facet, sameAsAbove(interview));
  return [button("same", `${words} again`, "s", () => apply(same))];
}

function markColumn(facet) {
  const column = document.querySelector(`fieldset[data-facet="${facet}"]`);
  const answer = answerAt(interview);
  const earlier = interview.sitting.earlier.get(questionAt(interview).id);
  const isActive = isAsking(interview) && facetAt(interview) === facet;
  if (isActive) column.dataset.active = "true";
  else delete column.dataset.active;
  for (const input of column.querySelectorAll("input")) {
    input.checked = String(answer[facet]) === input.value && answer[facet] !== null;
    const was = earlier && earlier.answer[facet] !== null && String(earlier.answer[facet]) === input.value;
    input.closest("label").querySelector(".mark").textContent = was ? ` ${SIGNS.before} your answer of round ${earlier.round}` : "";
  }
  column.querySelector("[data-clear]").disabled = answer[facet] === null;
}

function markAround() {
  const question = questionAt(interview);
  byId("prompt").textContent = promptWords();
  byId("flag").checked = answerAt(interview).flag;
  byId("undo").disabled = interview.sitting.changes.length === 0;
  byId("next").firstChild.textContent = nextWords();
  const facts = byId("facts");
  const isTold = tellsFacts(interview) && (question.facts.length > 0 || answerAt(interview)[DATA.basis.facet] !== null);
  if (facts.hidden === isTold || isTold) {
    facts.hidden = !isTold;
    facts.replaceChildren(...(isTold ? factList(question) : []));
  }
}

function factList(question) {
  const basis = answerAt(interview)[DATA.basis.facet];
  const given = basis === null ? [] : [["Basis of your need", inWords(question, DATA.basis.facet, basis), ""]];
  return [
    el("h3", {}, "What is documented or offered"),
    el("dl", {}, [...given, ...question.facts].map(([title, text, source]) => {
      return el("div", {}, el("dt", {}, title), el("dd", {}, asked("span", {}, text), source ? asked("span", { class: "quiet" }, ` (${source})`) : null));
    })),
  ];
}

function nextWords() {
  if (toConfirm(interview).length > 0) return "Confirm your earlier answer";
  if (following(interview) === null) return "To the review";
  return interview.onlyOpen ? "Next open question" : "Next";
}

function promptWords() {
  const question = questionAt(interview);
  if (toConfirm(interview).length > 0) {
    const { round } = interview.sitting.earlier.get(question.id);
    return `Enter confirms ${SIGNS.before} your answer of round ${round}; another choice changes it.`;
  }
  if (!isAsking(interview) && isHalfAnswered(interview)) return "Partly answered.";
  if (!isAsking(interview)) return `Chosen: ${answerWords(question, answerAt(interview), true)}.`;
  if (interview.isWarned) return "▲ Only partly answered. Choose, or press Next again to leave it open.";
  return "";
}

function showReview() {
  const { response, questions } = interview;
  const open = questions.filter((question) => isOpen(question, response)).length;
  const isFinished = response.who.completed !== null;
  const wanting = questions.map((question) => [question, reasonsFor(question)]).filter(([, reasons]) => reasons.length > 0);
  show(
    "review",
    heading("Review"),
    el("p", { id: "open-count", class: "leads" }, open === 0 ? "Everything is answered." : `${open} of ${questions.length} questions are open.`),
    el("p", {}, isFinished ? "These answers are marked as finished. Change one, and they count as not finished again." : "Nothing has to be answered. Saving from here marks your answers as finished; you can change them later and save again."),
    el("p", { class: "actions" }, button("back", "Questions", "b", () => toQuestions()), button("finish", "Save my answers", "f", saveFinished, { class: "main" })),
    wanting.length > 0 ? el("h3", {}, "Look at these again, if you like") : null,
    el("ul", { class: "questions" }, wanting.map(([question, reasons]) => jumpLine(question, reasons.join(", "), () => toQuestions(question.id)))),
  );
}

function jumpLine(question, words, onclick) {
  return el("li", {}, el("button", { type: "button", "data-jump": question.id, onclick }, asked("span", {}, question.title), el("span", { class: "quiet" }, ` ${words}`)));
}

function reasonsFor(question) {
  const answer = answerOf(interview.response, question.id);
  const choices = question.facets.map((facet) => answer[facet]);
  return [
    isOpen(question, interview.response) && `${SIGNS.open} open`,
    ...DATA.reserved.map((state) => choices.includes(state.choice) && state.words),
    wantsBasis(answer) && answer[DATA.basis.facet] === null && "no basis for the need",
    answer.flag && `${SIGNS.flag} flagged`,
    answer.note && "with a note",
  ].filter(Boolean);
}

function showSaved(isFinished) {
  const { who } = interview.response;
  show(
    "saved",
    heading(isFinished ? "Thank you" : "A copy so far"),
    el("p", { class: "leads" }, "The file ", el("strong", { id: "file-name" }, fileName(who)), " was handed to your browser. It is usually in the folder Downloads."),
    el("p", {}, "Send this one file to whoever sent you this page: attach it to a reply, or put it where they collect the files. They can read your answers, your notes, and your name if you gave one."),
    el("p", { class: "actions" }, button("go-on", isFinished ? "Back to the review" : "Go on answering", null, goOn, { class: "main" }), button("save-again", "Save it again", null, () => save(isFinished))),
    el("details", {}, el("summary", {}, "No file appeared?"), el("label", { class: "field", for: "as-text" }, `Copy this text into an empty text file and call it ${fileName(who)}`), el("textarea", { id: "as-text", rows: 8, readOnly: true, value: session().handed })),
  );
}

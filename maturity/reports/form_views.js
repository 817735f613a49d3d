// What is shown around the questions: the rule of a section, the review, and what was saved.

function showRule(section) {
  const mine = interview.questions.filter((question) => question.section === section.id);
  const place = mine.indexOf(questionAt(interview));
  const begun =
    place === 0 ? `To the first of its ${mine.length} questions` : `To question ${place + 1} of its ${mine.length}`;
  show(
    "rule",
    heading(section.title, true),
    asked("p", { class: "leads" }, section.question),
    ...section.about.split("\n").map((line) => (line ? asked("p", {}, line) : null)),
    actions(
      backButton(),
      mainButton("next", mine.length === 1 ? "To its one question" : begun, "Enter", () => apply(next)),
    ),
  );
}

function backButton() {
  return button("back", "Back", "b", () => apply(back), { hidden: interview.place === 0 });
}

function showReview() {
  const { response, questions } = interview;
  const open = questions.filter((question) => isOpen(question, response)).length;
  const about =
    response.who.completed === null
      ? "Saving here marks your answers as finished; you can change them and save again."
      : "These answers are marked as finished. Change one, and they count as not finished again.";
  const mayStay = open > 0 ? "What is open may stay open. " : "";
  const wanting = questions
    .map((question) => [question, reasonsFor(question)])
    .filter(([, reasons]) => reasons.length > 0);
  show(
    "review",
    heading("Review"),
    el(
      "p",
      { id: "open-count", class: "leads" },
      open === 0
        ? "Everything is answered."
        : `${open} of ${counted(questions.length, "question is", "questions are")} open.`,
    ),
    el("p", {}, `${mayStay}${about}`),
    actions(
      button("back", "Back to the questions", "b", () => toQuestions()),
      mainButton("finish", "Save my answers", "f", saveFinished),
    ),
    wanting.length > 0 ? el("h3", {}, "Look at these again, if you like") : null,
    el(
      "ul",
      { class: "questions" },
      wanting.map(([question, reasons]) => jumpLine(question, reasons.join(", "), () => toQuestions(question.id))),
    ),
  );
}

function jumpLine(question, words, onclick) {
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", "data-jump": question.id, onclick },
      asked("span", {}, question.title),
      " ",
      el("span", { class: "quiet" }, words),
    ),
  );
}

function reasonsFor(question) {
  const answer = answerOf(interview.response, question.id);
  const choices = question.facets.map((facet) => answer[facet]);
  return [
    isOpen(question, interview.response) && `${SIGNS.open} open`,
    ...DATA.reserved.map((one) => choices.includes(one.choice) && one.words),
    wantsBasis(answer) && answer[DATA.basis.facet] === null && "no reason named for the need",
    answer.flag && `${SIGNS.flag} flagged`,
    answer.note && "with a note",
  ].filter(Boolean);
}

function keptUntilWords() {
  return isKept
    ? "These answers stay in this browser until you remove them: press Stop for now, and there Remove from this browser."
    : "These answers are not kept in this browser: make sure that you have the file before you close this page.";
}

function showSaved(text) {
  const { who } = interview.response;
  const name = fileName(who);
  const isFinished = who.completed !== null;
  const by = DATA.until ? `, by ${DATA.until}` : "";
  const when = isFinished
    ? `Send this one file to whoever sent you the page${by}: `
    : `This one is for you, and not to be sent. When you are done, press Review and save, and send that file${by}: `;
  show(
    "saved",
    heading(isFinished ? "Thank you: one thing is left to do" : "A copy of what you answered so far"),
    el(
      "p",
      { class: "leads" },
      "Your browser was given the file ",
      el("strong", { id: "file-name" }, name),
      ". It is usually in the folder Downloads.",
    ),
    el(
      "p",
      {},
      when,
      "attach it to a reply, or put it where they asked for it. If the folder holds several, send the latest: browsers may add ",
      "a number such as (1). It is text, and opens in any editor. It holds your answers, notes and flags, when you began, went on ",
      "and finished, and your name if you gave one. The list of scales at its top is the same in everybody's file.",
    ),
    el("p", { class: "quiet" }, keptUntilWords()),
    actions(
      button("go-on", isFinished ? "Back to the review" : "Go on answering", "Enter", showHere),
      button("save-again", "Save it again", null, save),
    ),
    el(
      "details",
      {},
      el("summary", {}, "If no file appeared, or your mail does not let it pass"),
      labelFor("as-text", `Put the file in a .zip; or copy all of this into your mail, or into a text file called ${name}`),
      el("textarea", { id: "as-text", rows: 8, readOnly: true, spellcheck: "false", value: text }),
    ),
  );
}

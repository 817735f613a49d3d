// Help and the list of all questions. A dialog of the browser closes with Esc and gives the focus back by itself.

const KEYS = [
  ["0–9", "choose in the column that waits"],
  ["Enter", "go on"],
  ["b, Backspace", "go back"],
  ["d", "don't know"],
  ["a", "not applicable to us"],
  ["s", "as for the task before"],
  ["f", "flag; in the review, save my answers"],
  ["n", "write a note; Esc leads out of it"],
  ["x, Delete", "clear the column"],
  ["u", "take the last answer back"],
  ["← →", "another column"],
  ["↑ ↓, Space", "move to an option, choose it"],
  ["g", "next open question"],
  ["o", "all questions"],
  ["?", "this help"],
];

const LETTERS = "maturity-form-letters";
let lettersOn = true;

// Somebody who dictates, or whose keys slip, switches them off once.
function setLetters(isOn) {
  try {
    localStorage.setItem(LETTERS, isOn ? "on" : "off");
  } catch {
    // Then it holds until the page is closed.
  }
  lettersOn = isOn;
  document.body.classList.toggle("no-letters", !isOn);
}

function showLetters() {
  try {
    lettersOn = localStorage.getItem(LETTERS) !== "off";
  } catch {
    lettersOn = true;
  }
  document.body.classList.toggle("no-letters", !lettersOn);
}

function openHelp() {
  const question = byId("main").dataset.view === "question" ? questionAt(interview) : null;
  const letters = el("input", {
    id: "keys-on",
    type: "checkbox",
    checked: lettersOn,
    onchange: (event) => {
      setLetters(event.target.checked);
    },
  });
  byId("help-body").replaceChildren(
    ...(question ? explanation(question) : []),
    el("h3", {}, "Keys"),
    el("p", {}, "Everything can also be clicked, tapped, or reached by Tab. Inside a text field keys only write."),
    el(
      "dl",
      { class: "keys" },
      KEYS.map(([key, words]) => el("div", {}, el("dt", {}, key), el("dd", {}, words))),
    ),
    el("label", { class: "check" }, letters, "Letters and digits are keys"),
    actions(mainButton("close-help", "Close", "Esc", () => byId("help-dialog").close())),
  );
  byId("help-dialog").showModal();
  byId("help-title").focus();
}

// Why a question is asked, what its options mean, and what is behind it.
function explanation(question) {
  return [
    asked("p", { class: "leads" }, question.text),
    asked("p", {}, question.help),
    asked("h3", {}, SECTIONS.get(question.section).title),
    ...background(question),
    el("h3", {}, "The options"),
    ...SCALES.get(question.scale).options.map((one) => asked("p", {}, `${one.words}: ${one.behaviour}`)),
  ];
}

// The rule of a question's section, words not everybody knows, and what is no longer asked for.
function background(question) {
  const section = SECTIONS.get(question.section);
  const gone = question.kind === DATA.explains_lapsed ? DATA.lapsed : [];
  return [
    asked("p", {}, section.question),
    asked("p", {}, section.about),
    ...question.terms.map((place) => asked("p", {}, `${DATA.terms[place].word}: ${DATA.terms[place].meaning}`)),
    gone.length > 0 ? el("h3", {}, "No longer asked for") : null,
    ...gone.map((one) => asked("p", {}, `${one.title}: ${one.reason}`)),
  ].filter(Boolean);
}

function jumpTo(place) {
  apply((standing, moment) => jump(standing, place, moment));
  showHere(); // the same question as before is shown anew as well: from what was saved one comes back to it
}

function openList() {
  const { response, questions } = interview;
  const line = (question) => {
    const answer = answerOf(response, question.id);
    const mark = isOpen(question, response) ? SIGNS.open : SIGNS.chosen;
    const words = [mark, answer.flag ? SIGNS.flag : "", answerWords(question, answer, false) || "open"];
    const said = words.filter(Boolean).join(" ");
    return jumpLine(question, said, () => {
      byId("list-dialog").close();
      if (interview.isAtReview) toQuestions(question.id);
      else jumpTo(questions.indexOf(question));
    });
  };
  const parts = progress(response).flatMap(({ section }) => [
    asked("h3", {}, section.title),
    el("ul", { class: "questions" }, questions.filter((one) => one.section === section.id).map(line)),
  ]);
  byId("list-body").replaceChildren(
    el("p", {}, `${SIGNS.chosen} answered, ${SIGNS.open} open, ${SIGNS.flag} flagged`),
    ...parts,
    actions(mainButton("close-list", "Close", "Esc", () => byId("list-dialog").close())),
  );
  byId("list-dialog").showModal();
  byId("list-dialog").querySelectorAll("[data-jump]")[interview.place]?.focus();
}

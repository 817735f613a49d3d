// A question: its columns, what was chosen in them, what is documented once it is answered, note and flag.

function showQuestion() {
  const question = questionAt(interview);
  show(
    "question",
    asked("p", { class: "phase" }, placeWords(question)),
    heading(question.text, true),
    asked("p", { id: "why", class: "quiet" }, question.help),
    reminder(question),
    el("p", { id: "earlier" }, incomparableWords(question)),
    el("div", { id: "columns" }),
    el("div", { id: "facts", hidden: true }),
    remarks(),
    bar(),
  );
  byId("main").dataset.question = question.id;
  byId("main").dataset.place = String(interview.place);
  showColumns();
}

// Where one is within the section, and when in the life of the service a task falls due.
function placeWords(question) {
  const mine = interview.questions.filter((one) => one.section === question.section);
  const noun = question.kind === DATA.owned.kind ? "task " : "";
  const place = `${SECTIONS.get(question.section).title}, ${noun}${mine.indexOf(question) + 1} of ${mine.length}`;
  return `${place}: ${question.title}${question.phase ? ` · phase: ${question.phase}` : ""}`;
}

// The rule of the section and the words that not everybody knows, within reach at each of its questions.
function reminder(question) {
  const words = question.terms.map((place) => DATA.terms[place].word);
  const said = words.length > 0 ? `What counts here, and what is meant by ${words.join(", ")}` : "What counts here";
  return el("details", { id: "reminder" }, asked("summary", {}, said), ...background(question));
}

// In sight however long the question is.
function bar() {
  return el(
    "div",
    { id: "bar" },
    el("p", { id: "prompt" }),
    actions(
      backButton(),
      button("undo", "Undo", "u", () => apply(undo)),
      button("to-note", "Note, flag", "n", () => byId("note").focus()),
      button("leaf", "Go on without confirming", null, () => apply(leaf), { hidden: true }),
      mainButton("next", "Next", "Enter", () => apply(next)),
    ),
  );
}

function incomparableWords(question) {
  const round = interview.sitting.incomparable.get(question.id);
  return round
    ? `Your answer in round ${round} was given on a scale that means something else today; it is not shown.`
    : "";
}

function remarks() {
  const answer = answerAt(interview);
  return el(
    "div",
    { id: "remarks" },
    el(
      "label",
      { class: "check" },
      el("input", { id: "flag", type: "checkbox", checked: answer.flag, onchange: () => apply(flag) }),
      "Flag: we want to discuss this ",
      keyHint("f"),
    ),
    labelFor("note", "Note, in your own words"),
    el("p", { id: "note-about", class: "quiet" }, "Others who compare the files can read it. It is kept as you write."),
    el("textarea", {
      id: "note",
      rows: 2,
      value: answer.note,
      "aria-describedby": "note-about note-count",
      oninput: takeNote,
      onblur: endNote,
    }),
    el("p", { id: "note-count", class: "quiet" }, noteCount(answer.note)),
  );
}

function noteCount(note, leftOut = 0) {
  const words = `${lengthOf(note)} of ${DATA.longest_note} characters`;
  if (leftOut > 0) return `▲ ${words}: full; ${leftOut} more did not fit.`;
  return note ? words : "";
}

// Only columns that are asked anew are made: whoever goes through the others keeps the place.
function showColumns() {
  const facets = facetsOf(interview);
  const columns = [...byId("columns").children];
  for (const column of columns) if (!facets.includes(column.dataset.facet)) column.remove();
  const there = columns.map((column) => column.dataset.facet);
  byId("columns").append(...facets.filter((facet) => !there.includes(facet)).map(columnOf));
  for (const facet of facets) markColumn(facet);
  markAround();
}

function columnOf(facet) {
  const { asks, words } = FACETS.get(facet);
  const question = questionAt(interview);
  const { options } = scaleOf(question, facet);
  const rows = options.map((option) => optionRow(facet, option.choice, option.key, option.words, option.behaviour));
  const reserved = DATA.reserved.map((one) => optionRow(facet, one.choice, one.key, one.words, ""));
  return el(
    "fieldset",
    { "data-facet": facet, "data-known": isKnownScale(question), "data-ordinal": isOrdinal(question), onfocusin: () => turnedTo(facet) },
    el("legend", {}, asks),
    el("div", { class: "options" }, ...rows),
    el(
      "div",
      { class: "reserved" },
      ...reserved,
      actions(
        ...sameButton(facet),
        button(null, ["Clear", el("span", { class: "unseen" }, `: ${words}`)], "x", () => clearColumn(facet), {
          "data-clear": facet,
        }),
      ),
    ),
  );
}

// What the names on a scale mean was read at the first question that it was for.
function isKnownScale(question) {
  const first = interview.questions.find((one) => one.scale === question.scale);
  return first !== question && !isOrdinal(question);
}

function isOrdinal(question) {
  return SCALES.get(question.scale).is_ordinal;
}

function optionRow(facet, choice, key, words, behaviour) {
  const id = `${facet}-${choice}`;
  const input = el("input", {
    type: "radio",
    name: facet,
    value: String(choice),
    id,
    onchange: () => choseHere(facet, choice),
    "aria-describedby": behaviour ? `${id}-behaviour` : null,
  });
  return el(
    "div",
    { class: "option" },
    el("label", { for: id }, input, keyHint(key), asked("span", {}, words), el("span", { class: "mark" })),
    behaviour
      ? asked("p", { id: `${id}-behaviour`, class: "behaviour", onclick: () => input.click() }, behaviour)
      : null,
  );
}

function sameButton(facet) {
  if (facet !== DATA.owned.facet || sameAsAbove(interview) === null) return [];
  const words = inWords(questionAt(interview), facet, sameAsAbove(interview));
  return [button("same", `As for the task before: ${words}`, "s", () => apply(same))];
}

function columnAt(facet) {
  return document.querySelector(`fieldset[data-facet="${facet}"]`);
}

function markColumn(facet) {
  const column = columnAt(facet);
  const given = answerAt(interview)[facet];
  const earlier = interview.sitting.earlier.get(questionAt(interview).id);
  const was = earlier?.answer[facet] ?? null;
  if (isAsking(interview) && facetAt(interview) === facet) column.dataset.active = "true";
  else delete column.dataset.active;
  for (const input of column.querySelectorAll("input")) {
    input.checked = given !== null && String(given) === input.value;
    const isEarlier = was !== null && String(was) === input.value;
    input.closest("label").querySelector(".mark").textContent = isEarlier
      ? `${SIGNS.before} your answer of round ${earlier.round}`
      : "";
  }
  column.querySelector("[data-clear]").hidden = given === null;
}

function markAround() {
  const question = questionAt(interview);
  const facts = factsOf(question);
  byId("prompt").textContent = promptWords();
  byId("flag").checked = answerAt(interview).flag;
  byId("undo").hidden = interview.sitting.changes.length === 0;
  if (document.activeElement !== byId("note")) {
    byId("note").value = answerAt(interview).note;
    byId("note-count").textContent = noteCount(answerAt(interview).note);
  }
  byId("leaf").hidden = toConfirm(interview).length === 0;
  byId("next").firstChild.textContent = nextWords();
  byId("facts").hidden = facts.length === 0;
  byId("facts").replaceChildren(...(facts.length === 0 ? [] : factList(facts)));
}

// What may be told by now, each with its title, its text and who says so.
function factsOf(question) {
  if (!tellsFacts(interview)) return [];
  const basis = answerAt(interview)[DATA.basis.facet];
  const given = basis === null ? [] : [["Basis of your need", inWords(question, DATA.basis.facet, basis), ""]];
  return [...given, ...question.facts];
}

function factList(facts) {
  return [
    el("h3", {}, "What is documented or offered"),
    el(
      "dl",
      {},
      facts.map(([title, text, source]) => {
        const says = source ? [el("span", { class: "quiet" }, ` (${source})`)] : [];
        return el("div", {}, el("dt", {}, title), el("dd", {}, asked("span", {}, text), ...says));
      }),
    ),
  ];
}

function nextWords() {
  if (toConfirm(interview).length > 0) return "Confirm your earlier answer";
  if (following(interview) === null) return "To the review";
  return interview.onlyOpen ? "Next open question" : "Next";
}

function leftOutWords() {
  const answer = answerAt(interview);
  return wantsBasis(answer) && answer[DATA.basis.facet] === null ? "; no reason named for the need" : "";
}

function promptWords() {
  const question = questionAt(interview);
  if (toConfirm(interview).length > 0) {
    const { round } = interview.sitting.earlier.get(question.id);
    return `Enter confirms ${SIGNS.before} your answer of round ${round}; another choice changes it.`;
  }
  if (interview.isWarned) return "Only partly answered. Choose, or press Next again to leave it open.";
  if (isAsking(interview)) return "";
  return isHalfAnswered(interview)
    ? "Partly answered."
    : `Chosen: ${answerWords(question, answerAt(interview), true)}${leftOutWords()}.`;
}

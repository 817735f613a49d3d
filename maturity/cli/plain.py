"""Answering line by line on standard input and output, for screen readers and poor terminals."""

from __future__ import annotations

import sys
from typing import Final

from maturity import clock
from maturity.cli.console import say
from maturity.cli.exit_codes import Exit
from maturity.cli.signals import EndedBySignal, ending_in_order
from maturity.files.keeper import Keeper, keep_patiently
from maturity.files.rescue import log_folder, rescue
from maturity.files.saving import ChangedElsewhereError
from maturity.files.workspace import Workspace
from maturity.results.build_facts import facts_on
from maturity.rounds.answering import Interview, begin_interview
from maturity.rounds.earlier import Earlier, earlier_in
from maturity.rounds.earlier_words import earlier_lines
from maturity.rounds.facts import each_once, said_by
from maturity.rounds.interview import DEPTH_WORDS, in_words, is_open, keys_of, more_to_ask
from maturity.rounds.resuming import Start, UnclearStartError, begun_with, find_or_begin, open_response
from maturity.rounds.sitting import Sitting, Turn
from maturity.rounds.undo_words import taken_back
from questionnaires import LONGEST_NOTE, Choice, Question, Scale, Section, clean, name_of
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from scoring.wording.words import FACET_WORDS

_HELP: Final = (
    "Type the key of an option, or: d don't know, a not applicable, s same as above, k skip, b back, u take the last "
    "answer back, n TEXT note, f flag, l list the options again, ? why this is asked, q leave. Everything is saved at "
    "once."
)
_HELP_AGAIN: Final = "Enter alone confirms your answer, the key of an option changes it, k skips."


class _Leave(Exception):
    """The respondent wants to stop here."""


def assess_plainly(workspace: Workspace, start: Start) -> Exit:
    """Walks through the questions; every answer is on disk before the next is asked."""
    try:
        file = find_or_begin(workspace, start)
        keeper = open_response(workspace, file)
    except UnclearStartError as error:
        say(str(error))
        return Exit.USAGE
    if keeper.is_for_reading:
        say(
            f"The answers in {name_of(keeper.path)} are open in another window or on another machine: "
            "close them there, then start again."
        )
        return Exit.CONFLICT
    if words := begun_with(file, start):
        say(words)
    keeper.sets_aside = False
    try:
        with ending_in_order():
            earlier = earlier_in(workspace, keeper.response.respondent, start.stood)
            code = _walked(workspace, keeper, earlier)
        return code if _is_kept(keeper) else Exit.FAILED
    except ChangedElsewhereError as error:
        say(f"{error} Nothing was overwritten; start again to continue from it.")
        return Exit.CONFLICT
    except EndedBySignal as ended:
        return ended.code if _is_kept(keeper) else Exit.FAILED
    except (KeyboardInterrupt, BrokenPipeError):
        if _is_kept(keeper):
            raise
        return Exit.FAILED
    finally:
        keeper.close()


def _walked(workspace: Workspace, keeper: Keeper, earlier: Earlier) -> Exit:
    try:
        _PlainWalk(workspace, keeper, earlier).run()
    except _Leave:
        if keeper.settle():
            _say(f"Saved in {name_of(keeper.path)}. Come back with the same command.")
    return Exit.FINE


def _is_kept(keeper: Keeper) -> bool:
    """Whether everything is saved, after one more attempt; if not, a copy is written, and said where."""
    if keeper.settle():
        return True
    say(rescue([keeper], log_folder()))
    return False


def _say(line: str = "") -> None:
    """One line: a text of several is read as one, so that no line of a questionnaire passes for ours."""
    sys.stdout.write(" ".join(line.split("\n")) + "\n")
    sys.stdout.flush()


class _PlainWalk:
    def __init__(self, workspace: Workspace, keeper: Keeper, earlier: Earlier) -> None:
        self.questionnaire = workspace.questionnaire
        self.keeper = keeper
        turn = Turn(Sitting(earlier=earlier))
        self.interview = begin_interview(workspace.questionnaire, keeper.response, clock.now(), turn)
        self.listed: Scale | None = None

    def take(self, interview: Interview) -> bool:
        """Saves what an event has led to; whether everything is on disk. What is not is tried again with the next."""
        self.interview = interview
        if interview.response is not self.keeper.response or not self.keeper.is_saved:
            keep_patiently(self.keeper, interview.response)
        if self.keeper.notice:
            say(self.keeper.notice)
        if not self.keeper.is_saved:
            again = " Type w to write it anew." if self.keeper.is_gone else ""
            say(f"NOT SAVED. {self.keeper.problem}{again}")
        return self.keeper.is_saved

    def run(self) -> None:
        response, questions = self.interview.response, self.interview.questions
        team = self.questionnaire.team_by_id[response.respondent.team].label
        number = response.respondent.round
        title = self.questionnaire.head.title
        stop = "" if title.endswith((".", "?", "!")) else "."
        _say(f"{title}{stop} {team}{f', round {number}' if number > 1 else ''}, {len(questions)} questions.")
        _say(_HELP)
        section = ""
        while not self.interview.is_at_review:
            question = self.interview.question
            self.take(self.interview.first_column())
            if question.section != section:
                section = question.section
                _say()
                self.tell_rule(self.questionnaire.section_by_id[section])
            self.ask(question)
        self.finish()

    def tell_rule(self, section: Section, indent: str = "") -> None:
        """What a section asks as a whole, and what to think of before answering."""
        stop = "" if section.title.endswith((".", "?", "!")) else "."
        _say(f"{indent}Section {section.title}{stop} {section.question}")
        _say(f"{indent}{section.about}")

    def finish(self) -> None:
        """Names what is open, and marks the answers as finished."""
        still_open = [
            question.title for question in self.interview.questions if is_open(question, self.interview.response)
        ]
        _say()
        if still_open:
            count = "1 question is" if len(still_open) == 1 else f"{len(still_open)} questions are"
            _say(f"{count} open: {'; '.join(still_open)}.")
            if self.read("Finish as it is? y or n: ").lower() not in ("y", "yes"):
                raise _Leave
        if self.take(self.interview.finish(clock.now())):
            _say(f"Finished. Your answers are in {name_of(self.keeper.path)}.")
            if more := more_to_ask(self.questionnaire, self.interview.response):
                depth, questions = more
                who = self.interview.response.respondent.id
                _say(f"To go on with {DEPTH_WORDS[depth]}, {questions} more, add --depth {depth} --respondent {who}.")

    def ask(self, question: Question) -> None:
        """Asks every column, then goes on to the next question, or back."""
        _say()
        _say(f"Question {self.interview.place + 1} of {len(self.interview.questions)}. {question.text}")
        for line in earlier_lines(self.questionnaire, self.interview.sitting.earlier, question):
            _say(f"  {line}")
        if self.interview.to_confirm:
            _say(f"  {_HELP_AGAIN}")
        while self.interview.is_asking:
            scale = self.questionnaire.scale_of(question, self.interview.facet)
            if scale is not self.listed:
                self.list_options(scale)
            if not self.ask_column(question, scale):
                return
        if self.interview.tells_facts:
            for fact in each_once(facts_on(self.questionnaire, question)):
                source = said_by(fact, clock.today())
                _say(f"  {fact.title}: {fact.text}{f' ({source})' if source else ''}")
        self.take(self.interview.leave_question(clock.now()))

    def list_options(self, scale: Scale) -> None:
        """Every option with its key. The same list is not read out again for each question; l repeats it."""
        self.listed = scale
        for place, (key, option) in enumerate(zip(keys_of(scale), scale.options, strict=True)):
            _say(f"  Key {key}: {in_words(scale, scale.choice(place))}. {option.behaviour}")

    def ask_column(self, question: Question, scale: Scale) -> bool:
        """Asks until the column is done with; False where another question, or this one anew, comes next."""
        facet = self.interview.facet
        given = self.interview.response.answer(question.id).choice(facet)
        prompt = f"{FACET_WORDS[facet].capitalize()} [{self._stands(facet, scale, given)}]: "
        while True:
            said = self.read(prompt)
            chosen = self._chosen(facet, scale, said)
            if chosen is not None:
                if self.take(chosen):
                    _say(f"  Chosen: {in_words(scale, chosen.response.answer(question.id).choice(facet))}. Saved.")
                return True
            if not said and self.interview.to_confirm:
                self.confirm(question)
                return self.interview.question is question and not self.interview.is_at_review
            if said == "k" or (not said and given is not None):
                self.take(self.interview.skip())
                return True
            if said == "b":
                self.take(self.interview.back(clock.now()))
                return False
            if said == "u" and self.interview.sitting.changes:
                before = self.interview
                if self.take(before.undo(clock.now())):
                    _say(f"  Took back: {taken_back(before)}")
                return False
            if said == "l":
                self.list_options(scale)
            else:
                self.aside(question, said)

    def _stands(self, facet: Facet, scale: Scale, given: Choice | None) -> str:
        """What was answered in a column; where nothing was, what Enter confirms there, which is not an answer yet."""
        again, mine = self.interview.to_confirm.get(facet), self.interview.earlier_answer
        if given is None and again is not None and mine is not None:
            return f"round {mine.round}: {in_words(scale, again)}"
        return in_words(scale, given)

    def confirm(self, question: Question) -> None:
        """The earlier answer is given again, in the columns that are open."""
        facets = list(self.interview.to_confirm)
        confirmed = self.interview.confirm(clock.now())
        if self.take(confirmed):
            answer = confirmed.response.answer(question.id)
            said = {one: in_words(self.questionnaire.scale_of(question, one), answer.choice(one)) for one in facets}
            named = [f"{FACET_WORDS[one]}: {words}" if len(said) > 1 else words for one, words in said.items()]
            _say(f"  Confirmed: {'; '.join(named)}. Saved.")

    def _chosen(self, facet: Facet, scale: Scale, said: str) -> Interview | None:
        """What an answer leads to; None where this is none."""
        keys, now = keys_of(scale), clock.now()
        if said in keys:
            return self.interview.choose(facet, scale.choice(keys.index(said)), now)
        if said in ("d", "a"):
            return self.interview.state(DONT_KNOW if said == "d" else NOT_APPLICABLE, now)
        if said == "s" and self.interview.same_as_above is not None:
            return self.interview.same(now)
        return None

    def aside(self, question: Question, said: str) -> None:
        """Everything that is not an answer."""
        if said == "q":
            raise _Leave
        if said == "?":
            _say(f"  {question.help}")
            self.tell_rule(self.questionnaire.section_by_id[question.section], "  ")
        elif said == "f":
            was = self.interview.response.answer(question.id).flag
            if self.take(self.interview.flag(clock.now())):
                _say("  No longer flagged." if was else "  Flagged for discussion.")
        elif said.startswith("n "):
            self.note(question, clean(said[2:].strip()))
        elif said == "w" and self.keeper.is_gone:
            _say("  Saved anew." if self.keeper.write_anew() else f"  NOT SAVED. {self.keeper.problem}")
        else:
            _say(f"  {_HELP}")

    def note(self, question: Question, text: str) -> None:
        """A note that is too long is not cut but asked for again."""
        if len(text) > LONGEST_NOTE:
            _say(f"  The note has {len(text)} characters, and {LONGEST_NOTE} are the most: nothing was changed.")
        elif self.take(self.interview.note(question.id, text, clock.now())):
            _say("  Note saved.")

    def read(self, prompt: str) -> str:
        sys.stdout.write(prompt)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise _Leave
        return line.strip()

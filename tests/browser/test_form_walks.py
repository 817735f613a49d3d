"""Whatever somebody does, the page gives the file that the program would have given, byte by byte."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

from playwright.sync_api import Browser

from maturity.files.gathering import ResponseFile
from maturity.files.workspace import Workspace, file_name, to_bytes
from maturity.reports.form_data import Asked
from maturity.rounds.answering import Interview, begin_interview
from maturity.rounds.earlier import Earlier, earlier_in
from maturity.rounds.interview import depths_of
from maturity.rounds.sitting import Sitting, Turn
from questionnaires import Questionnaire, Respondent, Response, reference_to
from tests.browser.form_page import FormPage, Seen, StorageLost, open_form
from tests.browser.forms import form_of, questionnaire_of, written
from tests.browser.walks import Walker, moments
from tests.browser.watching import watched

_START: Final = dt.datetime(2026, 11, 27, 9, 0, tzinfo=dt.UTC)
_EVENTS: Final = 30
_QUESTIONNAIRES: Final = ("autopatch", "autopatch", "autopatch", "small", "another field", "names of JavaScript")


def test_a_walk_on_the_page_gives_the_file_of_the_same_walk_in_the_program(
    browser: Browser, tmp_path: Path, walk: int
) -> None:
    try:
        _walk(browser, tmp_path, walk)
    except StorageLost:
        _walk(browser, tmp_path / "again", walk)  # the same events, in a window of its own


def _walk(browser: Browser, folder: Path, walk: int) -> None:
    folder.mkdir(exist_ok=True)
    chance = Random(walk)
    name = chance.choice(_QUESTIONNAIRES)
    questionnaire = questionnaire_of(name)
    depth = chance.choice(depths_of(questionnaire))
    team = chance.choice([team.id for team in questionnaire.teams if questionnaire.asked_of(team.id, depth)])
    asked = Asked(depth, chance.choice((team, None)), round=chance.choice((1, 1, 1, 2)))
    clock = moments(chance, _START)
    walker = Walker(chance)
    done = [f"{name}, {asked}, {team}"]
    with watched(browser) as seen:
        form = open_form(seen, written(folder, form_of(name, asked)), _START)
        if asked.round == 1:
            form.begin(team)
            response = _begun(questionnaire, asked, team, form.person())
            interview = begin_interview(questionnaire, response, _START)
        else:
            before = _answered(walker, questionnaire, replace(asked, round=1), team)
            form.read(to_bytes(before))
            response = _begun(questionnaire, asked, team, before.respondent.id)
            earlier = _earlier(folder / "answers", questionnaire, before, response)
            interview = begin_interview(questionnaire, response, _START, Turn(Sitting(earlier=earlier)))
        for _ in range(_EVENTS):
            _is_alike(form, interview, done)
            event = walker.event(interview)
            now = next(clock)
            done.append(f"{now}: {event.name}")
            form.at(now)
            event.do(form)
            interview = event.lead(interview, now)
        _is_alike(form, interview, done)
        assert form.saved("#save-so-far") == (_saved_as(interview.response), to_bytes(interview.response))
        assert seen.is_quiet()


def _saved_as(response: Response) -> str:
    """As the program names it; a copy so far says that it is one."""
    name = file_name(response)
    return name if response.respondent.completed else f"{name.removesuffix('.toml')}--so-far.toml"


def _begun(questionnaire: Questionnaire, asked: Asked, team: str, person: str) -> Response:
    """What the program begins with: only the id is drawn by the page."""
    who = Respondent(id=person, team=team, round=asked.round, depth=asked.depth, started=_START, updated=_START)
    return Response(questionnaire=reference_to(questionnaire), respondent=who)


def _answered(walker: Walker, questionnaire: Questionnaire, asked: Asked, team: str) -> Response:
    """Answers of an earlier round, as somebody gave them in the program."""
    interview = begin_interview(questionnaire, _begun(questionnaire, asked, team, "k7m2p4xa"), _START)
    for place in range(len(interview.questions)):
        interview = interview.jump(place, _START).read_rule()
        for _ in range(walker.chance.randrange(4)):
            interview = walker.answer(interview).lead(interview, _START)
    return interview.response


def _earlier(folder: Path, questionnaire: Questionnaire, before: Response, now: Response) -> Earlier:
    """What the program knows of the earlier round."""
    workspace = Workspace(folder, questionnaire)
    workspace.save(ResponseFile(folder / file_name(before), before, ""))
    return earlier_in(workspace, now.respondent)


def _is_alike(form: FormPage, interview: Interview, done: list[str]) -> None:
    """The page keeps what the program would, and shows what it would ask."""
    there = form.seen()
    file = to_bytes(interview.response).decode()
    view = "review" if interview.is_at_review else "rule" if interview.rule_to_read else "question"
    is_asked = view == "question"
    facet = interview.facet.value if is_asked and interview.is_asking else ""
    expected = Seen(view, interview.question.id if is_asked else "", facet, file)
    assert there == expected, "\n".join(done)

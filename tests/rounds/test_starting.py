"""Which response is answered: the one that fits, a new one, or a question back."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.files.gathering import ResponseFile
from maturity.files.workspace import Workspace
from maturity.rounds.resuming import Start, UnclearStartError, find_or_begin, open_answers
from questionnaires.words import Depth, Facet
from tests.given.builders import THEN, small

WITH_SHORT = small().model_copy(
    update={"questions": (small().questions[0].model_copy(update={"depth": Depth.SHORT}), *small().questions[1:])}
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace", small())


def finished(workspace: Workspace, file: ResponseFile) -> ResponseFile:
    return workspace.save(ResponseFile(file.path, file.response.completed(THEN), file.digest))


def test_a_team_without_response_begins_one(workspace: Workspace) -> None:
    respondent = find_or_begin(workspace, Start("endpoint", None, "Ingrid", "full", 2)).response.respondent
    assert (respondent.team, respondent.name, respondent.depth, respondent.round) == ("endpoint", "Ingrid", "full", 2)


def test_core_and_the_first_round_go_without_saying(workspace: Workspace) -> None:
    respondent = find_or_begin(workspace, Start("endpoint")).response.respondent
    assert (respondent.depth, respondent.round) == (Depth.CORE, 1)


def test_a_name_of_several_lines_is_recognised_on_one(workspace: Workspace) -> None:
    begun = find_or_begin(workspace, Start("endpoint", name="Kim\nMiller"))
    assert begun.response.respondent.name == "Kim Miller"
    assert find_or_begin(workspace, Start("endpoint", name="Kim\nMiller")).path == begun.path


def test_a_team_with_one_unfinished_response_continues_it(workspace: Workspace) -> None:
    begun = workspace.begin("endpoint", Depth.FULL)
    workspace.begin("security", Depth.FULL)
    assert find_or_begin(workspace, Start("endpoint")).path == begun.path


def test_one_unfinished_response_in_all_needs_no_words(workspace: Workspace) -> None:
    finished(workspace, workspace.begin("security", Depth.CORE))
    begun = workspace.begin("endpoint", Depth.CORE)
    assert find_or_begin(workspace, Start()).path == begun.path


def test_a_team_that_has_finished_is_asked_who_answers_now(workspace: Workspace) -> None:
    done = finished(workspace, workspace.begin("endpoint", Depth.CORE))
    with pytest.raises(UnclearStartError, match=r"finished already: .* add --respondent \w+, .* add --new") as asked:
        find_or_begin(workspace, Start("endpoint"))
    assert done.response.respondent.id in str(asked.value)


def test_another_person_can_begin_whoever_answered_before(workspace: Workspace) -> None:
    unfinished = workspace.begin("endpoint", Depth.CORE)
    assert find_or_begin(workspace, Start("endpoint", new=True)).path != unfinished.path


def test_a_respondent_comes_back_even_to_what_is_finished(workspace: Workspace) -> None:
    done = finished(workspace, workspace.begin("endpoint", Depth.CORE))
    start = Start(respondent=done.response.respondent.id)
    assert find_or_begin(workspace, start).path == done.path


def test_a_respondent_comes_back_to_the_latest_round(workspace: Workspace) -> None:
    first = workspace.begin("endpoint", Depth.CORE)
    identifier = first.response.respondent.id
    later = workspace.begin("endpoint", Depth.CORE, round_number=2, respondent=identifier)
    assert find_or_begin(workspace, Start(respondent=identifier)).path == later.path
    assert find_or_begin(workspace, Start(respondent=identifier, round=1)).path == first.path


@pytest.mark.parametrize(
    "start",
    [Start("endpoint", depth="short"), Start("endpoint", round=2), Start("endpoint", name="Olga")],
)
def test_what_does_not_fit_is_not_continued(tmp_path: Path, start: Start) -> None:
    workspace = Workspace(tmp_path / "workspace", WITH_SHORT)
    begun = workspace.begin("endpoint", Depth.CORE, "Ingrid")
    assert find_or_begin(workspace, start).path != begun.path


def test_a_larger_depth_goes_on_with_what_was_begun_at_a_smaller(workspace: Workspace) -> None:
    begun = workspace.begin("endpoint", Depth.CORE)
    answered = begun.response.with_choice("risk.soak", Facet.POSITION, 2, THEN)
    workspace.save(ResponseFile(begun.path, answered, begun.digest))
    found = find_or_begin(workspace, Start("endpoint", depth="full"))
    assert (found.path, found.response.respondent.depth) == (begun.path, Depth.FULL)
    assert found.response.answers == answered.answers


def test_a_larger_depth_takes_up_what_was_finished_by_whoever_is_named(workspace: Workspace) -> None:
    done = finished(workspace, workspace.begin("endpoint", Depth.CORE))
    found = find_or_begin(workspace, Start(respondent=done.response.respondent.id, depth="full"))
    assert (found.path, found.response.respondent.depth) == (done.path, Depth.FULL)
    assert found.response.respondent.completed is None


def test_a_set_without_questions_is_refused_with_those_that_have_some(workspace: Workspace) -> None:
    with pytest.raises(UnclearStartError, match=r"^This questionnaire asks endpoint nothing at --depth short; it has "):
        find_or_begin(workspace, Start("endpoint", depth="short"))
    assert not workspace.folder.exists()


@pytest.mark.parametrize("name", ["Ingrid", "I" * 200, "a\x1bb"])
def test_whoever_gives_the_same_name_again_continues(workspace: Workspace, name: str) -> None:
    first = find_or_begin(workspace, Start("endpoint", name=name))
    assert find_or_begin(workspace, Start("endpoint", name=name)).path == first.path


def test_nothing_begun_and_nothing_said_asks_for_the_team(workspace: Workspace) -> None:
    with pytest.raises(
        UnclearStartError, match=r"^Say which team you answer for: --team, one of endpoint, operations, "
    ):
        find_or_begin(workspace, Start())
    assert not workspace.folder.exists()


def test_several_unfinished_teams_and_nothing_said_asks_for_the_team(workspace: Workspace) -> None:
    for team in ("endpoint", "security"):
        workspace.begin(team, Depth.CORE)
    with pytest.raises(UnclearStartError, match="Say which team"):
        find_or_begin(workspace, Start())


def test_several_unfinished_responses_of_a_team_are_told_apart_by_respondent(workspace: Workspace) -> None:
    begun = [workspace.begin("endpoint", Depth.CORE).response.respondent.id for _ in range(2)]
    with pytest.raises(UnclearStartError, match="Several unfinished responses fit") as asked:
        find_or_begin(workspace, Start("endpoint"))
    assert all(identifier in str(asked.value) for identifier in begun)


def test_an_unknown_team_is_answered_with_the_teams(workspace: Workspace) -> None:
    with pytest.raises(UnclearStartError) as asked:
        find_or_begin(workspace, Start("netball\x1b"))
    assert str(asked.value) == (
        'There is no team "netball\ufffd"; the teams are endpoint, operations, security, network.'
    )


def test_an_unknown_respondent_is_said(workspace: Workspace) -> None:
    with pytest.raises(UnclearStartError, match='There is no response of "zzzz"'):
        find_or_begin(workspace, Start("endpoint", "zzzz"))


def test_open_answers_are_those_of_the_team_in_this_round_that_may_be_of_whoever_gives_a_name(
    workspace: Workspace,
) -> None:
    kim, nameless = (workspace.begin("endpoint", Depth.CORE, name) for name in ("Kim", ""))
    finished(workspace, workspace.begin("endpoint", Depth.CORE, "Kim"))
    workspace.begin("security", Depth.CORE, "Kim")
    workspace.begin("endpoint", Depth.CORE, "Kim", 2)
    gathered = workspace.read()

    def open_to(name: str) -> set[Path]:
        return {file.path for file in open_answers(gathered, "endpoint", name, 1)}

    assert open_to("") == open_to("Kim") == {kim.path, nameless.path}
    assert open_to("Anna") == {nameless.path}

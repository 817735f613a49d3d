"""Results as text for a terminal or a mail. Renders them and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from maturity.reports.agenda import CLASSES, agenda_parts
from maturity.reports.criteria import WIDTH, counted, wrapped
from maturity.reports.decided import found_says
from maturity.reports.first_use import explained, spaced
from maturity.reports.gates import GATES, gate_parts
from maturity.reports.glossary import words_to_explain
from maturity.reports.headline import cautions, headline
from maturity.reports.how_to_read import conventions, how_to_read
from maturity.reports.in_short import heading, in_short
from maturity.reports.invited import deadlines, heard_in_results
from maturity.reports.movement import movement_headline, movement_lines
from maturity.reports.people import people_lines
from maturity.reports.plan import overdue_lines
from maturity.reports.sections import agreement_lines, chance_lines, pairs_that_differ, standing_lines
from maturity.reports.verdict import verdict
from maturity.results.model import Results
from maturity.results.values import Band, Outcome
from questionnaires.words import Priority
from scoring.wording.words import listed

__all__ = ["CLASSES", "GATES", "asked_in_part", "round_notice", "text"]


def text(results: Results, today: dt.date, *, width: int = WIDTH, brief: bool = False, whole: bool = False) -> str:
    """The comparison as plain text: in short, where the teams stand, what to discuss, what the pilot must show.

    With `brief`, only what fits on a page; with `whole`, all that is known of each criterion and entry of the agenda.
    `today` decides which facts are too old to be relied on.
    """
    if brief:
        lines = list(_brief(results, width, today))
    else:
        parts = _parts(results, width, today, whole=whole)
        lines = list(spaced(explained(parts, words_to_explain(results), width)))
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def _parts(results: Results, width: int, today: dt.date, *, whole: bool) -> Iterator[list[str]]:
    """The text in its order; below each part its words are explained."""
    yield [*_opening(results, width), *overdue_lines(results, today, width)]
    yield list(in_short(results, width))
    yield list(_decided(results, width, today))
    for part in (_gate, _movement, partial(_teams, today=today)):
        yield list(part(results, width))
    yield list(_sections(results, width, whole=whole))
    yield from agenda_parts(results, width, is_whole=whole)
    yield list(_lists(results, width))
    yield from gate_parts(results, width, today, is_whole=whole)
    if whole:
        yield list(_lapsed(results, width))
    yield list(_reading(results, width, whole=whole))


def _brief(results: Results, width: int, today: dt.date) -> Iterator[str]:
    """What fits on a page or two, for the sponsor."""
    yield from _opening(results, width)
    yield from in_short(results, width, says_who=True)
    yield from _decided(results, width, today, brief=True)
    for part in (_brief_gate, _brief_movement, partial(_brief_teams, today=today)):
        yield from part(results, width)


def _decided(results: Results, width: int, today: dt.date, *, brief: bool = False) -> Iterator[str]:
    """What was decided in the room, by whom and when, and what is overdue."""
    if results.decision:
        from maturity.reports.document_decisions import decided_in_text  # blocks, which most texts go without

        yield from heading("What was decided")
        yield from decided_in_text(results, width, today, brief=brief)


def _brief_gate(results: Results, width: int) -> Iterator[str]:
    """Of the verdict only the musts that do not pass."""
    if results.gate is not None:
        missing = [verdict for verdict in results.gate.verdict if verdict.outcome is not Outcome.PASS]
        musts = [verdict for verdict in missing if verdict.priority is Priority.MUST]
        from maturity.reports.gate import gate_text  # where there are figures, and nowhere else

        yield from heading("May the pilot end?")
        yield from gate_text(results.gate.model_copy(update={"verdict": tuple(musts)}), width).splitlines()


def _brief_movement(results: Results, width: int) -> Iterator[str]:
    if results.movement is not None:
        yield ""
        yield from wrapped(movement_headline(results.movement), width)


def _brief_teams(results: Results, width: int, *, today: dt.date) -> Iterator[str]:
    yield from heading("Who answered")
    yield from people_lines(results, width)
    said = " ".join(deadlines(heard_in_results(results), today))
    yield from ("", *wrapped(said, width)) if said else ()


def _opening(results: Results, width: int) -> Iterator[str]:
    questionnaire = results.questionnaire
    yield f"{questionnaire.title}  ·  round {results.round}"
    yield f"Questionnaire {questionnaire.id} {questionnaire.version}, maturity {results.made_by.maturity}"
    yield ""
    if results.gate is not None or len(results.team) > 1:
        yield from wrapped(verdict(results), width)
    yield from wrapped(headline(results), width)
    if said := " ".join(cautions(results)):
        yield from wrapped(said, width)
    if notice := round_notice(results, "Together with the files of the round before, --carry takes over its answers."):
        yield from wrapped(notice, width)
    left_out = results.left_out
    for names, sentence in (
        (left_out.files, "▲ Files that could not be used are left out of everything below"),
        (left_out.unknown, "Answers to questions that this questionnaire does not have were left out"),
        (left_out.incomparable, "Questions whose scale has changed since were not compared"),
    ):
        if names:
            yield from wrapped(f"{sentence}: {', '.join(names)}.", width)


def round_notice(results: Results, advice: str) -> str:
    """What a later round rests on: answers that were carried over, or only what was asked again. `advice`
    says how to have the earlier answers taken over."""
    if results.carried is not None:
        names, carried = results.questionnaire.teams, results.carried.questions
        said = [f"{counted(carried[t], 'question', 'questions')} of {names[t]}" for t in names if t in carried]
        return (
            f"▲ Taken over from round {results.carried.number}, where those who answered then have not answered again: "
            f"{listed(said) or 'nothing'}."
        )
    if results.partial:
        return (
            f"▲ Round {results.round} asked only what was on the agenda. What it did not ask is unknown here: "
            f"thresholds stand on defaults, and tasks may lack their owner. {advice}"
        ).rstrip()
    if results.in_part:
        who, was = asked_in_part(results)
        return (
            f"▲ In round {results.round} {who} {was} asked only what was on the agenda. What was not asked of them is "
            f"unknown here. {advice}"
        ).rstrip()
    return ""


def asked_in_part(results: Results) -> tuple[str, str]:
    """`Endpoint and 1 of 2 people of Security`, and the verb."""
    names = results.questionnaire.teams
    said = [
        names[one.team] if one.people == one.of else f"{one.people} of {one.of} people of {names[one.team]}"
        for one in results.in_part
    ]
    is_one = len(results.in_part) == 1 and (results.in_part[0].people in (1, results.in_part[0].of))
    return listed(said), "was" if is_one else "were"


def _movement(results: Results, width: int) -> Iterator[str]:
    """What moved since another round, where one is set beside this one."""
    if results.movement is not None:
        yield from heading(f"Since round {results.movement.against}")
        yield from movement_lines(results.movement, width)


def _gate(results: Results, width: int) -> Iterator[str]:
    """The verdict on the pilot's figures, where there are any."""
    if results.gate is not None:
        from maturity.reports.by_cycle import cycles_text  # where there are figures, and nowhere else
        from maturity.reports.by_day import days_text
        from maturity.reports.gate import gate_text

        yield from heading("May the pilot end?")
        yield from gate_text(results.gate, width).splitlines()
        yield from cycles_text(results.gate, width).splitlines()
        yield from days_text(results.gate, width).splitlines()


def _teams(results: Results, width: int, *, today: dt.date) -> Iterator[str]:
    yield from _brief_teams(results, width, today=today)
    yield ""
    yield from wrapped(
        "A question can ask for up to three answers, and not every team is asked everything. Each team has one vote, "
        "however many people answered.",
        width,
    )
    fragile, singles = results.fragile, sum(team.people == 1 for team in results.team)
    if fragile.agenda:
        who = (
            f"{counted(singles, 'team is', 'teams are')} one person{' each' if singles > 1 else ''}. "
            if singles
            else ""
        )
        yield from wrapped(
            f"{who}With few answers much is fragile: on {fragile.agenda_fragile} of the {fragile.agenda} "
            "questions to discuss below, one answer moved by one step would change what is found. Each says which (~).",
            width,
        )


def _sections(results: Results, width: int, *, whole: bool) -> Iterator[str]:
    yield from heading("Where the teams agree")
    yield from agreement_lines(results, width)
    yield ""
    yield from wrapped(
        "Each question counts once, by its worst finding. Far apart also holds contested, unaware and missing "
        "owners, blockers, and limits that cannot hold together; apart holds split owners, disputes on baseline or "
        "direction, and prerequisites that are not met.",
        width,
    )
    yield from chance_lines(results, width, with_table=whole)
    yield ""
    aligned = [question.title for question in results.question if question.column is Band.ALIGNED]
    if aligned:
        yield from wrapped(f"Aligned: {'; '.join(aligned)}.", width)
        yield ""
    if len(results.team) > 2:  # of two teams each stands as far apart as the other
        yield "How often each team stands apart from the others (of the questions compared):"
        yield ""
        yield from standing_lines(results, width)
        for said in pairs_that_differ(results):
            yield from wrapped(said, width)


def _lists(results: Results, width: int) -> Iterator[str]:
    titles = {question.id: question.title for question in results.question}
    for findings, title in (
        (results.no_common_position, "Teams that first have to agree among themselves"),
        (results.applicability_conflict, "Does this apply to us?"),
    ):
        if findings:
            yield f"{title} ({len(findings)})"
            yield ""
            for finding in findings:
                yield from wrapped(f"{titles[finding.question]}: {found_says(finding)}", width, "   -  ")
            yield ""
    if results.flagged:
        listed_already = {entry.question for entry in (*results.agenda, *results.settled, *results.parked)}
        named = [titles[question] for question in results.flagged if question not in listed_already]
        if named:
            yield from wrapped(f"Also flagged for discussion: {'; '.join(named)}.", width)


def _lapsed(results: Results, width: int) -> Iterator[str]:
    """What was once asked for and is not asked any more, so that nobody waits for it."""
    if results.questionnaire.lapsed:
        yield from heading("No longer asked for")
        for title, reason in results.questionnaire.lapsed.items():
            yield from wrapped(f"{title}: {reason}", width, "  - ")


def _reading(results: Results, width: int, *, whole: bool) -> Iterator[str]:
    yield from heading("How to read the figures")
    if whole:
        yield from (line for sentence in how_to_read(results) for line in wrapped(sentence, width, "  - "))
    else:
        yield from wrapped(" ".join(conventions(results)), width)

"""Adds decisions to a file: what stands in it already is never touched, and is on disk whole or as it was."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from maturity.files.adding import add, faulty, follows, parses, patiently
from maturity.files.decisions_text import as_meant, head_text, text_of
from maturity.files.saving import NotSavedError
from questionnaires import InvalidFile, Questionnaire, name_of, one_line, parse
from questionnaires.decisions import Decision, Decisions, PlanEntry, decisions_in
from questionnaires.decisions_admission import refusals
from questionnaires.reading import LARGEST_FILE

DECISIONS_NAME: Final = "decisions.toml"
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_MORE: Final = b"\n[[decision]]\n[[plan]]\n"


def new_id() -> str:
    """A random name for an entry."""
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


def add_entries(
    path: Path, questionnaire: Questionnaire, entries: Sequence[Decision | PlanEntry], *, within: Path
) -> None:
    """Adds entries at the end of a file of decisions, which is begun where there is none; when it comes back, they are
    on disk.

    Every byte that is there stays, and an entry that is there already is not added again: somebody may try once more
    who was told that it could not be saved. Never waits. Raises NotSavedError with the reason, also for an entry that
    does not fit the questionnaire; HeldError where somebody else has the file at this moment.
    """
    shown = name_of(path)
    _refuse_unfit(entries, questionnaire)

    def with_them(before: bytes) -> bytes:
        new = _not_there(before, entries, shown)
        data = before + follows(before, "".join(f"\n{text_of(entry, questionnaire)}" for entry in new))
        _check(data, before, new, questionnaire, shown)
        return data

    add(path, head_text(questionnaire), with_them, within=within)


def add_entries_waiting(
    path: Path, questionnaire: Questionnaire, entries: Sequence[Decision | PlanEntry], *, within: Path
) -> None:
    """The same, and waits up to three seconds for a file that is held: for callers that may wait."""
    patiently(lambda: add_entries(path, questionnaire, entries, within=within))


def _refuse_unfit(entries: Sequence[Decision | PlanEntry], questionnaire: Questionnaire) -> None:
    """What would be refused when it is read is not written; the sentence is for whoever decides, not for the file."""
    for entry in entries:
        if isinstance(entry, Decision) and (wrong := refusals(entry, questionnaire)):
            question = questionnaire.question_by_id.get(entry.question)
            about = one_line(question.title if question else entry.question)
            raise NotSavedError(f"“{about}” was not saved: the {wrong[0].removeprefix('outcome.')}.")


def _not_there(before: bytes, entries: Sequence[Decision | PlanEntry], shown: str) -> list[Decision | PlanEntry]:
    """The entries but for those that the file holds as they are."""
    if not any(f'"{entry.id}"'.encode() in before for entry in entries):
        return list(entries)
    try:
        there = _read(before, shown)
    except InvalidFile as unsound:
        raise faulty(unsound, shown) from unsound
    held: tuple[Decision | PlanEntry, ...] = (*there.decision, *there.plan)
    return [entry for entry in entries if as_meant(entry) not in held]


def _check(
    data: bytes, before: bytes, entries: Sequence[Decision | PlanEntry], questionnaire: Questionnaire, shown: str
) -> None:
    """What would not read back as it was meant is not written."""
    try:
        after = _read(data, shown)
    except InvalidFile as error:
        raise _why(error, data, before, shown) from error
    if after.questionnaire.id != questionnaire.head.id:
        raise NotSavedError(f"{shown} was not saved: it holds decisions on another questionnaire; rename it first.")
    meant = [as_meant(entry) for entry in entries]
    decisions = tuple(entry for entry in meant if isinstance(entry, Decision))
    plan = tuple(entry for entry in meant if isinstance(entry, PlanEntry))
    added = after.decision[len(after.decision) - len(decisions) :], after.plan[len(after.plan) - len(plan) :]
    if added != (decisions, plan):
        raise NotSavedError(f"{shown} was not saved: it would not read back as it was meant.")


def _why(error: InvalidFile, data: bytes, before: bytes, shown: str) -> NotSavedError:
    """Why nothing can be added: the file is not sound, is full, or is written in another form."""
    try:
        was = _read(before, shown)
    except InvalidFile as unsound:
        return faulty(unsound, shown)
    if len(data) <= LARGEST_FILE and not parses(before + _MORE):
        return NotSavedError(
            f"{shown} was not saved: it has a list in brackets, such as decision = […]; write each entry below a "
            "[[decision]] or [[plan]] of its own, and try again."
        )
    if parses(data) and not any(fault.key in Decisions.model_fields for fault in error.faults):
        return faulty(error, shown)
    held = f"{_entries(len(was.decision))} on decisions and {len(was.plan)} of a plan"
    return NotSavedError(
        f"{shown} was not saved: it is full, with {held}; rename it, such as to decisions-1.toml, so that a "
        "new one is begun. Both are read."
    )


def _entries(number: int) -> str:
    return f"{number} {'entry' if number == 1 else 'entries'}"


def _read(data: bytes, shown: str) -> Decisions:
    return decisions_in(parse(data, shown), shown)

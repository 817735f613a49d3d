"""Adds decisions to a file: what stands in it already is never touched, and is on disk whole or as it was."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import tomli_w

from maturity.files.links import is_taken
from maturity.files.lock import lock_of
from maturity.files.saving import HeldError, NotSavedError, write_once
from questionnaires import InvalidFile, Questionnaire, name_of, parse, read_bytes
from questionnaires.decisions import Decision, Decisions, PlanEntry, decisions_in
from questionnaires.words import SCHEMA, FileKind

DECISIONS_NAME: Final = "decisions.toml"
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def new_id() -> str:
    """A random name for an entry."""
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


def add_entries(
    path: Path, questionnaire: Questionnaire, entries: Sequence[Decision | PlanEntry], *, within: Path
) -> None:
    """Adds entries at the end of a file of decisions, which is begun where there is none.

    Every byte that is there stays. Raises NotSavedError with the reason, HeldError where somebody else has the file.
    """
    lock = lock_of(path.parent, path.stem)
    if lock.is_held_elsewhere:
        raise HeldError(f"{name_of(path)} was not saved: another program is adding to it. It will be tried again.")
    try:
        before = _there(path, questionnaire)
        data = before + _text(entries)
        _check(data, before, entries, path)
        write_once(path, data, within=within)
    finally:
        lock.release()


def _there(path: Path, questionnaire: Questionnaire) -> bytes:
    """What stands in the file, up to a whole line; of a new one its head."""
    if not is_taken(path):
        head = questionnaire.head
        reference = {"id": head.id, "version": head.version, "fingerprint": questionnaire.fingerprint}
        document = {"kind": FileKind.DECISIONS.value, "schema": SCHEMA, "questionnaire": reference}
        return tomli_w.dumps(document).encode()
    shown = name_of(path)
    try:
        data = read_bytes(path)
        decisions = decisions_in(parse(data, shown), shown)
    except InvalidFile as error:
        raise NotSavedError(f"{shown} was not saved: {error.faults[0].message}. Correct it first.") from error
    if decisions.questionnaire.id != questionnaire.head.id:
        raise NotSavedError(f"{shown} was not saved: it holds decisions on another questionnaire; rename it first.")
    return data if data.endswith(b"\n") else data + b"\n"


def _check(data: bytes, before: bytes, entries: Sequence[Decision | PlanEntry], path: Path) -> None:
    """What would not read back as it was meant is not written."""
    shown = name_of(path)
    try:
        after, was = decisions_in(parse(data, shown), shown), decisions_in(parse(before, shown), shown)
    except InvalidFile as error:
        raise NotSavedError(f"{shown} was not saved: {error.faults[0].message}. Correct it first.") from error
    if (after.decision, after.plan) != _with(was, entries):
        raise NotSavedError(f"{shown} would not read back as it was meant; nothing was written.")


def _with(
    was: Decisions, entries: Sequence[Decision | PlanEntry]
) -> tuple[tuple[Decision, ...], tuple[PlanEntry, ...]]:
    return (
        (*was.decision, *(entry for entry in entries if isinstance(entry, Decision))),
        (*was.plan, *(entry for entry in entries if isinstance(entry, PlanEntry))),
    )


def _text(entries: Sequence[Decision | PlanEntry]) -> bytes:
    parts = []
    for entry in entries:
        kind = "decision" if isinstance(entry, Decision) else "plan"
        body = entry.model_dump(mode="python", exclude_none=True, exclude_defaults=True)
        parts.append("\n".join(_table(kind, body)))
    return "".join(f"\n{part}" for part in parts).encode()


def _table(kind: str, body: Mapping[str, Any]) -> Iterator[str]:
    """One entry as a table of its own, the small ones within it below."""
    inner = {key: value for key, value in body.items() if isinstance(value, Mapping) or _is_tables(value)}
    yield f"[[{kind}]]"
    yield tomli_w.dumps({key: value for key, value in body.items() if key not in inner})
    for key, value in inner.items():
        for table in value if _is_tables(value) else (value,):
            yield f"[[{kind}.{key}]]" if _is_tables(value) else f"[{kind}.{key}]"
            yield tomli_w.dumps(table)


def _is_tables(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(item, Mapping) for item in value)

"""The answers of four teams that disagree the way real teams do, as data beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from maturity.files.links import is_link, is_taken
from maturity.files.saving import write, write_once
from maturity.files.workspace import file_name, to_bytes
from questionnaires import Questionnaire, Response, admit, builtin, parse, reference_to


def examples() -> Iterator[Response]:
    """The example responses, valid against the built-in questionnaire."""
    questionnaire = builtin()
    # The files leave out which questionnaire they answer: it is always the one they ship with.
    named = reference_to(questionnaire).model_dump()
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        document = parse(path.read_bytes(), path.name)
        yield admit({**document, "questionnaire": named}, path.name, questionnaire)


def examples_fit(questionnaire: Questionnaire) -> bool:
    """Whether the examples answer this questionnaire, be it in a version of somebody's own."""
    return questionnaire.head.id == builtin().head.id


def write_examples(folder: Path, *, within: Path | None = None, is_patient: bool = True) -> list[Path]:
    """Writes the example responses into a folder, which is made when missing. Raises NotSavedError.

    Those that are there already are left alone: somebody may have gone on answering in them. With `within`, a folder
    above it, neither that folder nor one between them may be a link. `is_patient` is waiting for what is held.
    """
    written = []
    for response in examples():
        path = folder / file_name(response)
        if not is_taken(path) or is_link(folder) or is_link(path):
            (write if is_patient else write_once)(path, to_bytes(response), within=within or folder)
        written.append(path)
    return written

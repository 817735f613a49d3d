"""What is asked and what was answered. Reads, never writes; knows nothing of scores or screens.

Each name is loaded from its module when it is first asked for: whoever only cleans a text, as the first screen does
before it is painted, does not wait for the models.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from questionnaires.admission import (
        Foreign,
        admit,
        answers_for,
        foreign,
        in_this_version,
        label,
        questions_for,
        reference_to,
    )
    from questionnaires.candidate import Candidate, Example
    from questionnaires.faults import Fault, InvalidFile
    from questionnaires.loading import builtin, load
    from questionnaires.model import Questionnaire
    from questionnaires.parts import Section, Source, Team
    from questionnaires.question import Question
    from questionnaires.reading import expect, kind_of, parse, read_bytes
    from questionnaires.response import EMPTY, LONGEST_NOTE, Answer, Choice, QuestionnaireRef, Respondent, Response
    from questionnaires.scale import Option, Scale
    from questionnaires.text import clean, name_of, one_line

__all__ = [
    "EMPTY",
    "LONGEST_NOTE",
    "Answer",
    "Candidate",
    "Choice",
    "Example",
    "Fault",
    "Foreign",
    "InvalidFile",
    "Option",
    "Question",
    "Questionnaire",
    "QuestionnaireRef",
    "Respondent",
    "Response",
    "Scale",
    "Section",
    "Source",
    "Team",
    "admit",
    "answers_for",
    "builtin",
    "clean",
    "expect",
    "foreign",
    "in_this_version",
    "kind_of",
    "label",
    "load",
    "name_of",
    "one_line",
    "parse",
    "questions_for",
    "read_bytes",
    "reference_to",
]

_NAMES: Final = {
    "admission": (
        "Foreign",
        "admit",
        "answers_for",
        "foreign",
        "in_this_version",
        "label",
        "questions_for",
        "reference_to",
    ),
    "candidate": ("Candidate", "Example"),
    "faults": ("Fault", "InvalidFile"),
    "loading": ("builtin", "load"),
    "model": ("Questionnaire",),
    "parts": ("Section", "Source", "Team"),
    "question": ("Question",),
    "reading": ("expect", "kind_of", "parse", "read_bytes"),
    "response": ("EMPTY", "LONGEST_NOTE", "Answer", "Choice", "QuestionnaireRef", "Respondent", "Response"),
    "scale": ("Option", "Scale"),
    "text": ("clean", "name_of", "one_line"),
}
"""What each module gives to the other floors."""


def given_lazily(package: str, names: Mapping[str, Iterable[str]]) -> Callable[[str], object]:
    """The `__getattr__` of a package that gives the names of its modules, each loaded when it is first asked for."""
    module_of = {name: module for module, given in names.items() for name in given}

    def give(name: str) -> object:
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{package}.{module_of[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return give


__getattr__ = given_lazily(__name__, _NAMES)

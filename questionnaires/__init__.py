"""What is asked and what was answered. Reads, never writes; knows nothing of scores or screens."""

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

"""What the form knows: the questionnaire and the rules of answering, as data that its script interprets.

Whatever has an order, or ids of a questionnaire for keys, is a list of pairs: in JavaScript a key "1" would go before
all others, and "__proto__" would be none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from maturity.files.workspace import ID_LETTERS
from maturity.pictures.signs import BEFORE, CHOSEN, FLAG, OPEN
from maturity.results.build_facts import facts_on
from maturity.rounds.facts import each_once, said_by
from maturity.rounds.interview import DEPTH_WORDS, in_words, keys_of, minutes_for
from maturity.rounds.prompts import ASKS, COLUMNS
from questionnaires import LONGEST_NOTE, Answer, Question, Questionnaire, Scale, label, reference_to
from questionnaires.bounds import FIRST_YEAR, LAST_YEAR
from questionnaires.reading import LARGEST_FILE
from questionnaires.response import LONGEST_NAME, MOST_ANSWERS
from questionnaires.text import STEERING
from questionnaires.words import (
    BASIS_FROM,
    DONT_KNOW,
    FACETS,
    NOT_APPLICABLE,
    SCHEMA,
    Depth,
    Facet,
    FileKind,
    Kind,
    Level,
)
from scoring.wording.days import day_in_words
from scoring.wording.words import FACET_WORDS

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

_OWN_WORDS: Final = ("note", "flag")
"""What an answer holds besides its choices, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which form is made: of one team or, with None, of whichever its reader names; `until` is the last day."""

    depth: Depth
    team: str | None = None
    round: int = 1
    until: dt.date | None = None


def form_data(questionnaire: Questionnaire, asked: Asked, today: dt.date) -> dict[str, Json]:
    """Everything that the script of a form is told."""
    head, reference = questionnaire.head, reference_to(questionnaire)
    questions = [one for one in questionnaire.questions if _is_on_page(questionnaire, one, asked)]
    return {
        "title": head.title,
        "about": head.about,
        "language": head.language,
        "kind": FileKind.RESPONSE.value,
        "schema": SCHEMA,
        "id": reference.id,
        "version": reference.version,
        "fingerprint": reference.fingerprint,
        "meanings": [[name, meaning] for name, meaning in reference.scales.items()],
        "depth": asked.depth.value,
        "depths": [[depth.value, DEPTH_WORDS[depth]] for depth in Depth],
        "round": asked.round,
        "team": asked.team,
        "until": day_in_words(asked.until) if asked.until else None,
        "teams": list(_teams(questionnaire, asked)),
        "sections": [
            {"id": one.id, "title": one.title, "question": one.question, "about": one.about}
            for one in questionnaire.sections
        ],
        "scales": [_scale(one) for one in questionnaire.scales],
        "questions": [_question(questionnaire, one, today) for one in questions],
        "known": [[one.id, one.kind.value, one.scale] for one in questionnaire.questions],
        "renamed": [[old, new] for old, new in questionnaire.renamed.items()],
        "terms": [{"word": one.word, "meaning": one.meaning} for one in questionnaire.terms],
        "lapsed": [{"title": one.title, "reason": one.reason} for one in questionnaire.lapsed if not one.documented],
        "reserved": [_reserved(questionnaire, DONT_KNOW, "d"), _reserved(questionnaire, NOT_APPLICABLE, "a")],
        "signs": {"chosen": CHOSEN, "open": OPEN, "flag": FLAG, "before": BEFORE},
        **_rules(),
    }


def _rules() -> dict[str, Json]:
    """What holds of answers to any questionnaire."""
    return {
        "kinds": [[kind.value, [facet.value for facet in facets]] for kind, facets in FACETS.items()],
        "facets": [_facet(facet) for facet in Facet],
        "answer": [name for name in Answer.model_fields if name not in _OWN_WORDS],
        "not_applicable": NOT_APPLICABLE,
        "dont_know": DONT_KNOW,
        "basis": {
            "facet": Facet.BASIS.value,
            "of": Facet.NEEDED.value,
            "from": BASIS_FROM,
            "scale": Facet.BASIS.value,
            "kind": Kind.CONTROL.value,
        },
        "owned": {"kind": Kind.OWNERSHIP.value, "facet": Facet.OWNER.value},
        "explains_lapsed": Kind.PREREQUISITE.value,
        "longest_note": LONGEST_NOTE,
        "longest_name": LONGEST_NAME,
        "most_answers": MOST_ANSWERS,
        "largest_file": LARGEST_FILE,
        "first_year": FIRST_YEAR,
        "last_year": LAST_YEAR,
        "id_letters": ID_LETTERS,
        "steering": _as_javascript(STEERING.pattern),
    }


def _as_javascript(pattern: str) -> str:
    """A class of characters in plain ASCII, as JavaScript reads it with its flag u."""
    return "".join(sign if " " <= sign <= "~" else f"\\u{{{ord(sign):x}}}" for sign in pattern)


def _facet(facet: Facet) -> Json:
    return {"id": facet.value, "asks": ASKS[facet], "column": COLUMNS.get(facet, ""), "words": FACET_WORDS[facet]}


def _reserved(questionnaire: Questionnaire, choice: str, key: str) -> Json:
    """An answer that is no option, with its key in the app; its words are the same on every scale."""
    return {"choice": choice, "key": key, "words": label(questionnaire.scales[0], choice)}


def _is_on_page(questionnaire: Questionnaire, question: Question, asked: Asked) -> bool:
    teams = [asked.team] if asked.team else questionnaire.team_by_id
    return any(question.is_asked_of(team, asked.depth) for team in teams)


def _teams(questionnaire: Questionnaire, asked: Asked) -> Iterator[Json]:
    """Each team with the ids of what it is asked, and about how many minutes that takes."""
    for team in questionnaire.teams:
        questions = questionnaire.asked_of(team.id, asked.depth)
        yield {
            "id": team.id,
            "label": team.label,
            "about": team.about,
            "minutes": minutes_for(questionnaire, questions),
            "asked": [one.id for one in questions] if asked.team in (None, team.id) else [],
        }


def _scale(scale: Scale) -> Json:
    keys = keys_of(scale)
    return {
        "id": scale.id,
        "is_ordinal": scale.level is Level.ORDINAL,
        "options": [
            {
                "choice": scale.choice(place),
                "key": keys[place],
                "label": option.label,
                "words": in_words(scale, scale.choice(place)),
                "behaviour": option.behaviour,
            }
            for place, option in enumerate(scale.options)
        ],
    }


def _question(questionnaire: Questionnaire, question: Question, today: dt.date) -> Json:
    said = f"{question.title} {question.text} {question.help}"
    return {
        "id": question.id,
        "section": question.section,
        "title": question.title,
        "text": question.text,
        "help": question.help,
        "phase": question.phase,
        "terms": [place for place, term in enumerate(questionnaire.terms) if term.occurs_in(said)],
        "facts": [
            [fact.title, fact.text, said_by(fact, today)] for fact in each_once(facts_on(questionnaire, question))
        ],
    }

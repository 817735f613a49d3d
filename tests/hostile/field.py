"""The questionnaire that the corpus is about, and a sound file of every kind for it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Final

from maturity.files.tallies import people_in, tally_bytes, tally_document
from maturity.files.workspace import to_bytes
from maturity.results.build import results
from maturity.results.writing import to_toml
from questionnaires import Answer, Questionnaire
from questionnaires.decisions import Objection, State
from scoring import compare, recommend, tally
from tests.given.builders import HEADER, SMALL, criterion, respond, small
from tests.given.decisions import decide, park, planned
from tests.given.decisions import decisions_text as written
from tests.given.files import DIFFERENT, GOOD
from tests.given.month_of_builds import HEAD, november

_CONTESTED: Final = '{ findings = ["contested", "unaware_owner"], questions = ["ownership.*"], each = true }'
_EXPORTED: Final = 'measure = { exported = [{ export = "states", counts = [{ column = "state", test = "filled" }] }], '
_COUNTED: Final = criterion("one_owner").replace("measure = { ", _EXPORTED)
_EXPORTS: Final = """
[[export]]
id = "things"
title = "List of things"
place = "A list that you keep."
is_list = true
one = "thing"
many = "things"
key = "key"
known_by = ["key", "listed"]
sources = ["page"]

[[export.column]]
id = "key"
headers = ["Key"]
holds = "key"

[[export.column]]
id = "listed"
headers = ["Listed"]
holds = "text"

[[export.column]]
id = "ring"
headers = ["Ring"]
holds = "text"
role = "ring"

[[export]]
id = "states"
title = "States"
place = "A report."
key = "key"
known_by = ["key", "state"]
sources = ["page"]

[[export.column]]
id = "key"
headers = ["Key"]
holds = "key"

[[export.column]]
id = "state"
headers = ["State"]
holds = "text"
"""
_CRITERIA: Final = criterion("stop_in_time") + _COUNTED + criterion("settled", when=_CONTESTED) + _EXPORTS
LISTED: Final = "Key,Listed\na1,yes\na2,yes\n"
STATES: Final = "Key,State\na1,on\na2,\n"
ANSWERS: Final = {**GOOD, "readiness.licences": Answer(status="partly")}

FIGURES: Final = """kind = "actuals"
schema = 1

[pilot]
questionnaire = "small"
round = 1
rings = ["first"]

[[actual]]
criterion = "stop_in_time"
ring = "first"
cycle = 1
date = 2026-11-22
numerator = 1
denominator = 2
report = "A report."
by = "Ada"

[[waiver]]
criterion = "one_owner"
by = "Ada"
until = 2027-01-31
reason = "A reason."
"""

BUILDS: Final = f"""{HEAD}deadlines = {{ "Ring ë" = 3, Broad = 12 }}
{november(7171, 7092)}
[[support]]
base = 26100
edition = "Enterprise"
until = 2029-10-09
source = "Made up"
checked = 2026-11-20
"""
TICKETS: Final = """kind = "tickets"
schema = 1
date = "Eröffnet"
key = "Asset"

[[about]]
column = "Category"
words = ["update", "restart"]
"""
ROSTER: Final = """kind = "roster"
schema = 1
round = 1
until = 2026-12-11

[teams]
endpoint = "Workplace"
network = "Lines"

[[asked]]
team = "security"
people = 3
until = 2026-12-18

[[asked]]
team = "network"
labels = ["Anna", "Night shift"]
"""


def questionnaire() -> Questionnaire:
    """The small questionnaire with three criteria."""
    return small(_CRITERIA)


def questionnaire_files() -> dict[str, bytes]:
    """The same as files."""
    return {"small.toml": SMALL.read_bytes(), "extra.toml": (HEADER + _CRITERIA).encode()}


@cache
def response(team: str = "network", respondent: str = "netw1") -> str:
    """The text of an unfinished response, with a word in every part of a file."""
    given = DIFFERENT if team == "security" else ANSWERS
    return to_bytes(respond(team, given, questionnaire=questionnaire(), respondent=respondent)).decode()


@cache
def tally_text() -> str:
    """A tally of one person of the network team."""
    people = [respond("network", ANSWERS, questionnaire=questionnaire(), respondent="tall1")]
    counted = tally(questionnaire(), people)
    return tally_bytes(tally_document(questionnaire(), counted, people_in(people), 1)).decode()


@cache
def decisions_text() -> str:
    """Something decided with all that a decision may say, something parked, and an entry of a plan."""
    owner = decide(
        "aaaa",
        "ownership.pause",
        owner="endpoint",
        deputy="security",
        because="A reason.",
        agreed_by=("endpoint",),
        objected_by=(Objection(team="security", reason="An objection."),),
        before={"endpoint": (1, 0, 0, 0, 0, 0, 0)},
        confirmed_by=("one_owner",),
        supersedes=("zzzz",),
    )
    covered = decide("bbbb", "control.release", option=5, control="covered", safeguard="A board.", tested_by="security")
    shown = planned("dddd", "one_owner", person="Ada")
    carried_out = shown.model_copy(
        update={"id": "pppp", "criterion": None, "decision": "aaaa", "due": dt.date(2027, 1, 31), "state": State.DONE}
    )
    return written(owner, covered, park("cccc", "risk.attitude"), shown, carried_out, on=questionnaire())


@cache
def results_text() -> str:
    """Results of two teams."""
    field = questionnaire()
    people = [
        respond("endpoint", GOOD, questionnaire=field, respondent="endp1"),
        respond("security", DIFFERENT, questionnaire=field, respondent="secu1"),
    ]
    comparison = compare(field, tally(field, people), 1)
    return to_toml(results(comparison, recommend(comparison), ()))


def sound(kind: str) -> str:
    """A sound text of this kind."""
    match kind:
        case "response":
            return response()
        case "tally":
            return tally_text()
        case "results":
            return results_text()
        case "actuals":
            return FIGURES
        case "roster":
            return ROSTER
        case "decisions":
            return decisions_text()
        case "builds":
            return BUILDS
        case "tickets":
            return TICKETS
        case _:
            return SMALL.read_text("utf-8")


def two_sound_teams(folder: Path) -> None:
    """The responses of two teams that disagree."""
    folder.mkdir(parents=True, exist_ok=True)
    for team in ("endpoint", "security"):
        (folder / f"{team}.toml").write_text(response(team, f"{team[:4]}1"), "utf-8")

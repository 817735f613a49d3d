"""Decisions as somebody wrote them down: what is sound by itself, and what fits a questionnaire."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from questionnaires import InvalidFile, Questionnaire
from questionnaires.decisions import Control, Decision, Decisions, Objection, Status, decisions_in
from questionnaires.decisions_admission import Admitted, admit_decisions, choice_of, refusals
from questionnaires.reading import parse
from questionnaires.words import Facet
from tests.given.builders import criterion, small
from tests.given.decisions import decide, decisions_text, park, take_back

BODY = """
[[decision]]
id = "aaaa"
question = "ownership.pause"
status = "decided"
decider = "Anna Berg"
decided = 2026-11-27
recorded = 2026-11-27T15:30:00Z
review_by = 2027-05-27
outcome = { owner = "endpoint" }
"""


def head(fingerprint: str = "", name: str = "small") -> str:
    written = fingerprint or small().fingerprint
    reference = f'[questionnaire]\nid = "{name}"\nversion = "1"\nfingerprint = "{written}"\n'
    return f'kind = "decisions"\nschema = 1\n\n{reference}'


def admitted(text: str, questionnaire: Questionnaire | None = None) -> Admitted:
    return admit_decisions(parse(text.encode(), "d.toml"), "d.toml", questionnaire or small())


def written(*entries: Decision) -> Admitted:
    """What becomes of entries that somebody else's program wrote, which checked nothing."""
    document = {
        "kind": "decisions",
        "schema": 1,
        "questionnaire": {"id": "small", "version": "1", "fingerprint": small().fingerprint},
        "decision": [entry.model_dump(exclude_none=True) for entry in entries],
    }
    return admit_decisions(document, "d.toml", small())


def faults(text: str) -> list[str]:
    """What is wrong with a file by itself."""
    with pytest.raises(InvalidFile) as caught:
        decisions_in(parse(text.encode(), "d.toml"), "d.toml")
    return [f"{fault.key}: {fault.message}" for fault in caught.value.faults]


def test_a_decision_that_fits_is_used_with_its_facet() -> None:
    found = admitted(head() + BODY)
    assert (found.faults, found.skipped, found.refused) == ((), (), ())
    (decision,) = found.decisions.decision
    assert (decision.facet, decision.outcome and decision.outcome.owner) == (Facet.OWNER, "endpoint")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('decider = "Anna Berg"\n', "", "decision[0]: is decided and lacks a decider"),
        ('"Anna Berg"', '["Anna", "Ben"]', "decision[0].decider: names several people; a decision has one decider, "),
        ("review_by = 2027-05-27\n", "", "decision[0]: is decided and lacks review_by, the day on which it is looked "),
        ('outcome = { owner = "endpoint" }\n', "", "decision[0]: is decided and lacks an outcome"),
        ('"decided"', '"parked"', "decision[0]: is parked and lacks a next_step with its due day"),
        ('"decided"', '"superseded"', "decision[0]: is superseded and lacks the entries that it supersedes"),
        ("2027-05-27", "2026-11-26", "decision[0]: review_by is 2026-11-26, before it was decided on 2026-11-27; "),
        ("decided = 2026-11-27", "decided = 2026-11-29", "decision[0]: decided is 2026-11-29, after it was recorded; "),
        ("decided = 2026-11-27", "decided = 2026-02-30", ": is not valid TOML: Invalid date or datetime"),
        ("decided = 2026-11-27", 'decided = "soon"', 'decision[0].decided: is "soon"; a date was expected, such as '),
        ("15:30:00Z", "15:30:00", "decision[0].recorded: "),
        ('id = "aaaa"', 'id = "A!"', 'decision[0].id: is "A!"; only small letters, digits, and the separators of its '),
        ('id = "aaaa"', 'id = "aaaa"\nsupersedes = ["aaaa"]', "decision[0]: supersedes itself; remove its own id"),
        ('id = "aaaa"', 'id = "aaaa"\nwhy = "x"', "decision[0].why: is not a known key; remove it or correct its name"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence_with_its_key(before: str, after: str, says: str) -> None:
    (found,) = faults(head() + BODY.replace(before, after))
    assert found.startswith(says)


def test_all_faults_of_a_file_are_said_at_once() -> None:
    text = (
        head() + BODY.replace('decider = "Anna Berg"\n', "") + BODY.replace('"aaaa"', '"B"').replace("2027-", "1027-")
    )
    assert [found.partition(":")[0] for found in faults(text)] == [
        "decision[0]",
        "decision[1].id",
        "decision[1].review_by",
    ]


def test_an_id_is_given_once_and_a_team_stands_on_one_side() -> None:
    twice = head() + BODY + BODY.replace('"Anna Berg"', '"Ben"')
    assert faults(twice) == ['decision[1].id: is "aaaa" a second time; each entry needs an id of its own']
    both = BODY + 'agreed_by = ["security"]\nobjected_by = [{ team = "security", reason = "No rota." }]\n'
    assert faults(head() + both) == [
        'decision[0]: names the team "security" twice in agreed_by and objected_by; keep one'
    ]


def test_an_entry_that_stands_twice_in_a_file_is_one() -> None:
    assert [one.id for one in admitted(head() + BODY + BODY).decisions.decision] == ["aaaa", "aaaa"]


def test_an_entry_of_a_plan_is_about_one_thing() -> None:
    entry = '\n[[plan]]\nid = "pppp"\nrecorded = 2026-11-27T15:30:00Z\n'
    one = "plan[0]: is about either a criterion or a decision; give one of the two"
    assert faults(head() + entry) == [one]
    assert faults(head() + entry + 'criterion = "a"\ndecision = "aaaa"\n') == [one]


def test_a_moment_of_another_zone_may_be_a_day_earlier_than_the_day_there() -> None:
    text = BODY.replace("decided = 2026-11-27", "decided = 2026-11-28").replace("15:30:00Z", "23:30:00Z")
    assert not admitted(head() + text).faults


def test_at_most_two_thousand_entries_are_read() -> None:
    entries = "".join(
        f'\n[[plan]]\nid = "p{n:04}"\ncriterion = "a"\nrecorded = 2026-11-27T15:30:00Z\n' for n in range(2001)
    )
    assert faults(head() + entries) == [
        "plan: has 2001 entries; at most 2000 are read of one file, move some into a second one beside it"
    ]


TEAMS = "no team of this questionnaire; its teams are endpoint, operations, security, network"
OWNERS = "is one of endpoint, operations, security, network, provider"
FACT = "stricter than the service can do: 8 hours. Less than 8 hours cannot be promised (A page, 2026-01-01)"

REFUSED = [
    (
        decide("aaaa", "ownership.gone", owner="endpoint"),
        'question: is "ownership.gone", which is not a question of this questionnaire',
    ),
    (
        decide("aaaa", "ownership.pause", facet="needed", owner="endpoint"),
        'facet: is "needed"; an ownership question is decided on owner',
    ),
    (
        decide("aaaa", "future.approvals", option=2),
        "facet: is missing; say which stage it settles: today, in_12_months, in_24_months",
    ),
    (
        decide("aaaa", "control.release", facet="wanted", option=2, control="kept"),
        'facet: is "wanted"; a control question is decided on needed',
    ),
    (
        decide("aaaa", "ownership.pause", owner="endpoint", scale="0000"),
        "scale: is another than today's: its options have changed their meaning; decide it again",
    ),
    (decide("aaaa", "ownership.pause", owner="endpoint", agreed_by=("legal",)), 'agreed_by[0]: is "legal", ' + TEAMS),
    (
        decide("aaaa", "ownership.pause", owner="endpoint", objected_by=(Objection(team="legal", reason="No."),)),
        'objected_by[0].team: is "legal", ' + TEAMS,
    ),
    (
        decide("aaaa", "ownership.pause", owner="endpoint", before={"legal": (0,) * 7}),
        'before.legal: is "legal", ' + TEAMS,
    ),
    (
        decide("aaaa", "ownership.pause", owner="endpoint", before={"security": (1, 2)}),
        "before.security: has 2 numbers; the scale has 7 options",
    ),
    (
        decide("aaaa", "ownership.pause", owner="endpoint", confirmed_by=("nothing",)),
        'confirmed_by[0]: is "nothing", no criterion of this questionnaire',
    ),
    (
        decide("aaaa", "ownership.pause", owner="nobody"),
        'outcome.owner: is "nobody"; an owner ' + OWNERS + "; where there is none, park it",
    ),
    (
        decide("aaaa", "ownership.pause", owner="service"),
        "outcome.owner: is the service, but no page says that the service does this (A page, 2026-01-01); "
        "name one of your own",
    ),
    (
        decide("aaaa", "ownership.pause", owner="them"),
        'outcome.owner: is "them"; an owner ' + OWNERS + "; where there is none, park it",
    ),
    (
        decide("aaaa", "ownership.pause", deputy="endpoint"),
        "outcome.owner: is missing; say which team owns it, or park it",
    ),
    (
        decide("aaaa", "ownership.pause", owner="endpoint", deputy="service"),
        'outcome.deputy: is "service"; a deputy ' + OWNERS,
    ),
    (
        decide("aaaa", "ownership.pause", owner="endpoint", deputy="endpoint"),
        "outcome.deputy: is the owner as well; name another, or leave it out",
    ),
    (
        decide("aaaa", "ownership.pause", owner="endpoint", option=2),
        "outcome.option: does not belong to an ownership question; it has owner, deputy",
    ),
    (decide("aaaa", "risk.attitude"), "outcome.option: is missing; give 0 to 5"),
    (
        decide("aaaa", "risk.attitude", value=Decimal(2)),
        "outcome.value: belongs to a limit; this scale is no quantity, give an option",
    ),
    (
        decide("aaaa", "risk.soak", value=Decimal(2), option=2),
        "outcome.option: give either an option, 0 to 5, or a value",
    ),
    (decide("aaaa", "risk.soak", value=Decimal(15)), "outcome.value: is 15; the scale goes from 0 to 14 days"),
    (decide("aaaa", "risk.hours_to_stop", option=5), "outcome.option: is 1 hour, " + FACT),
    (decide("aaaa", "risk.hours_to_stop", value=Decimal("7.5")), "outcome.value: is 7.5 hours, " + FACT),
    (
        decide("aaaa", "control.release", control="kept"),
        "outcome.option: is missing; say which level of control is agreed, 0 to 5",
    ),
    (
        decide("aaaa", "control.release", option=2),
        "outcome.control: is missing; say whether it is kept, given_up, covered",
    ),
    (
        decide("aaaa", "control.release", option=4, control="kept"),
        'outcome.option: is "Four", more than the service offers: "Three" (A page, 2026-01-01); '
        'agree on no more than that, or say what covers it with control = "covered"',
    ),
    (
        decide("aaaa", "control.release", option=4, control="covered", safeguard="A board."),
        "outcome.tested_by: is missing; what is covered needs a safeguard, and a team that tests it",
    ),
    (
        decide("aaaa", "control.release", option=2, control="kept", safeguard="A board."),
        'outcome.safeguard: belongs to what is covered; say control = "covered", or remove it',
    ),
    (
        decide("aaaa", "control.release", option=4, control="covered", safeguard="A board.", tested_by="legal"),
        'outcome.tested_by: is "legal", ' + TEAMS,
    ),
    (
        decide("aaaa", "future.approvals", facet="in_12_months", option=2),
        "outcome.by: is missing; say by which day the stage is reached",
    ),
    (
        decide("aaaa", "future.approvals", facet="in_12_months", option=2, by=dt.date(2026, 11, 1)),
        "outcome.by: is 2026-11-01, before it was decided on 2026-11-27; correct one of them",
    ),
    (decide("aaaa", "future.approvals", facet="today"), "outcome.option: is missing; say which stage it is, 0 to 5"),
    (decide("aaaa", "readiness.licences", status_="yes"), "outcome.status: must be one of met, partly, not_met"),
]


@pytest.mark.parametrize(("decision", "says"), REFUSED, ids=[says[:50] for _, says in REFUSED])
def test_a_decision_that_does_not_fit_is_refused_in_one_sentence_with_its_key(decision: Decision, says: str) -> None:
    found = written(decision, decide("bbbb", "ownership.deploy", owner="operations"))
    assert [f"{fault.key}: {fault.message}" for fault in found.faults] == [f"decision[0].{says}"]
    assert [one.id for one in found.decisions.decision] == ["bbbb"]
    assert [one.id for one in found.refused] == ["aaaa"]
    assert refusals(decision, small()) == (says.replace(": ", " ", 1),)


FITTING = [
    decide("aaaa", "ownership.deploy", owner="service"),
    decide("aaaa", "ownership.pause", owner="provider", deputy="endpoint"),
    decide("aaaa", "risk.hours_to_stop", option=3),
    decide("aaaa", "risk.hours_to_stop", value=Decimal(10)),
    decide("aaaa", "risk.attitude", option=5),
    decide("aaaa", "control.release", option=3, control="kept"),
    decide("aaaa", "control.release", option=5, control="covered", safeguard="A board.", tested_by="security"),
    decide("aaaa", "control.unclear", option=5, control="kept"),
    decide("aaaa", "future.approvals", facet="today", option=0),
    decide("aaaa", "readiness.licences", status_="partly"),
    park("aaaa", "ownership.pause"),
    take_back("aaaa", "bbbb"),
]


@pytest.mark.parametrize("decision", FITTING, ids=lambda one: f"{one.question} {one.status}")
def test_a_decision_that_fits_is_not_refused(decision: Decision) -> None:
    assert written(decision).faults == ()
    assert refusals(decision, small()) == ()


def test_several_faults_of_one_decision_are_said_together() -> None:
    wrong = decide("aaaa", "ownership.pause", owner="nobody", deputy="nobody", agreed_by=("legal",))
    keys = [fault.key.removeprefix("decision[0].") for fault in written(wrong).faults]
    assert keys == ["agreed_by[0]", "outcome.owner", "outcome.deputy"]


def test_of_many_decisions_refused_for_one_reason_twenty_are_named_and_the_others_counted() -> None:
    wrong = [decide(f"a{number:04}", "ownership.pause", owner="nobody") for number in range(50)]
    found = written(*wrong)
    assert len(found.faults) == 20
    assert found.faults[-1].more == 30


def test_decisions_on_another_questionnaire_are_listed_and_not_used() -> None:
    found = admitted(head(name="other") + BODY)
    assert (found.decisions.decision, found.faults) == ((), ())
    assert [str(fault) for fault in found.skipped] == [
        'd.toml: questionnaire.id: is "other", another questionnaire; its decisions were left out'
    ]


def test_of_another_version_counts_what_has_the_same_scale_and_the_rest_is_listed() -> None:
    scale = small().scale_by_id["owner"].meaning
    kept = BODY.replace('"decided"', f'"decided"\nscale = "{scale}"')
    gone = BODY.replace('"aaaa"', '"bbbb"').replace("ownership.pause", "ownership.gone")
    silent = BODY.replace('"aaaa"', '"cccc"').replace("ownership.pause", "ownership.deploy")
    found = admitted(head(fingerprint="0ther") + kept + gone + silent)
    assert [one.id for one in found.decisions.decision] == ["aaaa"]
    assert found.faults == ()
    assert [str(fault) for fault in found.skipped] == [
        'd.toml: decision[1]: settles "ownership.gone" of another version of the questionnaire; it was left out',
        "d.toml: decision[2]: is of another version of the questionnaire and says no scale; it was left out: where the "
        f'options still mean the same, add scale = "{scale}"',
    ]


def test_an_option_whose_scale_has_changed_its_meaning_since_is_refused_and_named() -> None:
    found = admitted(head(fingerprint="0ther") + BODY.replace('"decided"', '"decided"\nscale = "0ld"'))
    assert [str(fault) for fault in found.faults] == [
        "d.toml: decision[0].scale: is another than today's: its options have changed their meaning; decide it again"
    ]


def test_a_question_that_has_another_name_today_is_found() -> None:
    renamed = small('\n[renamed]\n"ownership.old" = "ownership.pause"\n')
    text = head(fingerprint=renamed.fingerprint) + BODY.replace("ownership.pause", "ownership.old")
    assert [one.question for one in admitted(text, renamed).decisions.decision] == ["ownership.pause"]


def test_a_criterion_may_confirm_a_decision_for_each_question_of_its_rule() -> None:
    questionnaire = small(criterion("settled"))
    decision = decide("aaaa", "ownership.pause", owner="endpoint", confirmed_by=("settled.ownership.pause",))
    assert refusals(decision, questionnaire) == ()


@pytest.mark.parametrize(
    ("decision", "place"),
    [
        (decide("aaaa", "ownership.pause", owner="security"), 2),
        (decide("aaaa", "risk.soak", option=4), 4),
        (decide("aaaa", "risk.soak", value=Decimal(5)), 3),
        (decide("aaaa", "risk.soak", value=Decimal(4)), None),
        (decide("aaaa", "readiness.licences", status_="not_met"), 2),
        (park("aaaa", "ownership.pause"), None),
    ],
    ids=lambda value: str(getattr(value, "question", value)),
)
def test_what_was_decided_has_a_place_on_the_scale_unless_it_lies_between(
    decision: Decision, place: int | None
) -> None:
    scale = small().scale_by_id[small().question_by_id[decision.question].scale]
    assert choice_of(decision, scale) == place


def test_a_file_of_the_program_reads_back_as_it_was_meant() -> None:
    entries = (
        FITTING[1],
        decide("bbbb", "risk.soak", value=Decimal("3.5"), because='"Yes" \\ no.'),
        park("cccc", "risk.attitude"),
    )
    found: Decisions = decisions_in(parse(decisions_text(*entries).encode(), "d"), "d")
    assert found.decision == entries
    assert entries[0].status is Status.DECIDED
    assert Control("given_up") is Control.GIVEN_UP

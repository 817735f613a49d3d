"""A team that has not answered anything can be named in a decision, and the panel says so beside its name."""

from __future__ import annotations

import datetime as dt

from maturity.app.screens.talk_asked import Called, deciding
from maturity.rounds.drafting import Draft, begin_draft
from questionnaires.words import Facet
from tests.given.builders import small

TEAMS = {"endpoint": "Endpoint", "network": "Network"}


def rows(draft: Draft) -> dict[str, str]:
    """What the panel says of a draft, by the name of each row."""
    called = Called(TEAMS, {"endpoint": "END", "network": "NET"}, TEAMS, frozenset({"network"}))
    asked = deciding("Pausing", draft, called, lambda _: None)
    return {name: "".join(part if isinstance(part, str) else part[0] for part in parts) for name, parts in asked.lines}


def test_a_deputy_or_owner_who_has_not_been_heard_is_said_not_to_have_been() -> None:
    asked = small().question_by_id["ownership.pause"]
    begun = begin_draft(asked, small().scale_by_id[asked.scale], Facet.OWNER, dt.date(2026, 11, 21), "Anna")
    mine = begun.chosen("endpoint").decided_by("Anna")
    assert rows(mine.named("network"))["Deputy"].startswith("Network   ▲ has not been heard")
    assert "heard" not in rows(mine)["Outcome"]
    assert (
        rows(begun.chosen("network").decided_by("Anna"))["Outcome"].rstrip().endswith("Network   ▲ has not been heard")
    )

"""The sentences of findings on ownership."""

from __future__ import annotations

from scoring.wording.sentences import Sentence, Told
from scoring.wording.words import listed


def of_owners(template: str) -> Sentence:
    """A sentence with the `{owners}` a finding is about, and with who is `{named}` by whom."""

    def sentence(told: Told) -> str:
        labels = {option.key: option.label for option in told.scale.options}
        return template.format(owners=listed(labels[owner] for owner in told.finding.owners), named=_named(told))

    return sentence


def _named(told: Told) -> str:
    """Who names whom, in the order of the teams."""
    assert told.item.claims is not None
    labels = {option.key: option.label for option in told.scale.options}
    groups: dict[tuple[str, ...], list[str]] = {}
    for team, owners in told.item.claims.named.items():
        groups.setdefault(owners, []).append(told.comparison.label(team))
    said = []
    for owners, teams in groups.items():
        whom = listed((labels[owner] for owner in owners), "or")
        said.append(f"{listed(teams)} {'names' if len(teams) == 1 else 'name'} {whom}")
    return "; ".join(said)

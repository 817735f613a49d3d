"""What a decision begins from: what is open, what was decided before, and what the teams voted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from maturity.app.screens.talk_page import TalkPage
from maturity.app.screens.trying import places_of, voted_says
from maturity.rounds.changing import changing
from maturity.rounds.drafting import Draft, begin_draft
from questionnaires import Scale
from questionnaires.decisions import Outcome
from questionnaires.words import Facet


class TalkBegun(TalkPage):
    """The question as a decision on it finds it."""

    @property
    def kind_scale(self) -> Scale:
        """The scale of the question."""
        return self.workshop.questionnaire.scale_by_id[self.question.scale]

    @property
    def names(self) -> Mapping[str, str]:
        """The teams by their ids, in the order of their digits."""
        return {team.id: team.label for team in self.workshop.questionnaire.teams}

    def first_facet(self) -> Facet:
        """What is decided first of a question: what is open, and of that where the teams are furthest apart."""
        allowed, item = self.workshop.facets(self.about), self.item
        settled = self.workshop.comparison.settled
        is_open = self.workshop.stages(self.about)[1] or [
            facet for facet in allowed if settled.decided(self.about, facet) is None
        ]
        gaps = {one.name: one.gap or 0 for one in item.facet} if item is not None else {}
        return max(is_open or allowed, key=lambda facet: gaps.get(facet, 0))

    def stages_to_decide(self) -> tuple[Facet, ...]:
        """What digits choose one after the other: of a question with stages those that are open, else those that are
        decided already and may be changed; of all else its one answer."""
        decided, still_open = self.workshop.stages(self.about)
        return still_open or decided or self.workshop.facets(self.about)

    def votes_on(self, facet: Facet) -> Mapping[str, int] | None:
        """What the teams voted in this sitting on a facet that can be decided."""
        voted, votes = self.room.tallies.get(self.about, (None, None))
        return votes if voted is facet and facet in self.workshop.facets(self.about) else None

    def voted_on(self, facet: Facet) -> str:
        """The same in words; "" where nobody voted."""
        votes = self.votes_on(facet)
        return voted_says([option.label for option in self.kind_scale.options], votes) if votes else ""

    def begun(self, facet: Facet) -> Draft:
        """What is decided anew begins from what was said of it before."""
        scale, today = self.kind_scale, self.workshop.today
        draft = begin_draft(self.question, scale, facet, today, self.room.decider, self._answered())
        before = self.workshop.comparison.settled.decided(self.about, facet)
        draft = replace(draft, voted=self.voted_on(facet), positions=self._positions())
        return changing(draft, before, self._decided()) if before is not None else draft

    def _decided(self) -> Mapping[Facet, Outcome]:
        """What stands decided, by stage."""
        settled = self.workshop.comparison.settled
        found = ((facet, settled.outcome(self.about, facet)) for facet in self.workshop.facets(self.about))
        return {facet: outcome for facet, outcome in found if outcome is not None}

    def _positions(self) -> Mapping[Facet, Mapping[str, tuple[int, ...]]]:
        """Where the teams stand on whatever can be decided."""
        item = self.item
        if item is None:
            return {}
        facets = self.workshop.facets(self.about)
        return {facet: {team: places_of(item, facet, team) for team in self.names} for facet in facets}

    def _answered(self) -> tuple[str, ...]:
        """The teams that answered the question."""
        item = self.item
        teams = (
            [team for team in self.names if any(entry.answered for _, entry in item.answers_of(team))] if item else ()
        )
        return tuple(teams)

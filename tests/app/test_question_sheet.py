"""A key at a question lays nothing out, and draws only the rows that are others now."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual._compositor import Compositor
from textual.geometry import Region

from maturity.app.screens.answering import AnsweringScreen
from maturity.app.widgets.question_sheet import QuestionSheet
from maturity.files.workspace import Workspace
from questionnaires.words import Depth
from tests.given.person import answering


async def test_choosing_and_going_on_lay_nothing_out(autopatch: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    async with answering(autopatch, "control.pause_rollout", depth=Depth.CORE, size=(120, 40)) as person:
        await person.press("1", "2", "left")  # by now what is told beside the question is what will be
        await person.rest()
        layouts: list[object] = []
        reflow = Compositor.reflow

        def noted(self: Compositor, *given: object) -> object:
            layouts.extend(one for one in given if one is person.app.screen)
            return reflow(self, *given)  # type: ignore[arg-type]

        monkeypatch.setattr(Compositor, "reflow", noted)
        await person.press("down", "4")
        assert layouts == []


async def test_a_move_on_the_scale_draws_the_two_options_alone(
    autopatch: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with answering(autopatch, "risk_appetite.hours_to_stop", depth=Depth.CORE, size=(120, 40)) as person:
        screen = person.app.screen
        assert isinstance(screen, AnsweringScreen)
        drawn: list[Sequence[Region]] = []
        refresh = QuestionSheet.refresh

        def noted(self: QuestionSheet, *regions: Region, **how: bool) -> QuestionSheet:
            drawn.append(regions)
            return refresh(self, *regions, **how)

        monkeypatch.setattr(QuestionSheet, "refresh", noted)
        await person.press("down")
        rows = sum(region.height for regions in drawn for region in regions)
        assert 2 <= rows <= 8
        assert rows < screen.sheet.size.height // 3

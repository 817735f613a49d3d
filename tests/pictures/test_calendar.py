"""The calendar of rings: days counted by hand from presets, limits and the pilot's figures."""

from __future__ import annotations

import pytest

from maturity.pictures.calendar import calendar
from maturity.pictures.cells import drawn
from maturity.pictures.shapes import Chart, Lane, SpanKind
from questionnaires import Questionnaire
from questionnaires.loading import assemble
from tests.given.builders import SMALL, Voices, small, voices_to
from tests.given.example_results import example_results
from tests.given.pictured import crowd_results, measured_results
from tests.given.pictures import results_of

RINGS = """
[[ring]]
id = "first"
name = "First"
deferral = 0
deadline = 2
sources = ["page"]

[[ring]]
id = "broad"
name = "Broad"
deferral = 4
deadline = 3
grace = 2
reporting = 5
sources = ["page"]
"""


def with_limits(rings: str = RINGS) -> Questionnaire:
    """The small questionnaire, with rings, and with days of watching and days open on their calendar."""
    text = SMALL.read_text(encoding="utf-8")
    text = text.replace('scale = "soak_days"\n', 'scale = "soak_days"\ndays_from = "first"\n', 1)
    text = text.replace('scale = "open_days"\n', 'scale = "open_days"\ndays_from = "release"\n', 1)
    return assemble([("small.toml", (text + rings).encode())])


def drawn_of(soak: Voices, exposure: Voices) -> Chart:
    asked = with_limits()
    people = [
        *voices_to(asked, "risk.soak", position=soak),
        *voices_to(asked, "risk.exposure", position=exposure),
    ]
    return calendar(results_of(people, asked))


def lane_of(picture: Chart, label: str) -> Lane:
    (found,) = (lane for lane in picture.lanes if lane.label == label)
    return found


def spans(lane: Lane) -> list[tuple[SpanKind, float, float]]:
    return [(span.kind, span.start, span.end) for span in lane.spans]


def test_a_ring_is_drawn_from_its_deferral_to_the_day_on_which_its_objective_counts() -> None:
    ring = lane_of(drawn_of({"endpoint": 0}, {"endpoint": 2}), "Broad")
    assert spans(ring) == [
        (SpanKind.BAR, 4, 7),
        (SpanKind.LINE, 0, 4),
        (SpanKind.ZONE, 7, 9),
        (SpanKind.LINE, 9, 12),
    ]
    assert [(mark.sign, mark.place) for mark in ring.marks] == [("●", 12)]
    assert ring.after == "day 4 to 7, ● 12"


def test_a_ring_without_objective_and_grace_ends_with_its_deadline() -> None:
    ring = lane_of(drawn_of({"endpoint": 0}, {"endpoint": 2}), "First")
    assert (spans(ring), ring.marks, ring.after) == ([(SpanKind.BAR, 0, 2)], (), "day 0 to 2")


def test_limits_are_counted_from_the_release_or_from_the_last_day_of_a_ring() -> None:
    picture = drawn_of({"endpoint": 5, "security": 1}, {"endpoint": 3, "security": 2})
    watching, open_ = lane_of(picture, "Days of watching"), lane_of(picture, "Days open")
    assert [(mark.sign, mark.place) for mark in watching.marks] == [("END", 16), ("SEC", 3)]
    assert [(mark.sign, mark.place) for mark in open_.marks] == [("END", 7), ("SEC", 14)]
    assert (watching.after, open_.after) == ("after First, day 2", "from the release")
    assert "Endpoint, Days of watching: 14 days from day 2, the last of First, so day 16" in picture.says


def test_a_fortnight_of_watching_in_a_rollout_of_a_week_is_seen_on_one_axis() -> None:
    lines = [line.text for line in drawn(drawn_of({"endpoint": 5}, {"endpoint": 3}), 80)]
    (watching,) = (line for line in lines if line.startswith("Days of watching"))
    (open_,) = (line for line in lines if line.startswith("Days open"))
    (broad,) = (line for line in lines if line.startswith("Broad"))
    assert open_.index("END") < broad.index("●") < watching.index("END")


def test_a_torn_team_lies_between_its_days_and_has_no_mark() -> None:
    lane = lane_of(drawn_of({"endpoint": [0, 5]}, {"endpoint": 3}), "Days of watching")
    assert lane.marks == ()
    assert [(span.start, span.end, span.sign) for span in lane.spans] == [(2, 16, "END")]


def test_presets_are_labelled_as_documented_with_their_year() -> None:
    headings = [lane.label for lane in calendar(example_results()).lanes if lane.is_heading]
    assert headings[:2] == ["Rings, by the documented presets (2024, 2025)", "What the teams ask for"]


def test_what_does_not_fit_is_said_once_below_the_limit_that_it_is_about() -> None:
    results = example_results()
    picture = calendar(results)
    places = [lane.id for lane in picture.lanes]
    (unfit,) = [lane for lane in picture.lanes if lane.id.startswith("unfit:")]
    assert unfit.label.startswith("▲ Does not fit. Cannot hold together with “Soak before the broad ring”: 3 days by")
    assert places.index(unfit.id) == places.index("calendar:risk_appetite.last_ring_days") + 1
    assert unfit.label.rstrip(".") in picture.says


def test_where_two_pages_differ_both_are_given_with_their_days() -> None:
    picture = calendar(example_results())
    (last,) = (row for row in picture.sheet.rows if row[0] == "Last")
    assert last[1:6] == ("10 days", "3 days", "2 days", "day 13", "after day 18")
    assert last[6] == (
        "Autopatch groups policies, 2025-03-31; Autopatch groups policies, 2024-09-16; "
        "Windows quality updates overview, 2024-09-16; The page of 2024 has a deferral of 11 days."
    )
    assert "Last: offered on day 10, due on day 13, its objective counted after day 18 (The page of" in picture.says


def test_the_presets_count_their_objective_as_the_documentation_does() -> None:
    counted = {lane.label: lane.marks[0].place for lane in calendar(example_results()).lanes if lane.id[:5] == "ring:"}
    assert counted == {"Test": 5, "Ring1": 8, "Ring2": 12, "Ring3": 19, "Last": 18}


def test_the_rings_of_the_pilots_figures_stand_in_the_place_of_the_presets() -> None:
    picture = calendar(measured_results(("Test", "ring 1", "Site 7")))
    assert [lane.label for lane in picture.lanes if lane.id[:5] == "ring:"] == ["Test", "ring 1", "Site 7"]
    assert lane_of(picture, "ring 1").after == "day 1 to 3, ● 8"
    assert (lane_of(picture, "Site 7").after, lane_of(picture, "Site 7").spans) == ("days not known", ())
    assert picture.sheet.rows[2] == ("Site 7", *["not known"] * 6)
    assert picture.lanes[0].label == "Rings of the pilot, by the documented presets (2024, 2025)"


def test_rings_of_which_none_has_a_preset_are_named_without_days() -> None:
    picture = calendar(measured_results(("North", "South")).model_copy(update={"ring": ()}))
    assert picture.lanes[0].label == "Rings of the pilot"
    assert [lane.after for lane in picture.lanes if lane.id.startswith("ring:")] == ["days not known"] * 2


def test_where_no_ring_is_known_the_picture_says_so() -> None:
    picture = calendar(results_of([], small()))
    assert (picture.lanes, picture.legend, picture.sheet.rows) == ((), (), ())
    assert picture.says.startswith("No ring is known: neither this questionnaire nor the pilot's figures name any")


def test_limits_are_named_even_where_nobody_answered_them() -> None:
    results = example_results()
    silent = [item.model_copy(update={"facet": ()}) if item.days_from else item for item in results.question]
    picture = calendar(results.model_copy(update={"question": tuple(silent)}))
    assert lane_of(picture, "Soak before the broad ring").after == "no answer"


@pytest.mark.parametrize("unknown", ["ring9", "release"])
def test_days_from_an_unknown_ring_count_from_the_release(unknown: str) -> None:
    results = example_results()
    items = [item.model_copy(update={"days_from": item.days_from and unknown}) for item in results.question]
    picture = calendar(results.model_copy(update={"question": tuple(items)}))
    assert {lane.after for lane in picture.lanes if lane.id.startswith("calendar:risk")} == {"from the release"}


def test_the_axis_ends_with_the_week_of_the_last_day_and_counts_in_weeks() -> None:
    assert [tick.label for tick in calendar(example_results()).axis.ticks] == ["0", "7", "14", "21"]
    assert calendar(results_of([], with_limits())).axis.high == 14
    late = RINGS.replace("reporting = 5", "reporting = 9")
    assert calendar(results_of([], with_limits(late))).axis.high == 21


def test_a_team_between_two_options_stands_between_their_days() -> None:
    lane = lane_of(drawn_of({"endpoint": [1, 2]}, {"endpoint": 3}), "Days of watching")
    assert [(mark.place, mark.says) for mark in lane.marks] == [
        (4, "Endpoint, Days of watching: 2 days from day 2, the last of First, so day 4")
    ]


def test_every_row_of_the_table_has_a_cell_for_each_heading() -> None:
    for results in (example_results(), crowd_results(7, 3), measured_results()):
        sheet = calendar(results).sheet
        assert {len(row) for row in sheet.rows} == {len(sheet.heads)}


def test_a_ring_that_is_offered_and_due_on_one_day_shows_that_day() -> None:
    lines = [line.text for line in drawn(calendar(example_results()), 100) if line.id == "ring:test"]
    assert [line.split()[1][:2] for line in lines] == ["█─"]

"""The sentences of the gate, held against the figures and the thresholds alone."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from fractions import Fraction
from typing import Final

from maturity.results.gate import FigureResults, VerdictResults
from questionnaires import Candidate
from questionnaires.actuals import Actual
from questionnaires.decisions import Status
from questionnaires.words import By, Direction, Gate, Priority
from tests.proofs.counting_rules import counted_on, meets, rule_of
from tests.proofs.criteria_rules import amount, conflict_of, threshold_on
from tests.proofs.said import Row, Said
from tests.proofs.words import known, listed

SMALL_RING: Final = 20
_MOST_NAMED: Final = 5

Place = tuple[int, str | None]
"""The cycle, 0 where none is counted, and the ring."""


def rule_on(said: Said, criterion: str) -> Candidate:
    return next(one for one in said.case.questionnaire.candidates if one.id == criterion.partition(".")[0])


def is_by_cycle(said: Said, criterion: str) -> bool:
    return By.CYCLE in rule_on(said, criterion).measure.by


def measured(said: Said, criterion: str) -> dict[Place, list[Actual]]:
    """By place all its figures, the latest day last."""
    assert said.case.actuals is not None
    found: defaultdict[Place, list[Actual]] = defaultdict(list)
    for actual in said.case.actuals.actual:
        if actual.criterion == criterion and actual.is_measured:
            cycle = (actual.cycle or 0) if is_by_cycle(said, criterion) else 0
            found[cycle, actual.ring].append(actual)
    return {place: sorted(rows, key=_when) for place, rows in found.items()}


def _when(actual: Actual) -> tuple[dt.date, int]:
    assert actual.date is not None
    return actual.date, actual.cycle or 0


def below(said: Said, criterion: str, actual: Actual) -> Fraction:
    """What stands below the line: as it was entered, else what the answers count, or 1 for a single thing."""
    rule, question = rule_of(said.reading, criterion)
    if actual.denominator is None and rule.measure.counted is not None:
        return Fraction(len(counted_on(said.reading, rule, question)[0]))
    return Fraction(actual.denominator or 1)


def value(said: Said, criterion: str, actual: Actual) -> Fraction:
    """Numerator ÷ denominator × per."""
    per = rule_on(said, criterion).measure.per
    return Fraction(actual.numerator or 0) / below(said, criterion, actual) * per


def passes(said: Said, criterion: str, actual: Actual) -> bool:
    """Whether a figure meets the threshold that the answers leave."""
    return meets(said.reading, rule_on(said, criterion), value(said, criterion, actual))


def computed_value(said: Said, criterion: str) -> Fraction | None:
    """What the tool computes: of the questions those settled, or the cycles in a row; None with nothing to count."""
    rule, question = rule_of(said.reading, criterion)
    assert rule.measure.computed is not None
    if rule.measure.computed.cycles:
        return Fraction(_row(said, _counted(said))) if _latest_cycle(said, _counted(said)) else None
    settled, others = counted_on(said.reading, rule, question)
    total = len(settled) + len(others)
    return Fraction(len(settled), total) * rule.measure.per if total else None


def of_last_day(rows: list[Actual]) -> list[Actual]:
    return [actual for actual in rows if _when(actual) == _when(rows[-1])]


def _all_pass(said: Said, criterion: str, rows: list[Actual]) -> bool:
    """Of several figures of the last day nothing says which came last, so that all have to pass."""
    return all(passes(said, criterion, actual) for actual in of_last_day(rows))


def rings_of(said: Said, criterion: str) -> list[str | None]:
    """The pilot as a whole, if it was counted so; all rings of the pilot, if it was counted in one."""
    assert said.case.actuals is not None
    used = {ring for _, ring in measured(said, criterion)}
    rings: list[str | None] = [None] if None in used else []
    return [*rings, *(said.case.actuals.pilot.rings if used - {None} else ())]


def latest_in(said: Said, criterion: str) -> dict[str | None, int]:
    """By ring the last cycle in which it was measured."""
    latest: dict[str | None, int] = {}
    for cycle, ring in measured(said, criterion):
        latest[ring] = max(latest.get(ring, 0), cycle)
    return latest


def _latest_of_musts(said: Said) -> int:
    return max((cycle for must in _musts(said) for cycle, _ in measured(said, must)), default=0)


def behind(said: Said, criterion: str) -> tuple[int, set[str | None]]:
    """The latest cycle of all musts, or of one that is no must its own; and the rings that were not measured in it."""
    if not is_by_cycle(said, criterion) or not measured(said, criterion):
        return 0, set()
    own = latest_in(said, criterion)
    latest = max([*own.values(), _latest_of_musts(said) if criterion in _musts(said) else 0])
    return latest, {ring for ring, cycle in own.items() if cycle < latest}


def outcome_of(said: Said, criterion: str, *, is_waivable: bool = True) -> str:
    """By its figures, or what is computed; `is_waivable` where somebody may set it aside."""
    assert said.case.actuals is not None
    rows, latest = measured(said, criterion), latest_in(said, criterion)
    old = behind(said, criterion)[1]
    shown = [rows[cycle, ring] for ring, cycle in latest.items() if ring not in old]
    is_whole = bool(shown) and set(rings_of(said, criterion)) == set(latest) and not old
    if rule_on(said, criterion).measure.computed is not None:
        own = computed_value(said, criterion)
        is_met = own is not None and meets(said.reading, rule_on(said, criterion), own)
        found = "not_measured" if own is None else "pass" if is_met else "fail"
    elif not all(_all_pass(said, criterion, figures) for figures in shown):
        found = "fail"
    else:
        found = "pass" if is_whole else "not_measured"
    waivers = [waiver for waiver in said.case.actuals.waiver if waiver.criterion == criterion]
    is_waived = is_waivable and any(waiver.until >= said.case.today for waiver in waivers)
    return "waived" if is_waived and found != "pass" else found


def _musts(said: Said) -> list[str]:
    return [one.id for one in said.results.criterion if one.gate is Gate.LEAVE_PILOT and one.priority is Priority.MUST]


def _counts(said: Said) -> dict[str, int]:
    outcomes = [outcome_of(said, criterion) for criterion in _musts(said)]
    return {outcome: outcomes.count(outcome) for outcome in ("pass", "fail", "not_measured", "waived")}


def _is_nothing_measured(said: Said) -> bool:
    assert said.case.actuals is not None
    return not any(actual.is_measured for actual in said.case.actuals.actual)


def _conflicts(said: Said) -> int:
    """Conflicts of limits with a must that nobody has waived."""
    standing = [must for must in _musts(said) if outcome_of(said, must) != "waived"]
    return len({frozenset(conflict_of(said.reading, must)) for must in standing} - {frozenset()})


def _headline(said: Said) -> bool:
    """Yes only where every must passes; what is waived is said in the first word. Then in how many cycles in a row they
    passed, where the gate is open, and how many of the others are missed or not measured."""
    counts, total = _counts(said), len(_musts(said))
    parts = {"pass": said["passed"], "fail": said["failed"], "not_measured": said["open"], "waived": said["waived"]}
    standing = _conflicts(said)
    is_shut = bool(counts["fail"] or counts["not_measured"] or standing)
    word = "Not yet" if is_shut else "Waived through" if counts["waived"] else "Yes"
    cycles = "" if is_shut or not _counted(said) else _cycles_behind(said)
    return (
        total > 0
        and int(said["all"]) == total
        and said["word"] == word
        and not (is_shut and _is_nothing_measured(said))
        and int(said["conflicts"] or 0) == standing
        and all(int(words or 0) == counts[outcome] for outcome, words in parts.items())
        and said["cycles"] == cycles
        and said["others"] == _others(said, says_cycles=bool(cycles))
    )


def _wanted_cycles(said: Said) -> str | None:
    """The first criterion to leave the pilot that is of cycles in a row."""
    gated = [one for one in said.results.criterion if one.gate is Gate.LEAVE_PILOT]
    rules = ((one.id, rule_on(said, one.id).measure.computed) for one in gated)
    return next((name for name, part in rules if part is not None and part.cycles), None)


def _cycles_behind(said: Said) -> str:
    row, wanted = _row(said, _counted(said)), _wanted_cycles(said)
    cycles = "1 cycle" if row == 1 else f"{row} cycles"
    if wanted is None:
        return f"in {cycles} in a row" if row > 1 else f"in {cycles}" if row else "without a good cycle"
    rule = rule_on(said, wanted)
    least = threshold_on(said.reading, rule)
    number = f"the {amount(rule, least).split()[0]} {'required' if rule.priority is Priority.MUST else 'recommended'}"
    if not row:
        return f"without a good cycle of {number}"
    return f"in {cycles}, more than {number}" if row > least else f"in {cycles} of {number}"


def _others(said: Said, *, says_cycles: bool) -> str:
    """How many of those that are no musts are missed, and how many nobody measured."""
    told = _wanted_cycles(said) if says_cycles else None
    chosen = [
        outcome_of(said, one.id)
        for one in said.results.criterion
        if one.gate is Gate.LEAVE_PILOT and one.priority is not Priority.MUST and one.id != told
    ]
    parts: list[str] = []
    for outcome, words in (("fail", "missed"), ("not_measured", "not measured")):
        if number := chosen.count(outcome):
            noun = "" if parts else "recommended criterion " if number == 1 else "recommended criteria "
            parts.append(f"{number} {noun}{'is' if number == 1 else 'are'} {words}")
    return ", ".join(parts)


def _nothing(said: Said) -> bool:
    """No must is recommended for this gate."""
    return not _musts(said)


def _nothing_measured(said: Said) -> bool:
    """Nobody has entered any figure, no must fails by the answers, and some is neither met by them nor set aside."""
    counts = _counts(said)
    return _is_nothing_measured(said) and not counts["fail"] and bool(counts["not_measured"])


def _fails_by_the_answers(said: Said) -> bool:
    """Nobody has entered any figure, and so many musts of all fail by what the answers count, and the decisions where
    anything was decided."""
    counts = _counts(said)
    is_decided = any(one.status is Status.DECIDED for one in said.reading.room.values())
    return (
        said["by"] == ("the answers and decisions" if is_decided else "the answers")
        and _is_nothing_measured(said)
        and counts["fail"] == int(said["failed"] or 0) > 0
        and sum(counts.values()) == int(said["all"] or 0)
    )


HEADLINES: Final = (
    Row(
        "{word=Yes|Waived through|Not yet}: {passed=\\d+} of {all=\\d+} {=must|musts} {=passes|pass}"
        "[, {failed=\\d+} {=fails|fail}][, {open=\\d+} {=is|are} not measured][, {waived=\\d+} {=is|are} waived]"
        "[, {cycles=(?:in|without a good) .+?}][; {others=[^.]+}]."
        "[ First settle {conflicts} {=conflict|conflicts} of limits that exclude each other.]",
        _headline,
    ),
    Row("No: nothing has been measured yet.", _nothing_measured),
    Row(
        "Not yet: {failed=\\d+} of {all=\\d+} {=must|musts} {=fails|fail} by {by=the answers(?: and decisions)?}; "
        "nothing has been measured yet.",
        _fails_by_the_answers,
    ),
    Row("Nothing to judge: these answers recommend no must for this gate.", _nothing),
)


def _is_outcome(said: Said) -> bool:
    """Whether the latest figures of all rings pass, none is missing or old, or a valid waiver sets it aside."""
    return said.text.replace(" ", "_") == outcome_of(said, said.within(VerdictResults).criterion)


OUTCOMES: Final = (Row("{outcome}", _is_outcome),)

_MARKS: Final = {"● pass": "pass", "▲ FAIL": "fail", "○ not measured": "not_measured", "◆ waived": "waived"}


def _is_listed(said: Said) -> bool:
    """A criterion of this name and priority has this verdict on the pilot's figures, its limit fitting the others."""
    outcome, priority = known(_MARKS, said["outcome"]), (said["priority"] or "must").lower()
    mine = [one for one in said.results.criterion if (one.title, one.priority) == (said["title"], priority)]
    return any(
        one.gate is Gate.LEAVE_PILOT
        and outcome_of(said, one.id) == outcome
        and bool(said["tied"]) == bool(said["priority"] and conflict_of(said.reading, one.id))
        for one in mine
    )


LISTED: Final = (
    Row(f"{{place=\\d+}}. {{outcome={'|'.join(_MARKS)}}} {{title}} – {{bound}} – owner {{owner}}", _is_listed),
    Row(f"{{outcome={'|'.join(_MARKS)}}} {{priority=MUST|SHOULD|COULD}}[ once {{tied=settled}}] {{title}}", _is_listed),
)


def _in_cycle(said: Said, criterion: str, cycle: int) -> str:
    """What is known of one cycle, whether or not a waiver sets the must aside."""
    rows = {ring: figures for (own, ring), figures in measured(said, criterion).items() if own == cycle}
    if not all(_all_pass(said, criterion, figures) for figures in rows.values()):
        return "fail"
    if not rows:
        return "missing"
    return "pass" if set(rings_of(said, criterion)) == set(rows) else "parted"


def _counted(said: Said) -> list[str]:
    return [criterion for criterion in _musts(said) if is_by_cycle(said, criterion)]


def _latest_cycle(said: Said, criteria: list[str]) -> int:
    return max((cycle for one in criteria for cycle, _ in measured(said, one)), default=0)


def _row(said: Said, criteria: list[str]) -> int:
    """How many cycles up to the latest all of them passed, one after the other."""
    latest, row = _latest_cycle(said, criteria), 0
    while latest - row > 0 and all(_in_cycle(said, one, latest - row) == "pass" for one in criteria):
        row += 1
    return row


def titles_of(said: Said, criteria: list[str]) -> str:
    titles = {one.id: one.title for one in said.results.criterion}
    names = [f"“{titles[one]}”{' (waived)' if outcome_of(said, one) == 'waived' else ''}" for one in criteria]
    more = [f"{len(names) - _MOST_NAMED} more"] if len(names) > _MOST_NAMED else []
    return listed([*names[:_MOST_NAMED], *more])


def _ended(said: Said, cycle: int) -> str:
    """Which musts did not pass in a cycle, and why not."""
    by_state: defaultdict[str, list[str]] = defaultdict(list)
    for criterion in _counted(said):
        by_state[_in_cycle(said, criterion, cycle)].append(criterion)
    parts = []
    for state, words in (
        ("fail", "failed"),
        ("missing", "{was} not measured"),
        ("parted", "{was} not measured in every ring"),
    ):
        if some := by_state[state]:
            parts.append(f"{titles_of(said, some)} {words.format(was='was' if len(some) == 1 else 'were')}")
    bad = [one for state in ("fail", "missing", "parted") for one in by_state[state]]
    waived = " A waiver makes no good cycle." if any(outcome_of(said, one) == "waived" for one in bad) else ""
    return f"{'; '.join(parts)}.{waived}"


def _in_a_row(said: Said) -> bool:
    """In so many cycles up to the latest all musts that are counted by cycle passed; and what ended the row."""
    musts = _counted(said)
    latest, row = _latest_cycle(said, musts), _row(said, musts)
    number = {"the one must that is": 1, "both musts that are": 2}.get(said["which"], int(said["count"] or 0))
    ended = f"In cycle {latest - row}, {_ended(said, latest - row)}" if latest > row else ""
    return (
        row > 0
        and (said.number("row"), said.number("latest")) == (row, latest)
        and number == len(musts)
        and said["ended"] == ended
    )


def _none_in_a_row(said: Said) -> bool:
    """In the latest cycle these musts did not pass, each for this reason."""
    musts = _counted(said)
    latest = _latest_cycle(said, musts)
    return bool(musts) and latest > 0 == _row(said, musts) and said["ended"] == _ended(said, said.number("latest"))


def _no_cycle(said: Said) -> bool:
    """Nobody measured any cycle of the musts that are counted by cycle."""
    musts = _counted(said)
    is_named = said["titles"] == titles_of(said, musts) and (said["verb"] == "is") == (len(musts) == 1)
    return bool(musts) and not _latest_cycle(said, musts) and is_named


IN_A_ROW: Final = (
    Row(
        "In a row: {row} {=cycle|cycles} up to cycle {latest}, in which {which=the one must that is|"
        "both musts that are|all (?P<count>\\d+) musts that are} counted by cycle passed.[ {ended=In cycle .+}]",
        _in_a_row,
    ),
    Row("In a row: none. In cycle {latest}, the latest, {ended=.+}", _none_in_a_row),
    Row(
        "In a row: none. No cycle was measured of {titles}, which {verb=is|are} counted by cycle.",
        _no_cycle,
    ),
)


def _own_row(said: Said) -> bool:
    """It passed in so many cycles up to its latest."""
    mine = [said.within(VerdictResults).criterion]
    return _row(said, mine) == int(said["row"]) > 1 and _latest_cycle(said, mine) == said.number("latest")


def _missing(said: Said) -> bool:
    """Exactly these rings of the pilot have no figure, while others have."""
    criterion = said.within(VerdictResults).criterion
    rings = set(rings_of(said, criterion)) - latest_in(said, criterion).keys()
    return set(said["rings"].split(", ")) == rings


def _not_in_latest(said: Said) -> bool:
    """It was measured before the latest cycle, and not in it, or not in exactly these rings."""
    latest, rings = behind(said, said.within(VerdictResults).criterion)
    named = set(said["rings"].split(", ")) if said["rings"] else set()
    return bool(rings) and said.number("latest") == latest and named == rings - {None}


def _set_aside(said: Said) -> bool:
    """The waiver that lasts longest, and whether it has ended."""
    assert said.case.actuals is not None
    mine = [one for one in said.case.actuals.waiver if one.criterion == said.within(VerdictResults).criterion]
    last = max(mine, key=lambda waiver: waiver.until)
    is_over, found = last.until < said.case.today, known(_MARKS, said["outcome"]) if said["outcome"] else ""
    is_hiding = outcome_of(said, mine[0].criterion) == "waived"
    return (
        (last.by, str(last.until), is_over) == (said["by"], said["until"], bool(said["over"]))
        and said["why"] == (last.reason.rstrip(".") if is_hiding else last.reason)
        and found == (outcome_of(said, mine[0].criterion, is_waivable=False) if is_hiding else "")
        and (not said["worst"] or _is_worst(said))
    )


def _is_worst(said: Said) -> bool:
    """The latest figure, or what is computed, that misses the threshold by most, where any does."""
    criterion = said.within(VerdictResults).criterion
    if rule_on(said, criterion).measure.computed is not None:
        return outcome_of(said, criterion, is_waivable=False) == "fail"
    rows, latest = measured(said, criterion), latest_in(said, criterion)
    last = [actual for ring, cycle in latest.items() for actual in of_last_day(rows[cycle, ring])]
    missed = [actual for actual in last if not passes(said, criterion, actual)]
    is_high = rule_on(said, criterion).threshold.comparison is Direction.AT_LEAST
    values = [value(said, criterion, actual) for actual in missed]
    worst = min(values, default=None) if is_high else max(values, default=None)
    counts = {
        f"{one.numerator:f} of {below(said, criterion, one)} " for one in missed if value(said, criterion, one) == worst
    }
    return bool(missed) and (" of " not in said["worst"] or any(one in said["worst"] for one in counts))


def _source(said: Said) -> bool:
    """Latest figures of exactly these rings, where several sources are told, were signed so and looked up there."""
    criterion = said.within(VerdictResults).criterion
    rows, latest = measured(said, criterion), latest_in(said, criterion)
    signed = {
        ring
        for ring, cycle in latest.items()
        for actual in of_last_day(rows[cycle, ring])
        if actual.by == said["by"] and (actual.report or "") == said["record"]
    }
    return bool(signed) and set(filter(None, said["rings"].split(", "))) <= signed


def _figure(said: Said) -> bool:
    """One of the figures of the last day in its place: its value, counts and day, and what is remarked on it."""
    criterion, figure = said.within(VerdictResults).criterion, said.within(FigureResults)
    cycle = latest_in(said, criterion).get(figure.ring)
    rows = measured(said, criterion).get((cycle or 0, figure.ring), []) if cycle is not None else []
    where = ", ".join(filter(None, (figure.ring, f"cycle {figure.cycle}" if figure.cycle is not None else None)))
    if said["where"].removesuffix(": ") != where or not rows:
        return False
    return any(_is_figure(said, criterion, actual, rows) for actual in of_last_day(rows))


def _is_figure(said: Said, criterion: str, actual: Actual, rows: list[Actual]) -> bool:
    rule, bound = rule_on(said, criterion), threshold_on(said.reading, rule_on(said, criterion))
    own, misses = value(said, criterion, actual), not passes(said, criterion, actual)
    day, shown = of_last_day(rows), Fraction(said["value"])
    values = [value(said, criterion, other) for other in day]
    worst = min(values) if rule.threshold.comparison is Direction.AT_LEAST else max(values)
    is_share = rule.threshold.unit == "%" and bound <= 100
    small = actual.ring is not None and is_share and below(said, criterion, actual) < SMALL_RING
    before = sum(not passes(said, criterion, other) for other in rows if _when(other) < _when(actual))
    just = (
        "" if not misses or shown != bound else "under" if rule.threshold.comparison is Direction.AT_LEAST else "over"
    )
    return (
        is_rounded(shown, own, bound)
        and own == worst
        and said["day"] == str(actual.date)
        and (actual.cycle is None) == ("cycle" not in said["where"])
        and said["just"] == just
        and bool(said["misses"]) == misses
        and bool(said["small"]) == small
        and said["counted"] in ("", f"{actual.numerator:f} of {below(said, criterion, actual)}")
        and said["took"] in ("", "how many is not said", str(actual.took_part))
        and int(said["of_day"] or 1) == (len(day) if len(set(values)) > 1 else 1)
        and int(said["before"] or 0) == before
        and bool(said["this"]) == (before > 0 and is_by_cycle(said, criterion))
    )


def is_rounded(shown: Fraction, own: Fraction, bound: Fraction) -> bool:
    """To one decimal, or to as few more, up to four, as leave it on its own side of the bound or put it there."""
    side = _sign(round(own, 4) - bound)
    few = next((digits for digits in (1, 2, 3) if _sign(round(own, digits) - bound) == side), 4)
    return abs(shown - own) <= Fraction(1, 10**few)


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _is_in_conflict(said: Said) -> bool:
    """Its limit and that of another criterion cannot both hold."""
    return bool(conflict_of(said.reading, said.within(VerdictResults).criterion))


FIGURES: Final = (
    Row("its limit and others exclude each other: make these fit together first", _is_in_conflict),
    Row("passes in {row} cycles in a row, up to cycle {latest}", _own_row),
    Row("not measured in cycle {latest=\\d+}, the latest[: {rings}]", _not_in_latest),
    Row("not measured in {rings}", _missing),
    Row(
        "[{over=the waiver has ended: }]set aside by {by} until {until}: {why}"
        f"[; without the waiver {{outcome={'|'.join(_MARKS)}}}[: {{worst}}]]",
        _set_aside,
    ),
    Row("[{rings=[^:]+}: ]typed by hand, signed by {by=[^:]+}[: {record}]", _source),
    Row(
        "[{where=[^:(]+: }][just {just=under|over} ]{value=[0-9.]+} {unit} ([{counted=[0-9.]+ of [0-9.]+}, ]"
        "{day=[0-9-]+}, {who})[{misses=  ▲ misses the threshold}]"
        "[{small=; a small ring, where one more or less decides}]"
        "[; on {took=\\d+|how many is not said}[, and at least {fewest=\\d+} are asked for]]"
        "[; the {=worse|worst} of {of_day=\\d+} figures of {=that day|this cycle and day}]"
        "[; {before=\\d+} {=figure|figures}[{this= of this cycle}] before it missed the threshold]",
        _figure,
    ),
)

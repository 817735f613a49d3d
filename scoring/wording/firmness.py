"""What hangs on a question, whom to ask first, and how firm a must is, in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

from questionnaires.words import Facet
from scoring.comparison.compare import Comparison
from scoring.criteria.criteria import Criterion
from scoring.criteria.leverage import Leverage, musts_of, of_the_pilot
from scoring.firmness.missing import Missing
from scoring.firmness.musts import Firmness
from scoring.wording.words import listed, number, where_words


def leverage_sentence(hanging: Leverage) -> str:
    """What hangs on a question.

    `Names the owner of 7 criteria, 2 of them musts; sets the threshold of 1 must; calls for 1 should.`
    """
    parts = (
        ("names the owner of", hanging.owner),
        ("sets the threshold of", hanging.threshold),
        ("calls for", hanging.trigger),
        ("counts in", hanging.counted),
    )
    said = "; ".join(f"{does} {_counted(criteria)}" for does, criteria in parts if criteria)
    return f"{said[0].upper()}{said[1:]}." if said else "No recommended criterion hangs on it."


def _counted(criteria: Sequence[Criterion]) -> str:
    """How many there are, and how many of them are musts; without a word on musts there are none."""
    musts = musts_of(criteria)
    if len(musts) < len(criteria) == 1:
        return f"1 {criteria[0].priority.value}{' once its limits fit' if criteria[0].conflict else ''}"
    if len(musts) == len(criteria):
        return f"{len(musts)} {'must' if len(musts) == 1 else 'musts'}{_of_the_pilot(musts)}"
    share = f", {len(musts)} of them {'a must' if len(musts) == 1 else 'musts'}{_of_the_pilot(musts)}" if musts else ""
    return f"{len(criteria)} criteria{share}"


def _of_the_pilot(musts: Sequence[Criterion]) -> str:
    """How many musts are to be shown to leave the pilot, where others are of other gates."""
    first = len(of_the_pilot(musts))
    if first == len(musts):
        return ""
    return f" ({first} to leave the pilot)" if first else " (of another gate)"


def missing_sentence(comparison: Comparison, missing: Missing) -> str:
    """Whom to ask about what, and how much hangs on it.

    `Ask Operations about “Pausing”: its answer would change 2.4 criteria on average (0 to 5, over 9 options).`
    """
    title = comparison.questionnaire.question_by_id[missing.question].title
    unheard = "" if missing.is_heard else ", not heard yet,"
    where = where_words(missing.facet) if missing.facet not in (Facet.OWNER, Facet.STATUS) else ""
    least, most = min(missing.changes), max(missing.changes)
    mean = number(missing.mean)
    span = f"{least} to {most}, " if least < most else ""
    return (
        f"Ask {comparison.label(missing.team)}{unheard} about “{title}”{where}: its answer would change {mean} "
        f"{'criterion' if mean == '1' else 'criteria'} on average ({span}over {len(missing.changes)} options)."
    )


def firmness_sentence(comparison: Comparison, firm: Firmness) -> str:
    """In how many variants a must stays as it is, and without whom it would not; what rests on no answer is not said.

    `Stays in 12 of 14 variants; its threshold in 9, its owner in 12. Leaving out Security would change it.`
    """
    counts = (("its threshold", firm.threshold), ("its owner", firm.owner))
    parts = [(name, count) for name, count in counts if count is not None]
    whole = f"of {firm.variants} variants"
    if firm.stays is not None:
        said, mark = f"Stays in {firm.stays} {whole}", ";"
    elif parts:
        (name, count), *parts = parts
        said, mark = f"Recommended whatever the answers; {name} stays in {count} {whole}", ","
    else:
        return "Recommended whatever the answers; neither its threshold nor its owner rests on one."
    rest = ", ".join(f"{name} in {count}" for name, count in parts)
    names = listed((comparison.label(team) for team in firm.rests_on), "or")
    without = f" Leaving out {names} would change it." if names else ""
    return f"{said}{mark} {rest}.{without}" if rest else f"{said}.{without}"

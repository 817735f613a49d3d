"""What one team says by itself, as text: to read before the talk, to print, or to mail within the team."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.reports.criteria import WIDTH, wrapped
from maturity.results.profile import Profile
from maturity.results.questions import QuestionResults, TeamAnswers
from questionnaires.words import Kind
from scoring.wording.words import FACET_WORDS, listed

NOTHING = "Nothing stands out."


def profile_text(profile: Profile, width: int = WIDTH) -> str:
    """Everything, part by part; every text in it on lines of ours."""
    people = profile.team.respondents
    who = f"{people} {'person' if people == 1 else 'people'}, round {profile.results.round}"
    lines = [
        *wrapped(f"{profile.team.name} by itself", width),
        *wrapped(profile.results.questionnaire.title, width),
        *wrapped(f"{who}. Nothing here is compared with another team.", width),
    ]
    for title, rows in parts(profile):
        body = list(rows)
        if body:
            lines += ["", *wrapped(title.upper(), width)]
            lines += [line for row in body for line in wrapped(row, width, "  ", "    ")]
    return "\n".join(lines) + "\n"


def parts(profile: Profile) -> Iterator[tuple[str, Iterator[str]]]:
    """The parts of a profile, each with its title and a line for each question."""
    yield "What to prepare", _prepare(profile)
    yield "Who owns what, as you see it", claims(profile)
    yield "Control: needed, wanted, offered", _control(profile)
    yield f"{sections(profile, Kind.POSITION)}: your limits and leanings", _words(profile, Kind.POSITION)
    yield "The way ahead: today, in 12 months, in 24 months", _way(profile)
    yield f"{sections(profile, Kind.PREREQUISITE)}: what is in place", _words(profile, Kind.PREREQUISITE)


def sections(profile: Profile, kind: Kind) -> str:
    """The titles of the sections that ask this kind of question."""
    asking = {item.section for item in profile.of_kind(kind)}
    return listed(section.title for section in profile.results.section if section.id in asking)


def _prepare(profile: Profile) -> Iterator[str]:
    titles = profile.results.question_by_id
    if not profile.prepare:
        yield NOTHING
    for number, one in enumerate(profile.prepare, start=1):
        yield f"{number}. {titles[one.finding.question].title}. {one.says} ({one.finding.says.rstrip('.')}.)"


def claims(profile: Profile) -> Iterator[str]:
    """By owner the tasks that the team gives to it, its own first, then the most; last those that do not apply."""
    by_owner: dict[str, list[str]] = {}
    for item in profile.of_kind(Kind.OWNERSHIP):
        if profile.team.id in item.named:
            labels = dict(zip(item.keys, item.scale, strict=True))
            words = listed((labels[owner] for owner in item.named[profile.team.id]), "or")
            by_owner.setdefault(words, []).append(item.title)
    own = profile.team.name
    for owner, titles in sorted(by_owner.items(), key=lambda entry: (entry[0] != own, -len(entry[1]), entry[0])):
        yield f"{owner} ({len(titles)}): {'; '.join(titles)}"
    if nobody := [item.title for item in profile.of_kind(Kind.OWNERSHIP) if is_not_applicable(item, profile.team.id)]:
        yield f"Does not apply ({len(nobody)}): {'; '.join(nobody)}"


def _control(profile: Profile) -> Iterator[str]:
    for item in profile.of_kind(Kind.CONTROL):
        said = [f"{facet.value} {stands(item, entry)}" for facet, entry in item.answers_of(profile.team.id)]
        most = item.offered.most if item.offered else None
        if not has_answered(item, profile.team.id):
            yield f"{item.title}: no answer yet"
            continue
        offered = f"offered at most {place(item, most)}" if most is not None else "what is offered at most is not known"
        yield f"{item.title}: {'; '.join([*said, offered, *filter(None, [profile.basis(item)])])}"


def _way(profile: Profile) -> Iterator[str]:
    for item in profile.of_kind(Kind.TRAJECTORY):
        said = [f"{FACET_WORDS[facet]} {stands(item, entry)}" for facet, entry in item.answers_of(profile.team.id)]
        yield f"{item.title}: {'; '.join(said)}"


def _words(profile: Profile, kind: Kind) -> Iterator[str]:
    for item in profile.of_kind(kind):
        yield f"{item.title}: {item.answers.get(profile.team.id, 'no answer')}"


def has_answered(item: QuestionResults, team: str) -> bool:
    """Whether anybody of a team has said anything: before that, what is offered would answer for it."""
    return any(entry.answered or entry.dont_know or entry.not_applicable for _, entry in item.answers_of(team))


def is_not_applicable(item: QuestionResults, team: str) -> bool:
    """Whether a team said of a question that it does not apply, and nothing else."""
    said = [entry for _, entry in item.answers_of(team)]
    return any(entry.not_applicable for entry in said) and not any(one.answered or one.dont_know for one in said)


def stands(item: QuestionResults, entry: TeamAnswers) -> str:
    """Where a team stands on one facet; between which answers where it has no common position."""
    if entry.ends is not None:
        low, high = entry.ends
        return f"between {low} and {high} ({entry.answered} answers, no common position)"
    if entry.view is None:
        unsure = entry.dont_know or entry.not_applicable
        return "don't know" if entry.dont_know else "does not apply" if unsure else "no answer"
    return place(item, entry.view)


def place(item: QuestionResults, position: float) -> str:
    """A position in the words of the scale, or as a number between two options."""
    return f"{position:g} “{item.scale[int(position)]}”" if position == int(position) else f"{position:g}"


def answers_in_words(item: QuestionResults, team: str) -> Iterator[str]:
    """What the people of a team answered, facet by facet, counted."""
    for facet, entry in item.answers_of(team):
        chosen = [(item.scale[option], count) for option, count in enumerate(entry.counts)]
        chosen += [("don't know", entry.dont_know), ("not applicable", entry.not_applicable)]
        chosen.append(("not answered", entry.unanswered))
        said = [f"{words} ×{count}" if count > 1 else words for words, count in chosen if count]
        yield f"{FACET_WORDS[facet]}: {', '.join(said)}"

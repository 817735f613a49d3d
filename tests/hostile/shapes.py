"""Documents of a hostile shape: nesting, keys that cleaning makes alike, tables without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice, product
from typing import Final

from tests.hostile import field
from tests.hostile.item import READING, Files, Hostile, holding
from tests.hostile.texts import with_text

_HIDDEN: Final = "\u200b\u200e\u2060\ufeff\u00ad\u180e"
"""Characters that cleaning replaces by one and the same."""
_MIB: Final = 1024 * 1024


def shapes() -> Iterator[Hostile]:
    yield from _nested()
    yield from _alike()
    yield from _tables()


def _document(text: str) -> bytes:
    return f'kind = "response"\nschema = 1\n{text}\n'.encode()


_NESTED: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "arrays": ("x = ", "[", "1", "]"),
    "inline tables": ("x = ", "{a=", "1", "}"),
    "arrays and tables": ("x = ", "[{a=", "1", "}]"),
    "dotted keys": ("", "a.", "a = 1", ""),
    "dotted keys with spaces": ("", "a\t.\t", "a = 1", ""),
    "quoted dotted keys": ("", "'a'.", "a = 1", ""),
    "dotted keys of points": ("", '"."."."."."."."."."."."".', "a = 1", ""),
    "a header": ("[", "a.", "a]", ""),
    "a header of a table of tables": ("[[", "a.", "a]]", ""),
    "behind four double quotes": ('x = ["""a"""", ', "[", "1", "]"),
    "behind four single quotes": ("x = ['''a'''', ", "[", "1", "]"),
    "behind five double quotes": ('x = ["""a""""", ', "[", "1", "]"),
    "a dotted key behind four quotes": ('x = {y = """a"""", ', "a.", 'a = 1, z = "b"}', ""),
}
"""What stands before, what opens again and again, what is inside, and what closes."""


def _nested() -> Iterator[Hostile]:
    for name in _NESTED:
        for depth in (45, 1000, 12_000):
            yield Hostile("nesting", f"{name}, {depth} deep", partial(_nest, name, depth), verbs=READING)
        deep = partial(_nest, name, 80_000)
        yield Hostile("nesting", f"{name}, 80000 deep", deep, verbs=READING, is_heavy=True)
    wide = _document("\n".join(f"{'[' * 30}{'a'}{']' * 30} = 1" for _ in range(200)))
    yield Hostile("nesting", "many headers", holding(nested=wide), verbs=READING)
    inside = f"x = [{', '.join('[' * 30 + ']' * 30 for _ in range(1000))}]"
    yield Hostile("nesting", "as deep as allowed, a thousand times", holding(nested=_document(inside)), verbs=READING)


def _nest(name: str, depth: int) -> Files:
    before, opening, inside, closing = _NESTED[name]
    after = ', "b"]' if "behind" in name and before.startswith("x = [") else ""
    return {"nested.toml": _document(f"{before}{opening * depth}{inside}{closing * depth}{after}")}


def _alike() -> Iterator[Hostile]:
    """Keys that differ only in what cannot be seen."""
    for count in (50, 2000, 20_000):
        alike = partial(_keys_alike, count)
        yield Hostile("keys alike", f"{count} keys", alike, verbs=READING)
        yield Hostile("keys alike", f"{count} keys in an answer", partial(_answers_alike, count), verbs=READING)
    yield Hostile("keys alike", "long keys", partial(_long_keys_alike, 250), verbs=READING)
    yield Hostile("keys alike", "replaced beforehand", _replaced_beforehand, verbs=READING)
    yield Hostile("keys alike", "two questions", _two_questions)
    yield Hostile("keys alike", "two kinds", _two_kinds)


def _unlike(count: int) -> list[str]:
    """So many keys that are one and the same after cleaning."""
    return ["".join(letters) for letters in islice(product(_HIDDEN, repeat=6), count)]


def _keys_alike(count: int) -> Files:
    return {"keys.toml": _document("\n".join(f'"{key}" = 1' for key in _unlike(count)))}


def _answers_alike(count: int) -> Files:
    lines = [f'"risk.{key}" = {{ position = 1 }}' for key in _unlike(count)]
    return {"keys.toml": _document("[answers]\n" + "\n".join(lines))}


def _long_keys_alike(count: int) -> Files:
    return {"keys.toml": _document("\n".join(f'"{key}{"x" * 4000}" = 1' for key in _unlike(count)))}


def _replaced_beforehand() -> Files:
    """Keys that already look as cleaning would make them."""
    keys = ["\ufffd" * length for length in range(1, 700)] + ["\u200b", "\u200e", "\u2060"]
    return {"keys.toml": _document("\n".join(f'"{key}" = 1' for key in keys))}


def _two_questions() -> Files:
    sound = field.response()
    return {"two.toml": (sound + '\n[answers."risk.attitude\u200b"]\nposition = 5\n').encode()}


def _two_kinds() -> Files:
    return {"two.toml": ('"kind\u200b" = "tally"\n' + field.response()).encode()}


def _tables() -> Iterator[Hostile]:
    """More entries than anybody has."""
    ones = f"[{'1,' * (_MIB // 2 - 4000)}1]"
    lists = {
        "people of a tally": ("tally", "people = [", f"people = {ones}\nrest = ["),
        "teams of a tally": ("tally", "schema = 1", f"schema = 1\ncell = {ones}"),
        "answers": ("response", "schema = 1", f"schema = 1\nmore = {ones}"),
        "only": ("response", 'depth = "full"', f'depth = "full"\nonly = {ones}'),
        "rings": ("actuals", 'rings = ["first"]', f"rings = {ones}"),
        "flagged": ("results", "round = 1", f"round = 1\nchance = {ones}"),
    }
    for name, (kind, before, instead) in lists.items():
        heavy = name != "only"
        yield Hostile(
            "huge tables",
            f"1 MiB of ones, {name}",
            partial(_instead, kind, before, instead),
            verbs=("check files", "compare"),
            is_heavy=heavy,
        )
    for kind, name in (
        ("tally", "cell"),
        ("actuals", "actual"),
        ("results", "question"),
        ("response", "answers"),
        ("decisions", "decision"),
    ):
        rows = partial(_empty_rows, kind, name)
        yield Hostile("huge tables", f"empty rows, {kind}", rows, verbs=("check files", "compare"))
    yield Hostile("huge tables", "rubbish in results", _rubbish_in_results, verbs=("check files",), is_heavy=True)
    yield Hostile("huge tables", "4 MiB of results", _large_results, verbs=("check files", "compare"), is_heavy=True)
    yield Hostile("huge tables", "20,000 rows of rubbish", _rows_of_rubbish, verbs=("check", "compare"))
    yield Hostile("huge tables", "20,000 people", _many_people, is_heavy=True)
    yield Hostile("huge tables", "a thousand million answers", _many_answers)
    yield Hostile("huge tables", "800 wrong figures", _wrong_figures, verbs=("check", "compare", "gate"))
    yield Hostile("huge tables", "2000 waivers", _waivers, verbs=("check", "compare", "gate"), is_heavy=True)
    for name, make in _DECISIONS.items():
        heavy = name == "each of twenty others"
        yield Hostile("huge tables", f"2000 decisions, {name}", make, verbs=("check", "compare"), is_heavy=heavy)
    yield Hostile("huge tables", "500 answers to nothing", _answers_to_nothing)
    yield Hostile("huge tables", "long names of questions", _long_questions)
    yield Hostile("huge tables", "a note of marks", _note_of_marks)
    yield Hostile("huge tables", "different keys", _different_keys, verbs=READING)
    yield Hostile("huge tables", "a round of 999", _last_round, calls=_MOVED)
    yield Hostile("huge tables", "400 files", _many_files, verbs=READING, is_heavy=True)


_MOVED: Final = (
    ("compare", "FOLDER", "--against", "1"),
    ("compare", "FOLDER", "--against", "1", "--carry"),
    ("assess", "--plain", "--team", "network", "-w", "FOLDER", "--contested"),
)


def _instead(kind: str, before: str, instead: str) -> Files:
    sound = field.sound(kind)
    assert before in sound
    return {f"{kind}.toml": sound.replace(before, instead, 1).encode()}


def _empty_rows(kind: str, name: str) -> Files:
    head = "\n".join(line for line in field.sound(kind).splitlines()[:3])
    return {f"{kind}.toml": (head + "\n" + f"[[{name}]]\n" * (160_000 // (len(name) + 5))).encode()}


def _rubbish_in_results() -> Files:
    row = '{ id = "x", title = 1, findings = [1, {}], teams = { a = 1 } },\n'
    rows = row * (4 * _MIB // len(row) - 4000)
    return {"results.toml": f'kind = "results"\nschema = 1\nround = 1\nquestion = [\n{rows}]\n'.encode()}


def _large_results() -> Files:
    """Sound, but for its size."""
    sound = field.results_text()
    return {"results.toml": (sound + "# " + "x" * (4 * _MIB - len(sound.encode()) - 100) + "\n").encode()}


def _rows_of_rubbish() -> Files:
    rows = "{ question = 1, counts = [1] },\n" * 19_999
    return {"tally.toml": f'kind = "tally"\nschema = 1\nround = 1\ncell = [\n{rows}]\n'.encode()}


def _many_people() -> Files:
    """A tally that is as large as one may be, and sound."""
    sound = field.tally_text().replace("respondents = 1", "respondents = 20000")
    sound = sound.replace("completed = 0", "completed = 20000")
    start, rest = sound.split("people = [", 1)
    people = ",\n".join(f'"{number:016x}"' for number in range(20_000))
    return {"tally.toml": f"{start}people = [{people}]{rest[rest.index(']') + 1 :]}".encode()}


def _many_answers() -> Files:
    sound = field.tally_text().replace("respondents = 1", f"respondents = {10**9}")
    return {"tally.toml": sound.replace("    1,\n", f"    {10**9},\n").encode()}


def _wrong_figures() -> Files:
    figure = (
        '[[actual]]\ncriterion = "{0}"\nring = "{0}"\nnumerator = 7\ndenominator = 0\ndate = 1999-01-01\nby = "{0}"\n'
    )
    head = field.FIGURES.split("[[actual]]")[0]
    return {"actuals.toml": (head + "".join(figure.format(f"x{number}") for number in range(800))).encode()}


def _waivers() -> Files:
    waiver = '[[waiver]]\ncriterion = "{0}"\nby = "{0}"\nuntil = 1999-01-01\nreason = "{0}"\n'
    return {"actuals.toml": (field.FIGURES + "".join(waiver.format(f"x{number}") for number in range(1999))).encode()}


def _decisions(line: Callable[[int], str], question: str = "ownership.pause") -> Files:
    """Two thousand small decisions with a line of their own."""
    entry = '\n[[decision]]\nid = "{0}"\nquestion = "{1}"\nstatus = "decided"\ndecider = "A"\ndecided = 2026-11-27\n'
    entry += 'recorded = 2026-11-27T15:30:00Z\nreview_by = 2027-05-27\noutcome = {{ owner = "endpoint" }}\n{2}\n'
    head = field.decisions_text().partition("# ")[0]
    rows = "".join(entry.format(f"d{number:05}", question, line(number)) for number in range(2000))
    return {"decisions.toml": (head + rows).encode()}


def _naming(*numbers: int) -> str:
    return f"supersedes = {[f'd{number % 2000:05}' for number in numbers]}".replace("'", '"')


_DECISIONS: Final[Mapping[str, Callable[[], Files]]] = {
    "at odds": partial(_decisions, lambda _: ""),
    "in a chain": partial(_decisions, lambda number: _naming(number + 1) if number < 1999 else ""),
    "in a circle": partial(_decisions, lambda number: _naming(number + 1)),
    "each of twenty others": partial(_decisions, lambda number: _naming(*range(number + 1, number + 21))),
    "refused": partial(_decisions, lambda _: 'agreed_by = ["nobody"]'),
    "on nothing": partial(_decisions, lambda _: "", "ownership.nothing"),
    "of one id": lambda: {name: data.replace(b'"d0', b'"aaaa" #') for name, data in _decisions(lambda _: "").items()},
}


def _answers_to_nothing() -> Files:
    sound = field.response().replace(field.questionnaire().fingerprint, "another")
    answers = "".join(f'[answers."question {number}"]\nneeded = 5\n' for number in range(490))
    return {"answers.toml": (sound + "\n" + answers).encode()}


def _long_questions() -> Files:
    sound = field.response().replace(field.questionnaire().fingerprint, "another")
    answers = "".join(f'[answers."{"x" * 20_000}{number}"]\nneeded = 5\n' for number in range(40))
    return {"answers.toml": (sound + "\n" + answers).encode()}


def _note_of_marks() -> Files:
    return {
        "marks.toml": with_text("response", "note", "a" + "\u0316\u0300\u0336" * 600),
        "words.toml": with_text("response", "note", "x" * 2000, 1),
        "lines.toml": with_text("response", "note", "\n" * 1999, 2),
        "wide.toml": with_text("response", "note", "\uff21" * 1999, 3),
    }


def _different_keys() -> Files:
    return {"keys.toml": _document("\n".join(f"k{number} = 1" for number in range(20_000)))}


def _last_round() -> Files:
    late = field.response("endpoint", "late1").replace("round = 1", "round = 999")
    again = field.response("security", "secu1").replace("round = 1", "round = 999")
    return {"late.toml": late.encode(), "again.toml": again.encode(), "open.toml": field.response().encode()}


def _many_files() -> Files:
    return {f"{number}.toml": b"x = " + b"[" * 100 for number in range(400)}

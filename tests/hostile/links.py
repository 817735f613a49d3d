"""Links, pipes and devices among the answers: nothing is written through them, and nothing waits for them."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.hostile import field
from tests.hostile.item import Hostile

OPEN: Final = "open.toml"
"""An unfinished response outside, which who answers would go on with."""
SECRET: Final = "secret.toml"
LONG_AGO: Final = 1_500_000_000

Make = Callable[[Path, Path], None]


def fill_outside(outside: Path) -> None:
    """The folder that nobody may write into, with what links point to."""
    (outside / "folder").mkdir(parents=True)
    (outside / OPEN).write_text(field.response(), "utf-8")
    (outside / SECRET).write_text("SECRET = 1\n", "utf-8")
    (outside / "folder" / "inside.toml").write_text(field.response("endpoint", "insi1"), "utf-8")
    for path in (outside / OPEN, outside / SECRET):
        os.utime(path, (LONG_AGO, LONG_AGO))


def _link(name: str, target: str, folder: Path, outside: Path) -> None:
    """A link of this name; `OUTSIDE` in the target is the folder outside."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target.replace("OUTSIDE", str(outside)))


def link(name: str, target: str) -> Make:
    return partial(_link, name, target)


def links() -> Iterator[Hostile]:
    read = {
        "to an unfinished response": link("network.toml", f"OUTSIDE/{OPEN}"),
        "to an unfinished response, by a path": link("network.toml", f"../outside/{OPEN}"),
        "to something else": link("secret.toml", f"OUTSIDE/{SECRET}"),
        "to a folder": link("folder.toml", "OUTSIDE/folder"),
        "to this folder": link("here.toml", "."),
        "to the root": link("root.toml", "/"),
        "to nothing": link("nothing.toml", "OUTSIDE/nothing.toml"),
        "to itself": link("circle.toml", "circle.toml"),
        "in a circle": _circle,
        "in a long chain": _chain,
        "by hand": _hard_link,
        "to zeros": link("zero.toml", "/dev/zero"),
        "to the null device": link("null.toml", "/dev/null"),
        "to a full device": link("full.toml", "/dev/full"),
        "to random bytes": link("random.toml", "/dev/urandom"),
        "to the terminal": link("tty.toml", "/dev/tty"),
        "to standard input": link("stdin.toml", "/dev/stdin"),
        "to standard output": link("stdout.toml", "/dev/stdout"),
        "to the environment": link("environ.toml", "/proc/self/environ"),
        "to the memory": link("memory.toml", "/proc/self/mem"),
        "to a long name": link("name.toml", "x" * 3000),
        "to a name that steers": link("steer.toml", "\x1b]52;c;aGVsbG8=\x07\nsecurity.toml: fine, 40 questions"),
        "a pipe": _pipe,
        "a link to a pipe": _link_to_pipe,
        "a socket": _socket,
        "a folder named like a file": _folder,
        "a response without rights": _without_rights,
        "a folder without rights": _folder_without_rights,
    }
    for name, make in read.items():
        yield Hostile("links", name, make=make, verbs=("check", "check files", "compare", "assess"))
    yield from _written()
    for name, make in {"to zeros": link("zero.toml", "/dev/zero"), "a pipe": _pipe, "to itself": _circle}.items():
        yield Hostile("links", f"questionnaire, {name}", field.questionnaire_files, make=make, is_questionnaire=True)


def _written() -> Iterator[Hostile]:
    """Names that the tool itself writes to, laid out beforehand as links."""
    export = (
        ("export", "FOLDER", "-o", "FOLDER/results.toml"),
        ("export", "FOLDER", "--tally", "-o", "FOLDER/results.toml"),
    )
    template = (("gate", "FOLDER/new.toml", "FOLDER", "--template"),)
    demo = (("demo", "FOLDER/example"),)
    yield Hostile("links", "export, to a file", make=link("results.toml", f"OUTSIDE/{SECRET}"), calls=export)
    yield Hostile("links", "export, to nothing", make=link("results.toml", "OUTSIDE/new.toml"), calls=export)
    yield Hostile("links", "export, to a new folder", make=link("results.toml", "OUTSIDE/new/new.toml"), calls=export)
    yield Hostile("links", "export, to itself", make=link("results.toml", "results.toml"), calls=export)
    yield Hostile("links", "export, to a device", make=link("results.toml", "/dev/null"), calls=export)
    yield Hostile("links", "template, to nothing", make=link("new.toml", "OUTSIDE/new.toml"), calls=template)
    yield Hostile("links", "template, to itself", make=link("new.toml", "new.toml"), calls=template)
    yield Hostile("links", "a folder of results", make=link("results", "OUTSIDE/folder"))
    yield Hostile("links", "results in their folder", make=link("results/results.toml", f"OUTSIDE/{SECRET}"))
    yield Hostile("links", "the example", make=link("example", "OUTSIDE/folder"), calls=demo, is_of_the_package=True)
    yield Hostile("links", "files of the example", make=_example_files, calls=demo, is_of_the_package=True)
    yield Hostile("links", "a temporary file", make=link(".x.maturity-tmp", f"OUTSIDE/{SECRET}"))
    yield Hostile("links", "a temporary folder", make=link(".x.maturity-tmp", "OUTSIDE/folder"))


def _example_files(folder: Path, outside: Path) -> None:
    for name in ("endpoint--h4t9w2ke--r1.toml", "security--j9d5s3gu--r1.toml"):
        _link(f"example/{name}", f"OUTSIDE/{SECRET}", folder, outside)


def _circle(folder: Path, outside: Path) -> None:
    (folder / "one.toml").symlink_to("two.toml")
    (folder / "two.toml").symlink_to("one.toml")


def _chain(folder: Path, outside: Path) -> None:
    """More links than the system follows, and as many as it does follow."""
    for length, name in ((60, "long"), (30, "short")):
        before = str(outside / OPEN)
        for number in range(length):
            link_here = folder / (f"{name}.toml" if number == length - 1 else f"{name}{number}")
            link_here.symlink_to(before)
            before = link_here.name


def _hard_link(folder: Path, outside: Path) -> None:
    (folder / "network.toml").hardlink_to(outside / OPEN)


def _pipe(folder: Path, outside: Path) -> None:
    os.mkfifo(folder / "pipe.toml")


def _link_to_pipe(folder: Path, outside: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "pipe.toml").symlink_to("pipe")


def _socket(folder: Path, outside: Path) -> None:
    """Bound from inside the folder: the path of a socket has to be short."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("socket.toml")
    finally:
        os.chdir(before)


def _folder(folder: Path, outside: Path) -> None:
    (folder / "like a file.toml").mkdir()
    (folder / "like a file.toml" / "inside.toml").write_text(field.response(), "utf-8")


def _without_rights(folder: Path, outside: Path) -> None:
    (folder / "closed.toml").write_text(field.response(), "utf-8")
    (folder / "closed.toml").chmod(0)


def _folder_without_rights(folder: Path, outside: Path) -> None:
    (folder / "closed folder.toml").mkdir(mode=0)

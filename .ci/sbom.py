"""What the program is made of, in CycloneDX: beside the wheel's metadata (PEP 770) what it needs, and in a wheelhouse
every wheel that lies in it.

`python .ci/sbom.py --write` after a change of version or of what is needed; without `--write` whether it still holds.
The file is kept, not made by the build, so that a build needs nothing but its backend, and no network.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
SBOM: Final = ROOT / ".ci" / "autopatch-maturity.cdx.json"
SCHEMA: Final = "http://cyclonedx.org/schema/bom-1.7.schema.json"
REQUIREMENT: Final = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(\[[^\]]*\])?\s*(?P<range>[^;]*)(;.*)?")

Component = dict[str, object]


def project() -> Mapping[str, Any]:
    """The project's table of pyproject.toml, with its version."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    source = (ROOT / "maturity" / "__init__.py").read_text(encoding="utf-8")
    [version] = re.findall(r"^__version__ = (.+)$", source, re.MULTILINE)
    return {**table, "version": ast.literal_eval(version)}


def normal(name: str) -> str:
    """The name of a package as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def program() -> Component:
    """The program itself."""
    about = project()
    purl = f"pkg:pypi/{about['name']}@{about['version']}"
    return {
        "type": "application",
        "bom-ref": purl,
        "name": about["name"],
        "version": about["version"],
        "description": about["description"],
        "licenses": [{"license": {"id": about["license"]}}],
        "purl": purl,
    }


def needed(requirement: str) -> Component:
    """A package that is installed beside the program, in any version of a range."""
    found = REQUIREMENT.fullmatch(requirement)
    if found is None:
        sys.exit(f"{requirement!r} in pyproject.toml is no requirement that can be read here.")
    name = normal(found["name"])
    versions = "|".join(part.strip() for part in found["range"].split(",")) or "*"
    purl = f"pkg:pypi/{name}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "isExternal": True,
        "versionRange": f"vers:pypi/{versions}",
        "purl": purl,
    }


def document(components: Sequence[Component], aggregate: str) -> str:
    """A bill of the program and these components, the same in every run; the aggregate says how complete they are."""
    whole = program()
    references = [part["bom-ref"] for part in components]
    bill = {
        "$schema": SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.7",
        "version": 1,
        "metadata": {"component": whole},
        "components": list(components),
        "dependencies": [{"ref": whole["bom-ref"], "dependsOn": references}],
        "compositions": [
            {"aggregate": "complete", "assemblies": [whole["bom-ref"]]},
            {"aggregate": aggregate, "dependencies": [whole["bom-ref"]]},
        ],
    }
    return json.dumps(bill, indent=2, ensure_ascii=False) + "\n"


def of_wheel() -> str:
    """The bill of the wheel: nothing of others is in it, and the versions it gets are chosen where it is installed."""
    requirements = project()["dependencies"]
    return document(sorted(map(needed, requirements), key=lambda part: str(part["name"])), "incomplete")


def main() -> int:
    """Writes, or compares."""
    if sys.argv[1:] == ["--write"]:
        SBOM.write_text(of_wheel(), encoding="utf-8", newline="\n")
        return 0
    if SBOM.is_file() and SBOM.read_text(encoding="utf-8") == of_wheel():
        return 0
    print(f"{SBOM.relative_to(ROOT).as_posix()} is not what pyproject.toml says: python .ci/sbom.py --write")
    return 1


if __name__ == "__main__":
    sys.exit(main())

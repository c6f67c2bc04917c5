"""The base install: no package that dragoman needs, and none that those need, is under the GPL."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement

COPYLEFT = re.compile(r"\b(?:A?GPL|(?:GNU )?(?:Affero )?General Public License)\b", re.I)
LESSER = re.compile(r"LGPL|Lesser General|Library General", re.I)
# Said by their authors in words of their own, and read by hand.
READ = {"tld": "MPL-1.1, GPL-2.0 or LGPL-2.1 at choice; taken under the MPL"}


def needed(name: str, seen: set[str]) -> Iterator[str]:
    """A package and all that it needs without extras."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return
    seen.add(key)
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:
        return
    yield key
    for line in lines:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            yield from needed(wanted.name, seen)


def licence(name: str) -> str:
    """What a package says of its licence: the expression, the classifiers, the first line of the field."""
    told = distribution(name).metadata
    classifiers = [line for line in told.get_all("Classifier") or [] if line.startswith("License")]
    field = (told.get("License") or "").strip().split("\n")[0][:200]
    return "; ".join(part for part in (told.get("License-Expression"), *classifiers, field) if part)


def test_nothing_under_the_gpl_is_needed() -> None:
    found = {name: licence(name) for name in needed("dragoman", set())}
    assert len(found) > 30, "spaCy alone needs thirty packages"
    bad = {name: said for name, said in found.items() if name not in READ and COPYLEFT.search(LESSER.sub("", said))}
    assert bad == {}


def test_every_package_says_what_it_is_under() -> None:
    silent = [name for name in needed("dragoman", set()) if not licence(name)]
    assert silent == []

"""Names that two entities share: faults, unless shared_names.csv says that the world is so."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.lexicon.files import Complaint, Row, table

NAMED = {
    "states.csv": ("name", "official", "aliases"),
    "organisations.csv": ("name", "aliases"),
    "entities.csv": ("name", "aliases"),
    "treaties.csv": ("name", "aliases"),
    "outlets.csv": ("name", "aliases"),
    "people.csv": ("name", "aliases"),
}


def check_shared_names(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """Aliases of two entities: "Congo" may be, "Niger" for Nigeria may not."""
    shared = {row.text("name"): set(row.list("entities")) for row in table("shared_names.csv", folders, ("name",))}
    for name, owners in _owners(folders).items():
        if len(owners) > 1 and not set(owners) <= shared.get(name, set()):
            (first, _), (_, row), *_ = owners.items()
            what = f"'{name}' is a name of {first} as well ({owners[first].place})"
            yield Complaint(row.place, f"{what}; drop one, or list the name in shared_names.csv with both ids")
    yield from _check_shared(shared, folders)


def _owners(folders: tuple[Path, ...]) -> dict[str, dict[str, Row]]:
    owners: dict[str, dict[str, Row]] = defaultdict(dict)
    for file, columns in NAMED.items():
        for row in table(file, folders, ("id",)):
            for name in (name for column in columns for name in row.list(column)):
                owners[name].setdefault(row.text("id"), row)
    for row in table("states.csv", folders, ("id",)):
        for name in row.list("demonyms"):
            owners[name].setdefault(row.text("id"), row)
    return owners


def _check_shared(shared: dict[str, set[str]], folders: tuple[Path, ...]) -> Iterator[Complaint]:
    owners = _owners(folders)
    for row in table("shared_names.csv", folders, ("name",)):
        unnamed = sorted(shared[row.text("name")] - owners.get(row.text("name"), {}).keys())
        if unnamed:
            what = f"'{row.text('name')}' is no name of {', '.join(unnamed)}"
            yield Complaint(row.place, f"{what}; correct the id or drop the row")
        if not row.text("source"):
            yield Complaint(row.place, "no source; say where the fact is from, or 'from memory; unverified'")


def check_parents(rows: list[Row]) -> Iterator[Complaint]:
    """Organisations that are their own grandparents."""
    parent = {row.text("id"): row.text("parent") for row in rows}
    for row in rows:
        seen, above = [row.text("id")], row.text("parent")
        while above and above not in seen:
            seen.append(above)
            above = parent.get(above, "")
        if above == row.text("id"):
            yield Complaint(row.place, f"a cycle of parents: {' of '.join([*seen, above])}; empty one of the parents")

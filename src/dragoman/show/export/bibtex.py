"""BibTeX: an entry a page, one for the record and one for dragoman, for BibTeX and biblatex alike."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman import __version__
from dragoman.show.export.part import Part
from dragoman.show.naming import shown

FILE = "pages.bib"
SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def write(part: Part, folder: Path) -> dict[str, int]:
    """Writes pages.bib."""
    entries = [*made_by(part), *(entry_of(document) for document in part.documents)]
    (folder / FILE).write_text("\n".join(entries), encoding="utf-8", newline="\n")
    return {FILE: len(entries)}


def escaped(text: str) -> str:
    r"""Text that LaTeX prints and never runs.

    >>> print(escaped("50% of \\input{x}"))
    50\% of \textbackslash{}input\{x\}
    """
    return "".join(SPECIAL.get(c, c) for c in shown(text))


def entry(kind: str, key: str, fields: dict[str, str | None]) -> str:
    """One entry; a field without a value is left out. Months are BibTeX's own abbreviations, without braces."""
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"]) + "\n"


def entry_of(document: dict[str, Any]) -> str:
    """A page as an entry: @misc, which every style knows; `date` is an interval where only that is known."""
    title, outlet = document["title"], document["outlet"]
    start, end = document["published_start"], document["published_end"]
    is_web = document["uri"].startswith(("http://", "https://"))
    name = shown(document["uri"].replace("\\", "/").rsplit("/", 1)[-1])
    return entry(
        "misc",
        document["id"],
        {
            "title": f"{{{escaped(title)}}}" if title else f"{{[no title: {escaped(name)}]}}",
            "author": " and ".join(f"{{{escaped(author)}}}" for author in document["authors"]) or None,
            "organization": escaped(outlet) if outlet else None,
            "howpublished": escaped(outlet) if outlet else None,
            **days(start, end),
            "url": url(document["uri"]) if is_web else None,
            "urldate": f"{document['read_at']:%Y-%m-%d}" if document["read_at"] and is_web else None,
            "note": note(document, name),
        },
    )


def days(start: date | None, end: date | None) -> dict[str, str | None]:
    """`date` for biblatex, `year` and `month` for BibTeX, as far as both ends agree."""
    if start is None or end is None:
        return {}
    same_year, same_month = start.year == end.year, (start.year, start.month) == (end.year, end.month)
    return {
        "date": str(start) if start == end else f"{start}/{end}",
        "year": str(start.year) if same_year else f"{start.year}--{end.year}",
        "month": MONTHS[start.month - 1] if same_month else None,
    }


def note(document: dict[str, Any], name: str) -> str:
    """Who is credited, the file, and the page's fingerprint."""
    agencies = [f"Credited: {escaped(', '.join(document['agencies']))}"] if document["agencies"] else []
    return "; ".join([*agencies, f"File {escaped(name)}", f"SHA-256 {document['content_sha256'][:16]}"])


def url(address: str) -> str:
    """An address as \\url takes it: nothing that would end the field or start a command."""
    kept = shown(address).replace(" ", "%20")
    return "".join({"{": "%7B", "}": "%7D", "\\": "%5C", "%": r"\%", "#": r"\#"}.get(c, c) for c in kept.replace(r"\%", "%"))


def made_by(part: Part) -> Iterator[str]:
    """What made the record."""
    run = part.run
    version = run["version"] if run else __version__
    yield entry(
        "misc",
        "dragoman",
        {
            "title": "{dragoman}: news about relations between states, read into an auditable record",
            "author": "{The dragoman authors}",
            "note": f"Version {escaped(version)}",
        },
    )
    if run:
        digests = f"words {run['words_digest'][:16]}, model {escaped(run['model'])} {run['model_digest'][:16]}"
        yield entry(
            "misc",
            run["id"],
            {
                "title": f"{{Record of {run['documents']} pages}}",
                "author": "{dragoman}",
                "date": f"{run['ended']:%Y-%m-%d}",
                "year": f"{run['ended']:%Y}",
                "note": f"Built with dragoman {escaped(version)}; {digests}",
            },
        )

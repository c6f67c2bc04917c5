"""How a row is cited: the page that prints it, the words' place in it, and what read it."""

import re
from typing import Any

from dragoman.show.days import pretty
from dragoman.show.export.bibtex import days, entry, escaped, note, url
from dragoman.show.naming import shortened, shown

LONG = 300


def read_by(run: dict[str, Any]) -> str:
    """What read the page: dragoman's version and the words it used."""
    return f"dragoman {run['version']}, words {run['words_digest'][:8]}" if run else "dragoman"


def cited(what: str, row: dict[str, Any], page: dict[str, Any] | None, run: dict[str, Any]) -> str:
    """A citation in a line: Coast Daily, “Ruto receives …”, 4 Mar 2024, characters 12–40 (statement sm_…, read by …)."""
    ends = f"({what} {row['id']}, read by {read_by(run)})."
    if page is None:
        return f"{_title(row, what)} {ends}"
    source = [shown(page["outlet"] or page["uri"]), f"“{shown(page['title'])}”" if page["title"] else ""]
    source += [pretty(page["published_start"], page["published_end"]) or "no date"]
    source += [f"characters {row['start']}–{row['end']}"] if "start" in row else []
    return f"{', '.join(filter(None, source))} {ends}"


def bibtex(what: str, row: dict[str, Any], page: dict[str, Any] | None, run: dict[str, Any]) -> str:
    """A BibTeX entry of the row, in the manner of the pages' own entries."""
    key = re.sub(r"[^A-Za-z0-9_:.-]", "-", str(row["id"]))
    place = f"Characters {row['start']}--{row['end']}; " if "start" in row else ""
    told = f"{place}{what} {escaped(str(row['id']))}, read by {escaped(read_by(run))}"
    if page is None:
        return entry("misc", key, {"title": f"{{{escaped(_title(row, what))}}}", "note": told})
    name = page["uri"].replace("\\", "/").rsplit("/", 1)[-1]
    fields = {
        "title": f"{{{escaped(page['title'] or name)}}}",
        "organization": escaped(page["outlet"]) if page["outlet"] else None,
        **days(page["published_start"], page["published_end"]),
        "url": url(page["uri"]) if page["uri"].startswith(("http://", "https://")) else None,
        "note": f"{note(page, name)}; {told}",
    }
    return entry("misc", key, fields)


def _title(row: dict[str, Any], what: str) -> str:
    found = row.get("title") or row.get("name") or row.get("slot") or row.get("text") or row.get("event_type") or what
    return shortened(shown(str(found)), LONG)

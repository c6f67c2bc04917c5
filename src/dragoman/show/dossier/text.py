"""A dossier as Markdown: the same facts, for a repository or a note."""

import re
from collections.abc import Callable, Iterator

from dragoman.show.days import pretty
from dragoman.show.dossier.facts import Dossier, Row
from dragoman.show.dossier.page import file_of, how_found
from dragoman.show.naming import listed, shortened, shown
from dragoman.show.numbers import amount
from dragoman.show.sheets.common import MARKS, counted, day, short
from dragoman.show.sheets.figures import change
from dragoman.show.sheets.timeline import act, parties

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
OPENING = re.compile(r"^(\d+)([.)])|^([-+=])")


def plain(text: str | None) -> str:
    r"""Text of a page that Markdown shows as it is: no link, image, heading or HTML comes of it.

    >>> print(plain("<b>[x](javascript:1)</b>"))
    \<b\>\[x\](javascript:1)\</b\>
    """
    return OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", SPECIAL.sub(r"\\\1", shown(text)))


def markdown(found: Dossier) -> str:
    """The dossier as one Markdown file."""
    days = "".join((f" from {found.since}" if found.since else "", f" until {found.until}" if found.until else ""))
    parts = [f"# {plain(found.one)} and {plain(found.two)}", f"A dossier{days}: {_counts(found)}."]
    for title, rows, lines in (
        ("Events", found.events, _event),
        ("Statements", found.statements, _statement),
        ("Figures", found.figures, _figure),
        ("Relations", found.relations, _relation),
        ("Open conflicts", found.conflicts, _conflict),
    ):
        parts += [f"## {title}", *_section(rows, found, lines)]
    parts += ["## Sources", "\n".join(_sources(found)) or "None.", "## Method", "\n".join(_method(found))]
    return "\n\n".join(parts) + "\n"


def _counts(found: Dossier) -> str:
    counts = (
        counted(len(found.events), "event"),
        counted(len(found.statements), "statement"),
        counted(len(found.figures), "figure"),
        counted(len(found.conflicts), "open conflict"),
    )
    return f"{listed(counts)}, from {counted(len(found.sources), 'page')} of {counted(found.origins, 'independent origin')}"


def _section(rows: list[Row], found: Dossier, line: Callable[[Row, Dossier], str]) -> Iterator[str]:
    if rows:
        yield "\n".join(line(row, found) for row in rows[: found.limit])
    else:
        yield "None."
    if len(rows) > found.limit:
        yield f"… and {len(rows) - found.limit} more in the record."


def _pages(ids: list[str], found: Dossier) -> str:
    return " ".join(f"[{number}]" for number in found.numbers(ids))


def _event(row: Row, found: Dossier) -> str:
    mark = MARKS.get(row["status"], row["status"])
    marks = f" ({', '.join(filter(None, (mark, 'disputed' if row['conflicts'] else '')))})" if mark or row["conflicts"] else ""
    where = f", {plain(row['place'])}" if row["place"] else ""
    words = f" “{plain(shortened(shown(row['text']), 300))}”" if row["text"] else ""
    sure = f"{counted(row['origins'], 'independent origin')} {_pages(row['documents'], found)} `{short(row['id'])}`"
    return f"- **{day(row)}** {act(row)}: {plain(parties(row))}{where}{marks}.{words} {sure}"


def _statement(row: Row, found: Dossier) -> str:
    text = plain(shortened(shown(row["text"]), 400))
    words = f"“{text}”" if row["kind"] == "direct" else text
    chain = " › ".join(map(plain, row["chain"]))
    hedge = f", {plain(row['hedge'])}" if row["hedge"] else ""
    return f"- **{day(row)}** {words} — {chain} ({row['kind']}{hedge}) {_pages([row['document']], found)} `{short(row['id'])}`"


def _figure(row: Row, found: Dossier) -> str:
    whose = " – ".join(plain(name) for name in (row["subject_name"], row["partner_name"]) if name)
    tellers = dict.fromkeys(plain(name) for name in (*row["via_names"], row["speaker_name"]) if name)
    parts = (
        pretty(row["period_start"], row["period_end"]),
        plain(amount(row)),
        change(row),
        f"by {listed(tellers)}" if tellers else "",
    )
    disputed = " (disputed)" if row["id"] in found.disputed else ""
    told = "; ".join(filter(None, parts))
    return f"- {plain(row['measure'])}, {whose}: {told}{disputed} {_pages([row['document']], found)} `{short(row['id'])}`"


def _relation(row: Row, found: Dossier) -> str:
    span = " ".join(
        (f"from {row['valid_from']}" if row["valid_from"] else "", f"to {row['valid_to']}" if row["valid_to"] else "")
    )
    mark = MARKS.get(row["status"], row["status"])
    said = f"{plain(row['subject_name'])} {plain(row['relation'].replace('_', ' '))} {plain(row['object_name'])}"
    return " ".join(filter(None, ("-", said, span.strip(), f"({mark})" if mark else "", _pages([row["document"]], found))))


def _conflict(row: Row, found: Dossier) -> str:
    return f"- **{plain(row['slot'])}** ({row['kind']}): {plain(found.explained(row))}"


def _sources(found: Dossier) -> Iterator[str]:
    for row in found.sources:
        title = plain(row["title"]) or "(no title)"
        when = pretty(row["published_start"], row["published_end"]) or "day unknown"
        credited = f"; credited: {plain(', '.join(row['agencies']))}" if row["agencies"] else ""
        copied = "; a copy" if row["copy_of"] else ""
        where = f"{plain(row['outlet'] or 'outlet unknown')}, {plain(file_of(row['uri']))}"
        how, origin = how_found(row["published_from"]), short(row["origin"] or row["id"])
        yield f"{found.number[row['id']]}. {title}. {where}. {when} ({how}){credited}{copied}; origin `{origin}`"


def _method(found: Dossier) -> Iterator[str]:
    yield "Coded by rules (PLOVER 2.0). Nothing that no page says is added; no claim is judged. Numbers in brackets are sources."
    if run := found.run:
        yield ""
        built = f"{run['ended']:%Y-%m-%d %H:%M} UTC, {counted(run['pages'], 'page')}"
        yield f"- dragoman {run['version']}, run `{run['id']}`, {built}"
        yield f"- words `{run['words_digest']}`"
        yield f"- model {plain(run['model'])} `{run['model_digest']}`"

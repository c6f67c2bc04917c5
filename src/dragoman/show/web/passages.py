"""The words that a row stands on, in the page that prints them."""

from typing import Any

from dragoman.show.web.marks import Mark, brief, pieces
from dragoman.show.web.render import href
from dragoman.show.web.window import Window

AROUND = 420
PART = 40_000
LETTERS = {"statements": "s", "figures": "f", "relations": "r", "event_mentions": "e"}
SINGULAR = {"statements": "statement", "figures": "figure", "relations": "relation", "event_mentions": "event"}
HEAD = """SELECT id, uri, outlet, title, agencies, published_start, published_end, published_from, copy_of, origin, story, file,
    content_sha256
FROM web_documents WHERE id = $id"""


def head(window: Window, document: str) -> dict[str, Any]:
    """What is known of a page, without its text."""
    return window.one(HEAD, id=document) or {"id": document, "uri": document, "outlet": None, "title": None, "file": document,
        "agencies": [], "published_start": None, "published_end": None, "published_from": None, "copy_of": None, "origin": None,
        "story": None, "content_sha256": ""}  # fmt: skip


def passage(window: Window, document: str, marks: list[Mark], around: int = AROUND) -> dict[str, Any]:
    """The marked words with what stands around them, cut at a word, and the page that prints them."""
    found = window.one("SELECT text FROM documents WHERE id = $id", id=document)
    text = found["text"] if found else ""
    start, end = min((m.start for m in marks), default=0), max((m.end for m in marks), default=0)
    first, last = max(0, start - around), min(len(text), end + around)
    if first:
        first = (text.find(" ", first, start) + 1) or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    cut = pieces(text, marks, (), first, last)
    return {"pieces": cut, "before": first > 0, "after": last < len(text), "page": head(window, document)}


def statement_marks(row: dict[str, Any]) -> list[Mark]:
    """A statement's words, its speaker and its cue."""
    marks = [Mark(row["start"], row["end"], "s", says="what was said")]
    for name, kind in (("speaker", "k"), ("cue", "c")):
        if row[f"{name}_start"] is not None and row[f"{name}_end"] is not None:
            marks.append(Mark(row[f"{name}_start"], row[f"{name}_end"], kind, says=f"the {name}"))
    return marks


def row_passage(window: Window, table: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row's words in their page."""
    if table == "statements":
        return passage(window, row["document"], statement_marks(row))
    marks = [Mark(row["start"], row["end"], LETTERS.get(table, "m"))]
    if table == "event_mentions":
        marks.append(Mark(row["trigger_start"], row["trigger_end"], "c", says="the word that names the act"))
    return passage(window, row["document"], marks)


def document_rows(window: Window, document: str) -> list[dict[str, Any]]:
    """All rows that stand on a page, in the order of its words."""
    rows = []
    for table, letter in LETTERS.items():
        for row in window.rows_for(f"SELECT * FROM {table} WHERE document = $id ORDER BY start, id", id=document):
            shown = ("events", row["event"]) if table == "event_mentions" and row["event"] else (table, row["id"])
            says = brief(table, row, window.names)
            rows.append({"id": row["id"], "start": row["start"], "end": row["end"], "kind": letter, "what": SINGULAR[table],
                         "href": href(*shown), "says": says})  # fmt: skip
    return sorted(rows, key=lambda row: (row["start"], -row["end"], row["id"]))


def marked_page(window: Window, row: dict[str, Any], rows: list[dict[str, Any]], part: int, more: bool) -> dict[str, Any]:
    """A page as it came, its rows marked in place; a very long one in parts."""
    marks = [Mark(r["start"], r["end"], r["kind"], r["id"], r["href"], f"{r['what']}: {r['says']}") for r in rows]
    marks += [Mark(a, b, "d", says="dates the page") for a, b in evidence(row)]
    if more:
        marks += mention_marks(window, row["id"])
    text, parts = row["text"], max(1, -(-len(row["text"]) // PART))
    part = min(part, parts)
    first, last = _cut(text, (part - 1) * PART), _cut(text, part * PART)
    return {"pieces": pieces(text, marks, row["body"], first, last), "part": part, "parts": parts, "first": first, "last": last}


def mention_marks(window: Window, document: str) -> list[Mark]:
    """Who is meant and which days are meant, for a closer look."""
    names = window.names
    who = window.rows_for("SELECT * FROM mentions WHERE document = $id", id=document)
    when = window.rows_for("SELECT * FROM times WHERE document = $id", id=document)
    found = [
        Mark(
            m["start"],
            m["end"],
            "m",
            m["id"],
            href("entities", m["entity"]),
            f"{names.get(m['entity'], m['entity'])} ({m['form']})",
        )
        for m in who
    ]
    return found + [Mark(t["start"], t["end"], "t", t["id"], "", f"{t['type'].lower()} {t['value']}") for t in when]


def _cut(text: str, near: int) -> int:
    """The line's beginning next to a place, so that no word is cut."""
    if near <= 0 or near >= len(text):
        return max(0, min(near, len(text)))
    return (text.find("\n", near, near + 2000) + 1) or near


def evidence(row: dict[str, Any]) -> list[tuple[int, int]]:
    """The words of this page that prove its own day."""
    spans = []
    for said in row["published_evidence"] or ():
        other, _, span = said.rpartition(":")
        start, dash, end = span.partition("-")
        if dash and start.isdigit() and end.isdigit() and other in ("", row["id"]):
            spans.append((int(start), int(end)))
    return spans

"""What the page of a row shows besides the row: its words in place, the rule that made it, what stands beside it."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from dragoman.records import TABLES
from dragoman.show.explain.rules import explain_rule
from dragoman.show.web import wheres
from dragoman.show.web.found import Found, named
from dragoman.show.web.passages import document_rows, head, marked_page, row_passage
from dragoman.show.web.render import href
from dragoman.show.web.window import Window

FEW, MANY = 12, 40
REPORTS = """SELECT m.*, d.outlet, d.title, d.file, d.origin, d.copy_of, d.published_start, d.published_end
FROM event_mentions m JOIN web_documents d ON d.id = m.document WHERE m.id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY d.published_start NULLS LAST, d.uri, m.start LIMIT 100"""
ABOUT = """SELECT * FROM conflicts WHERE id IN (SELECT conflict FROM web_members WHERE id IN (SELECT unnest($ids::VARCHAR[])))
ORDER BY kind, slot, id LIMIT 12"""
COPIES = """SELECT c.*, d.outlet, d.title, d.file FROM copies c
JOIN web_documents d ON d.id = CASE WHEN c.document = $id THEN c.source ELSE c.document END
WHERE c.document = $id OR c.source = $id ORDER BY c.share DESC, c.id LIMIT 20"""
SAME_FIGURE = """SELECT * FROM web_figures WHERE id <> $id AND measure = $measure
AND subject IS NOT DISTINCT FROM $subject::VARCHAR AND partner IS NOT DISTINCT FROM $partner::VARCHAR
ORDER BY period_start DESC NULLS LAST, document, start LIMIT 30"""
SAME_RELATION = """SELECT * FROM web_relations WHERE id <> $id AND relation = $relation AND subject = $subject
AND object IS NOT DISTINCT FROM $object::VARCHAR ORDER BY as_of DESC NULLS LAST, document, start LIMIT 30"""
PARTNERS = """SELECT coalesce(s.id, o.id) AS id, any_value(coalesce(s.name, o.name)) AS name, count(DISTINCT a.event) AS events
FROM web_parties a JOIN web_parties b USING (event) JOIN web_numbers n ON n.n = b.entity JOIN web_entities o ON o.id = n.id
LEFT JOIN web_entities s ON s.id = o.country
WHERE a.entity IN (SELECT n FROM web_numbers WHERE id IN (SELECT unnest($ids::VARCHAR[])))
AND n.id NOT IN (SELECT unnest($ids::VARCHAR[]))
GROUP BY 1 ORDER BY events DESC, 1 LIMIT 24"""
SEEN_IN = """SELECT d.id, d.title, d.outlet, d.file, d.published_start, d.published_end, m.times FROM web_said m
JOIN web_documents d ON d.id = m.document WHERE m.entity = $id
ORDER BY m.times DESC, d.published_end DESC NULLS LAST, d.id LIMIT 12"""
OFFICIALS = (
    """SELECT id, name, kind, mentions FROM web_entities WHERE country = $id AND id <> $id ORDER BY mentions DESC, id LIMIT 24"""
)
IN_STORY = """SELECT * FROM web_documents WHERE id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY published_start NULLS LAST, uri LIMIT 200"""


def why(table: str, row: dict[str, Any]) -> list[tuple[str, str]]:
    """The rule that gave the row, where it is written, and what it says."""
    return [("rule", row["rule"]), *explain_rule(row["rule"], table, None)] if row.get("rule") else []


def conflicts_of(window: Window, *ids: str) -> list[dict[str, Any]]:
    """Conflicts in which rows take part."""
    return window.rows_for(ABOUT, ids=list(ids))


def document_context(window: Window, row: dict[str, Any], part: int, more: bool) -> dict[str, Any]:
    """A page with its rows in place and in its margin, its copies, its story."""
    rows = document_rows(window, row["id"])
    marked = marked_page(window, row, rows, part, more)
    margin = [each for each in rows if marked["first"] <= each["start"] < max(marked["last"], 1)]
    counts = {what: sum(1 for each in rows if each["what"] == what) for what in ("statement", "event", "figure", "relation")}
    copies = [
        {**c, "other": c["source"] if c["document"] == row["id"] else c["document"]}
        for c in window.rows_for(COPIES, id=row["id"])
    ]
    return {
        "marked": marked,
        "margin": margin,
        "counts": counts,
        "copies": copies,
        "more": more,
        "file": head(window, row["id"])["file"],
        "story": window.row("stories", row["story"]) if row["story"] else None,
        "original": head(window, row["copy_of"]) if row["copy_of"] else None,
    }


def event_context(window: Window, row: dict[str, Any]) -> dict[str, Any]:
    """An event with its reports, by origin."""
    event = window.one("SELECT * FROM web_events WHERE id = $id", id=row["id"]) or row
    reports = window.rows_for(REPORTS, ids=row["mentions"])
    origins: dict[str, list[dict[str, Any]]] = {}
    for report in reports:
        origins.setdefault(report["origin"] or report["document"], []).append(report)
    shown = reports[:1]
    return {
        "event": named(window, "events", [event])[0],
        "origins": list(origins.values()),
        "passage": row_passage(window, "event_mentions", shown[0]) if shown else None,
        "told": shown[0] if shown else None,
        "why": why("event_mentions", shown[0]) if shown else [],
        "conflicts": conflicts_of(window, row["id"], *(row["mentions"] or ())),
    }


def statement_context(window: Window, row: dict[str, Any]) -> dict[str, Any]:
    """A statement in its place, its chain, and what stands in it."""
    full = window.one("SELECT * FROM web_statements WHERE id = $id", id=row["id"]) or row
    inside = 'SELECT * FROM {} WHERE document = $document AND start >= $a AND "end" <= $b ORDER BY start, id LIMIT 20'
    place = {"document": row["document"], "a": row["start"], "b": row["end"]}
    return {
        "statement": named(window, "statements", [full])[0],
        "chain": links(window, row),
        "passage": row_passage(window, "statements", row),
        "figures": named(window, "figures", window.rows_for(inside.format("web_figures"), **place)),
        "mentions": window.rows_for(inside.format("event_mentions"), **place),
        "why": why("statements", row),
        "conflicts": conflicts_of(window, row["id"]),
    }


def links(window: Window, row: dict[str, Any]) -> list[dict[str, str]]:
    """The chain of a statement, from the page to the speaker: each link with its part in it."""
    page, names = head(window, row["document"]), window.names
    found = [
        {
            "name": page["outlet"] or page["file"],
            "part": "prints it",
            "href": href("documents", page["id"]),
            "note": page["title"] or "",
        }
    ]
    found += [{"name": agency, "part": "is credited", "href": "", "note": "agency"} for agency in page["agencies"] or ()]
    for relay in row["via"] or ():
        note = "taken over from the sentence before" if row["carried"] else ""
        found.append({"name": names.get(relay, relay), "part": "relays it", "href": href("entities", relay), "note": note})
    speaker = names.get(row["speaker"], row["speaker_text"] or "somebody")
    note = f"“{row['speaker_text']}”" if row["speaker_text"] else ""
    found.append(
        {"name": speaker, "part": "said it", "href": href("entities", row["speaker"]) if row["speaker"] else "", "note": note}
    )
    return [link for n, link in enumerate(found) if n == 0 or link["name"] != found[n - 1]["name"] or n == len(found) - 1]


def figure_context(window: Window, row: dict[str, Any]) -> dict[str, Any]:
    """A figure in its place, who says so, and what others claim."""
    full = window.one("SELECT * FROM web_figures WHERE id = $id", id=row["id"]) or row
    same = window.rows_for(SAME_FIGURE, id=row["id"], measure=row["measure"], subject=row["subject"], partner=row["partner"])
    statement = window.row("statements", row["statement"]) if row["statement"] else None
    return {
        "figure": named(window, "figures", [full])[0],
        "passage": row_passage(window, "figures", row),
        "others": named(window, "figures", same),
        "statement": statement,
        "chain": links(window, statement) if statement else [],
        "why": why("figures", row),
        "conflicts": conflicts_of(window, row["id"]),
    }


def relation_context(window: Window, row: dict[str, Any]) -> dict[str, Any]:
    """A relation in its place, and who else says so."""
    full = window.one("SELECT * FROM web_relations WHERE id = $id", id=row["id"]) or row
    same = window.rows_for(SAME_RELATION, id=row["id"], relation=row["relation"], subject=row["subject"], object=row["object"])
    return {
        "relation": named(window, "relations", [full])[0],
        "passage": row_passage(window, "relations", row),
        "others": named(window, "relations", same),
        "why": why("relations", row),
        "conflicts": conflicts_of(window, row["id"]),
    }


def conflict_context(window: Window, row: dict[str, Any]) -> dict[str, Any]:
    """A conflict, its rows side by side."""
    return {"members": list(members(window, row))}


def members(window: Window, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each row that takes part, with its words in place, or the entry of the words that it is."""
    for member in (row["members"] or [])[:FEW]:
        found = window.row(member["table"], member["id"]) if member["table"] in TABLES else None
        if found is None:
            yield {**member, "row": None, "passage": None, "why": list(explain_rule(member["id"], member["table"], None))}
            continue
        placed = "document" in found and "start" in found
        yield {**member, "row": found, "passage": row_passage(window, member["table"], found) if placed else None, "why": []}


def entity_context(window: Window, row: dict[str, Any]) -> dict[str, Any]:
    """An entity: its names and offices, with whom it deals, what it says, where it stands."""
    ids = window.side(row["id"])
    events = Found(window, "events", "Events", "web_events", wheres.EVENTS, wheres.NEWEST, {"one": ids})
    said = Found(window, "statements", "Statements", "web_statements", wheres.STATEMENTS, wheres.LATEST_SAID, {"speaker": ids})
    relations = """SELECT * FROM web_relations WHERE subject = $id OR object = $id
        ORDER BY relation, subject, document, start LIMIT 40"""
    return {
        "events": events.rows(FEW),
        "statements": said.rows(FEW),
        "relations": named(window, "relations", window.rows_for(relations, id=row["id"])),
        "partners": window.rows_for(PARTNERS, ids=ids),
        "pages": window.rows_for(SEEN_IN, id=row["id"]),
        "officials": window.rows_for(OFFICIALS, id=row["id"]) if row["kind"] in ("state", "organisation") else [],
        "offices": offices(row["roles"] or []),
        "conflicts": [],
    }


def offices(roles: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Offices over time as bars; None when no office has a day."""
    dated = [role for role in roles if role["from"]]
    if not dated:
        return {"roles": roles, "bars": []} if roles else None
    this = float(date.today().year + 1)
    first = min(_year(role["from"], 0) for role in dated)
    last = max([this, *(_year(role["to"], 1) for role in dated if role["to"])])
    scale = 640 / max(last - first, 1)
    bars = []
    for n, role in enumerate(sorted(roles, key=lambda role: role["from"] or "")):
        start = _year(role["from"], 0) if role["from"] else first
        end = _year(role["to"], 1) if role["to"] else last
        bars.append({**role, "x": (start - first) * scale, "width": max((end - start) * scale, 2), "y": n * 30})
    return {"roles": roles, "bars": bars, "first": int(first), "last": int(last), "height": len(bars) * 30 + 20}


def _year(day: str, over: int) -> float:
    """A prefix date as a point in years: 2023-03 is 2023.17 at its beginning."""
    parts = [int(part) for part in day.split("-") if part.isdigit()]
    year, month = [*parts, 0][0], parts[1] if len(parts) > 1 else None
    return year + over if month is None else year + (month - 1 + over) / 12


def story_context(window: Window, row: dict[str, Any]) -> dict[str, Any]:
    """A story: its pages by day, and what they report."""
    query = f"SELECT * FROM web_events WHERE list_has_any(documents, $ids::VARCHAR[]) ORDER BY {wheres.OLDEST} LIMIT {MANY}"
    return {
        "pages": window.rows_for(IN_STORY, ids=row["documents"]),
        "events": named(window, "events", window.rows_for(query, ids=row["documents"])),
        "conflicts": [],
    }


CONTEXTS: dict[str, Callable[[Window, dict[str, Any]], dict[str, Any]]] = {
    "events": event_context,
    "statements": statement_context,
    "figures": figure_context,
    "relations": relation_context,
    "conflicts": conflict_context,
    "entities": entity_context,
    "stories": story_context,
}

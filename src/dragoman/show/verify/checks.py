"""What must hold of every record, as questions in SQL: each gives the rows that break a promise of the contract.

A query gives two columns: `row`, which row, and `what`, what is wrong with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.records import TABLES


@dataclass(frozen=True, slots=True)
class Check:
    """One promise: its name, the table whose rows it is about, what it promises, and the query for rows that break it."""

    name: str
    table: str
    promise: str
    query: str


SPANS = (
    ("mentions", "start", "end", "text"),
    ("times", "start", "end", "text"),
    ("statements", "start", "end", "text"),
    ("statements", "speaker_start", "speaker_end", "speaker_text"),
    ("statements", "cue_start", "cue_end", "cue"),
    ("figures", "start", "end", "text"),
    ("relations", "start", "end", "text"),
    ("event_mentions", "start", "end", "text"),
    ("event_mentions", "trigger_start", "trigger_end", None),
)
"""Table, first character, one past the last, and the column that repeats the words."""

ONE = (
    ("mentions", "document", "documents"),
    ("mentions", "entity", "entities"),
    ("times", "document", "documents"),
    ("statements", "document", "documents"),
    ("statements", "speaker", "entities"),
    ("statements", "addressee", "entities"),
    ("figures", "document", "documents"),
    ("figures", "subject", "entities"),
    ("figures", "partner", "entities"),
    ("figures", "statement", "statements"),
    ("relations", "document", "documents"),
    ("relations", "subject", "entities"),
    ("relations", "object", "entities"),
    ("relations", "statement", "statements"),
    ("event_mentions", "document", "documents"),
    ("event_mentions", "event", "events"),
    ("event_mentions", "statement", "statements"),
    ("documents", "copy_of", "documents"),
    ("documents", "story", "stories"),
    ("copies", "document", "documents"),
    ("copies", "source", "documents"),
)
MANY = (
    ("statements", "via", "entities"),
    ("figures", "via", "entities"),
    ("relations", "via", "entities"),
    ("event_mentions", "actors", "entities"),
    ("event_mentions", "recipients", "entities"),
    ("event_mentions", "via", "entities"),
    ("events", "actors", "entities"),
    ("events", "recipients", "entities"),
    ("events", "mentions", "event_mentions"),
    ("events", "documents", "documents"),
    ("stories", "documents", "documents"),
    ("stories", "entities", "entities"),
)
"""Columns that name rows of another table: one, or a list of them."""

INTERVALS = (
    ("documents", "published"),
    ("documents", "modified"),
    ("times", "date"),
    ("statements", "date"),
    ("figures", "period"),
    ("event_mentions", "date"),
    ("events", "date"),
    ("stories", "date"),
)
READ_IN_BODY = ("statements", "figures", "relations", "event_mentions")
STATUSES = {"event_mentions": "actual future hypothetical negated", "events": "actual future hypothetical negated",
            "relations": "asserted expected denied ended sought"}  # fmt: skip


def checks() -> Iterator[Check]:
    """Every promise, in the order that a reader meets the tables."""
    yield from (unique(table) for table in TABLES)
    yield from (quoted(*span) for span in SPANS)
    yield from (refers(*one) for one in ONE)
    yield from (refers_to_each(*many) for many in MANY)
    yield from (ordered(*interval) for interval in INTERVALS)
    yield from (in_body(table) for table in READ_IN_BODY)
    yield from (known(table, values) for table, values in STATUSES.items())
    yield from (sure(table) for table in ("mentions", *READ_IN_BODY))
    yield from RULES


def unique(table: str) -> Check:
    """Each id stands once."""
    query = f"SELECT id AS row, count(*) || ' rows have this id' AS what FROM {table} GROUP BY id HAVING count(*) > 1"
    return Check("ids", table, "each id stands once", query)


def quoted(table: str, start: str, end: str, text: str | None) -> Check:
    """Spans lie in their page and say what the row repeats."""
    repeats = f"""OR substring(d.text, r."{start}" + 1, r."{end}" - r."{start}") IS DISTINCT FROM r."{text}" """ if text else ""
    query = f"""
        SELECT r.id AS row, 'characters ' || r."{start}" || '-' || r."{end}" || ' of its page say something else' AS what
        FROM {table} r LEFT JOIN documents d ON d.id = r.document
        WHERE r."{start}" IS NOT NULL AND (r."{start}" < 0 OR r."{end}" <= r."{start}" OR r."{end}" > length(d.text) {repeats})"""
    says = f"quotes its page ({text})" if text else f"lies in its page ({start})"
    return Check("spans", table, says, query)


def refers(table: str, column: str, target: str) -> Check:
    """A reference leads to a row."""
    query = f"""
        SELECT r.id AS row, '{column} ' || r."{column}" || ' is no row of {target}' AS what
        FROM {table} r ANTI JOIN {target} t ON t.id = r."{column}" WHERE r."{column}" IS NOT NULL"""
    return Check("references", table, f"{column} leads to {target}", query)


def refers_to_each(table: str, column: str, target: str) -> Check:
    """Each reference of a list leads to a row."""
    query = f"""
        SELECT r.id AS row, '{column} ' || r.one || ' is no row of {target}' AS what
        FROM (SELECT id, unnest("{column}") AS one FROM {table}) r ANTI JOIN {target} t ON t.id = r.one"""
    return Check("references", table, f"each of {column} leads to {target}", query)


def ordered(table: str, what: str) -> Check:
    """Both ends of an interval are known or neither is, and the first day is not after the last."""
    first, last = f"{what}_start", f"{what}_end"
    query = f"SELECT id AS row, {first} || ' to ' || {last} AS what FROM {table} WHERE {first} > {last}"
    return Check("dates", table, f"{first} is not after {last}", query)


def in_body(table: str) -> Check:
    """Nothing is read from advertisements, comments, or pages in another language."""
    query = f"""
        SELECT r.id AS row, 'begins outside the article' AS what FROM {table} r JOIN documents d ON d.id = r.document
        WHERE len(list_filter(d.body, lambda p: r.start >= p[1] AND r.start < p[2])) = 0 AND r.start <> coalesce(
            list_filter(d.parts, lambda p: p.kind = 'title' AND r.start >= p.start AND r.start < p."end")[1].start, -1)"""
    return Check("body", table, "is read from the article", query)


def known(table: str, values: str) -> Check:
    """A status is one of the contract's."""
    listed = ", ".join(f"'{value}'" for value in values.split())
    query = f"SELECT id AS row, 'status ' || status AS what FROM {table} WHERE status NOT IN ({listed})"
    return Check("values", table, "status is a known one", query)


def sure(table: str) -> Check:
    """Confidence is a share, and a rule stands beside what it read."""
    query = f"""
        SELECT id AS row, 'confidence ' || confidence || ', rule ' || coalesce(rule, 'none') AS what FROM {table}
        WHERE NOT (confidence BETWEEN 0 AND 1) OR coalesce(rule, '') = ''"""
    return Check("values", table, "names its rule and how sure it is", query)


RULES = (
    Check("values", "event_mentions", "quad is 1 to 4 and somebody acts",
          "SELECT id AS row, 'quad ' || quad AS what FROM event_mentions WHERE quad NOT BETWEEN 1 AND 4 OR len(actors) = 0"),
    Check("values", "documents", "a page in another language than English has no rows",
          "SELECT m.id AS row, 'from a page in ' || d.language AS what FROM event_mentions m JOIN documents d"
          " ON d.id = m.document WHERE d.language <> 'en'"),
    Check("dates", "documents", "no page is from after the day it was read on",
          "SELECT id AS row, 'published ' || published_start || ', read ' || read_at::DATE AS what FROM documents"
          " WHERE published_start > read_at::DATE + 1"),
    Check("counts", "events", "its pages are those of its mentions",
          "SELECT e.id AS row, 'its mentions stand in other pages' AS what FROM events e JOIN (SELECT event,"
          " list_sort(list_distinct(list(document))) AS pages FROM event_mentions GROUP BY event) m ON m.event = e.id"
          " WHERE m.pages <> list_sort(list_distinct(e.documents))"),
    Check("counts", "events", "each mention knows its event",
          "SELECT e.id AS row, e.one || ' belongs to another event' AS what FROM (SELECT id, unnest(mentions) AS one FROM"
          " events) e JOIN event_mentions m ON m.id = e.one WHERE m.event IS DISTINCT FROM e.id"),
    Check("counts", "events", "it has an origin and an outlet, and no more origins than pages",
          "SELECT id AS row, origins || ' origins of ' || len(documents) || ' pages' AS what FROM events"
          " WHERE origins < 1 OR outlets < 1 OR origins > len(documents)"),
    Check("counts", "documents", "copies have the origin of what they copy",
          "SELECT d.id AS row, 'another origin than ' || o.id AS what FROM documents d JOIN documents o ON o.id = d.copy_of"
          " WHERE d.origin IS DISTINCT FROM o.origin"),
    Check("counts", "stories", "its pages know their story",
          "SELECT s.id AS row, s.one || ' belongs to another story' AS what FROM (SELECT id, unnest(documents) AS one FROM"
          " stories) s JOIN documents d ON d.id = s.one WHERE d.story IS DISTINCT FROM s.id"),
    Check("counts", "runs", "as many documents as the last run made, or more",
          "SELECT id AS row, documents || ' documents were made' AS what FROM runs"
          " WHERE documents > (SELECT count(*) FROM documents)"),
)  # fmt: skip

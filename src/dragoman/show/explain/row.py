"""dragoman explain RECORD ROW_ID"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.show.explain.answer import Answer, Passage, passage
from dragoman.show.explain.makers import makers_of_row
from dragoman.show.explain.meant import sentence_of
from dragoman.show.explain.rules import explain_rule
from dragoman.show.record import Record
from dragoman.store.plain import plain

NAMED = frozenset({"entity", "speaker", "addressee", "via", "subject", "object", "partner", "actors", "recipients", "entities"})
PAGES = frozenset({"document", "documents", "source", "copy_of"})
LONG = 300
HIDDEN = frozenset({"id", "text", "parts", "body", "rule", "members"})
FEW = 5


def explain_row(record: Record, id_: str, words: Path | None = None) -> Answer:
    """A row by its id (or the beginning of it): its values, its words in the page, its rule and its maker."""
    table, row = find_row(record, id_)
    facts = [(name, _value(record, name, value)) for name, value in row.items() if _tells(name, value)]
    facts += [fact for member in row.get("members", []) for fact in _member(record, member, words)]
    facts += [("told as", told) for told in _tellings(record, row)] if table == "events" else []
    if rule := row.get("rule"):
        facts += [("rule", rule), *explain_rule(rule, table, words)]
    facts += [("made by", f"{maker.function} ({maker.place})") for maker in makers_of_row(table, row)]
    holds = (TABLES[table].__doc__ or "").split("\n")[0]
    title = f"{row['id']} in {table}: {holds}"
    if table == "mentions":
        title, facts = f"{sentence_of(record, row, words)} ({row['id']})", [("holds", holds), *facts]
    return Answer(title, facts, list(passages(record, table, row)))


def _tells(name: str, value: Any) -> bool:
    """Is the value worth a line? Not when it is unknown, empty or the plain case; the words themselves stand below."""
    return name not in HIDDEN and value not in (None, []) and (value is not False or name == "listed")


def _tellings(record: Record, row: dict[str, Any]) -> Iterator[str]:
    """How each page tells an event: the rule that coded it and the page."""
    query = f"SELECT * FROM event_mentions WHERE list_contains($ids, id) ORDER BY document, start LIMIT {FEW}"
    for told in record.ask(query, ids=row["mentions"]).to_pylist():
        yield f"{told['id']} by {told['rule']} in {_file(_page(record, told['document']))}"


def find_row(record: Record, id_: str) -> tuple[str, dict[str, Any]]:
    """The table and the row that an id, the beginning of an id, or an entity's name means."""
    union = " UNION ALL ".join(f"SELECT '{name}' AS name, id FROM {name} WHERE starts_with(id, $id)" for name in TABLES)
    found = record.ask(union, id=id_).to_pylist() if id_ else []
    exact = [each for each in found if each["id"] == id_] or found
    if len(exact) > 1:
        some = ", ".join(each["id"] for each in exact[:FEW])
        raise DragomanError(f"{len(exact)} rows begin with {id_!r}: {some}", "write more of the id")
    table, whole = (exact[0]["name"], exact[0]["id"]) if exact else ("entities", _entity(record, id_))
    return table, record.ask(f"SELECT * FROM {table} WHERE id = $id", id=whole).to_pylist()[0]


def _entity(record: Record, name: str) -> str:
    try:
        found = record.find(name).id
    except DragomanError as error:
        remedy = "every listing prints ids (--json prints them whole)"
        raise DragomanError(f"no row has the id {name!r}, and nobody has that name", remedy) from error
    if found not in record.names:
        raise DragomanError(f"{found} is in the words but not in this record", "`dragoman entities RECORD` lists who is")
    return found


def _value(record: Record, name: str, value: Any) -> str:
    """A value in words; an entity's id with its name."""
    if name in NAMED:
        ids = value if isinstance(value, list) else [value]
        return ", ".join(f"{record.names[i]} ({i})" if record.names.get(i, i) != i else i for i in ids)
    if name in PAGES and not isinstance(value, int):
        ids = value if isinstance(value, list) else [value]
        return ", ".join(f"{_file(_page(record, i))} ({i})" for i in ids[:FEW]) + (" …" if len(ids) > FEW else "")
    value = plain(value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {part}" for key, part in value.items() if part is not None)
    text = "; ".join(_value(record, "", part) for part in value) if isinstance(value, list) else str(value)
    return text if len(text) <= LONG else text[:LONG] + "…"


def _member(record: Record, member: dict[str, str], words: Path | None) -> Iterator[tuple[str, str]]:
    """A row that takes part in a conflict: what it says, and where it stands."""
    yield member["table"], f"{member['id']} {_brief(record, member)}".strip()
    if member["table"] not in TABLES:
        yield from explain_rule(member["id"], member["table"], words)


def _brief(record: Record, member: dict[str, str]) -> str:
    """A row in a line."""
    if member["table"] not in TABLES:
        return ""
    found = record.ask(f"SELECT * FROM {member['table']} WHERE id = $id", id=member["id"]).to_pylist()
    if not found:
        return "no such row"
    text = found[0].get("text") or found[0].get("title") or found[0].get("event_type") or ""
    page = f" ({_file(_page(record, found[0]['document']))})" if "document" in found[0] else ""
    return f"“{text[:LONG]}”{page}"


def passages(record: Record, table: str, row: dict[str, Any]) -> Iterator[Passage]:
    """The words in the pages that a row stands on."""
    if table == "documents":
        yield from (each for said in row["published_evidence"] or () for each in _evidence(record, row["id"], said))
    elif "document" in row and "start" in row:
        yield _passage(record, row["document"], row["start"], row["end"])
    elif table == "copies":
        yield from (_passage(record, row["document"], start, end) for start, end in (row["spans"] or [])[:FEW])
    elif table in ("events", "entities"):
        wanted = "event_mentions WHERE list_contains($ids, id)" if table == "events" else "mentions WHERE entity = $ids"
        given = row["mentions"] if table == "events" else row["id"]
        query = f'SELECT document, start, "end" FROM {wanted} ORDER BY document, start LIMIT {FEW}'
        for found in record.ask(query, ids=given).to_pylist():
            yield _passage(record, found["document"], found["start"], found["end"])


def _evidence(record: Record, document: str, said: str) -> Iterator[Passage]:
    """A span written as start-end or document:start-end."""
    other, _, span = said.rpartition(":")
    start, dash, end = span.partition("-")
    if dash and start.isdigit() and end.isdigit():
        yield _passage(record, other or document, int(start), int(end))


def _passage(record: Record, document: str, start: int, end: int) -> Passage:
    page = _page(record, document)
    return passage(page["text"], start, end, _file(page))


def _file(page: dict[str, Any]) -> str:
    """The name of a page's file."""
    return str(page["uri"].replace("\\", "/").rpartition("/")[2] or page["uri"])


def _page(record: Record, document: str) -> dict[str, Any]:
    found = record.ask("SELECT uri, text FROM documents WHERE id = $id", id=document).to_pylist()
    return found[0] if found else {"uri": document, "text": ""}

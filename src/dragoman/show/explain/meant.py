"""A mention in a sentence: whom its words mean, and what says so."""

from datetime import date
from pathlib import Path
from typing import Any

from dragoman.lexicon.files import layers
from dragoman.lexicon.files import table as table_rows
from dragoman.show.days import pretty
from dragoman.show.naming import listed, shown
from dragoman.show.record import Record

Row = dict[str, Any]
STANDS = frozenset({"demonym", "metonym"})
OF_TABLES = {
    "demonym": "{file} has it as the adjective or the people of {name}",
    "capital": "it is the capital, and here it acts rather than tells where",
    "seat": "it is the seat of {name}, and here it acts rather than tells where",
    "place": "the town only tells where",
    "epithet": "{file} has this phrase for {name}",
    "ministry": "a ministry so called is that of the state named beside it or in view, or the only one of that name",
    "role": "the words name {state} and a role, and nobody is known to be meant in person",
    "met": "of the ministers of {state}, the page names no other",
    "introduced": "the page has the full name{full}",
    "apposition": "the name stands right beside it{full}",
    "PERSON": "the recogniser of names took these words for a person",
    "ORG": "the recogniser of names took these words for a body",
}
LEADS = {
    "office": "nobody else in view fits the office, and ",
    "title": "the title before the name is an office, and ",
    "country": "the state is named before it, and ",
    "leading": "nobody else with this surname on the page leads a state, and ",
    "in_office": "nobody else with this surname was in office about that day: ",
    "administration": "who has an administration leads a state, and ",
}
BEFORE = frozenset({"pronouns#person", "pronouns#thing", "pronouns#they"})


def sentence_of(record: Record, row: Row, words: Path | None = None) -> str:
    """Whom a mention means and why: "“the Belarusian leader” means Alexander Lukashenko: “Belarusian” names Belarus, ..."."""
    entity = _one(record, "SELECT * FROM entities WHERE id = $id", id=row["entity"]) or {"name": row["entity"]}
    whom = ("the " if "/" in row["entity"] else "") + listed([entity["name"], *_others(record, row)])
    said = shown(row["text"])
    return f"“{said}” {_verb(row, entity)} {whom}{_unknown(entity)}: {_why(record, row, entity, words)}."


def _verb(row: Row, entity: Row) -> str:
    if row["form"] in STANDS:
        return "stands for"
    return "is" if row["form"] == "name" and entity["name"] == row["text"] else "means"


def _unknown(entity: Row) -> str:
    if entity.get("listed") is not False or "/" in entity["id"]:
        return ""
    return ", whom no table knows" if entity.get("kind") == "person" else ", which no table knows"


def _others(record: Record, row: Row) -> list[str]:
    """Who else the same words mean: both sides, they."""
    same = 'document = $page AND start = $low AND "end" = $high AND form = $form'
    query = f"SELECT entity FROM mentions WHERE {same} AND id != $id ORDER BY entity"
    given = {"page": row["document"], "low": row["start"], "high": row["end"], "id": row["id"], "form": row["form"]}
    others = [each["entity"] for each in record.ask(query, **given).to_pylist()]
    return [record.names.get(who, who) for who in others]


def _why(record: Record, row: Row, entity: Row, words: Path | None) -> str:
    stem, _, way = (row["rule"] or "").partition("#")
    if way in LEADS and (held := _office(record, row, entity)):
        return f"{_lead(record, row, way)}{held}"
    if row["rule"] in BEFORE and (last := _before(record, row)):
        return f"{_says(row['rule'], words)}; last called “{last}”"
    if way == "name" and ".csv" in stem:
        file = stem.partition(":")[0]
        same = entity["name"] == row["text"]
        return f"{file} has this name" if same else f"{file} has this as another name"
    if way in OF_TABLES:
        state = record.names.get(entity.get("country") or "", entity.get("country") or "a state")
        return OF_TABLES[way].format(file=stem.partition(":")[0], name=entity["name"], state=state, full=_full(record, row))
    return _says(row["rule"], words)


def _says(rule: str, words: Path | None) -> str:
    """The sentence on a rule, by the whole rule or by what follows its '#'."""
    says = {each.text("rule"): each.text("says") for each in table_rows("mention_rules.csv", layers(words), ("rule",))}
    stem, _, way = rule.partition("#")
    return says.get(rule) or says.get(f"#{way}") or says.get(f"{stem}#") or f"so says {rule}"


def _lead(record: Record, row: Row, way: str) -> str:
    """What points to the state or the office: “Belarusian” names Belarus, and ..."""
    inside = _one(
        record,
        "SELECT m.text, e.name FROM mentions m JOIN entities e ON e.id = m.entity WHERE m.document = $page AND m.start >= $low "
        "AND m.\"end\" <= $high AND m.id != $id AND e.kind = 'state' ORDER BY m.start LIMIT 1",
        page=row["document"], low=row["start"], high=row["end"], id=row["id"],
    )  # fmt: skip
    if inside is not None:
        return f"“{inside['text']}” names {inside['name']}, and "
    return LEADS[way] if row["rule"] != "counterparts#office" else "the office is the same in the other state, and "


def _office(record: Record, row: Row, entity: Row) -> str | None:
    """What the table of offices has for somebody on the day of the page."""
    page = _one(record, "SELECT published_start FROM documents WHERE id = $id", id=row["document"])
    day = page["published_start"] if page else None
    roles = entity.get("roles") or []
    held = [role for role in roles if day is None or _holds(role, day)] or roles[-1:]
    if not held:
        return None
    offices = listed(dict.fromkeys(role["office"].replace("_", " ") for role in held if role["of"] == held[0]["of"]))
    state = record.names.get(held[0]["of"], held[0]["of"])
    on = f" on {pretty(day, day)}" if day is not None and _holds(held[0], day) else ""
    return f"offices.csv has {entity['name']} as {offices} of {state}{on}"


def _holds(role: Row, day: date) -> bool:
    return (role["from"] or "") <= day.isoformat() and (not role["to"] or day.isoformat() <= role["to"])


def _full(record: Record, row: Row) -> str:
    """The longest name that the page gives the same one, in marks."""
    query = (
        "SELECT text FROM mentions WHERE document = $page AND entity = $who AND form = 'name' ORDER BY length(text) DESC, start"
    )
    found = _one(record, f"{query} LIMIT 1", page=row["document"], who=row["entity"])
    return f", “{shown(found['text'])}”" if found and len(found["text"]) > len(row["text"]) * (row["form"] == "name") else ""


def _before(record: Record, row: Row) -> str | None:
    """What the same one was called last before these words, other than by a pronoun."""
    query = 'SELECT text FROM mentions WHERE document = $page AND entity = $who AND "end" <= $low AND form != $form'
    given = {"page": row["document"], "who": row["entity"], "low": row["start"], "form": "pronoun"}
    found = _one(record, f"{query} ORDER BY start DESC LIMIT 1", **given)
    return shown(found["text"]) if found else None


def _one(record: Record, query: str, **given: Any) -> Row | None:
    found = record.ask(query, **given).to_pylist()
    return found[0] if found else None

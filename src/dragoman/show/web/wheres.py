"""The conditions of each listing, in SQL. Values go in as parameters; one that is NULL restricts nothing."""

IN = "IN (SELECT unnest({}::VARCHAR[]))"


def within(column: str, name: str) -> str:
    """The condition that a column holds one of the values given, when any are given.

    >>> within("measure", "$measures")
    '($measures::VARCHAR[] IS NULL OR measure IN (SELECT unnest($measures::VARCHAR[])))'
    """
    return f"({name}::VARCHAR[] IS NULL OR {column} {IN.format(name)})"


DYAD = f"""SELECT a.event FROM web_parties a JOIN web_parties b USING (event)
    WHERE a.entity {IN.format("$one")} AND b.entity {IN.format("$two")} AND (a.given <> b.given OR a.mutual)"""

EVENTS = f"""
    ($one::VARCHAR[] IS NULL OR $two::VARCHAR[] IS NOT NULL
     OR id IN (SELECT event FROM web_parties WHERE entity {IN.format("$one")}))
    AND ($two::VARCHAR[] IS NULL OR id IN ({DYAD}))
    AND ($since::DATE IS NULL OR coalesce(date_end, date_start, first_reported) >= $since::DATE)
    AND ($until::DATE IS NULL OR coalesce(date_start, date_end, first_reported) <= $until::DATE)
    AND {within("event_type", "$types")} AND {within("status", "$statuses")}
    AND ($quads::INTEGER[] IS NULL OR quad IN (SELECT unnest($quads::INTEGER[])))
    AND ($origins::INTEGER IS NULL OR origins >= $origins::INTEGER)
    AND ($via::VARCHAR[] IS NULL OR id IN (
        SELECT event FROM web_event_via WHERE via {IN.format("$via")} OR name {IN.format("$via_names")}))"""

STATEMENTS = f"""
    {within("speaker", "$speaker")}
    AND ($about::VARCHAR[] IS NULL OR id IN (SELECT statement FROM web_about WHERE entity {IN.format("$about")}))
    AND ($via::VARCHAR[] IS NULL OR list_has_any(via, $via::VARCHAR[]) OR list_has_any(agencies, $via_names::VARCHAR[]))
    AND ($kind::VARCHAR IS NULL OR kind = $kind::VARCHAR)
    AND ($since::DATE IS NULL OR coalesce(date_end, date_start, told_end) >= $since::DATE)
    AND ($until::DATE IS NULL OR coalesce(date_start, date_end, told_start) <= $until::DATE)"""

FIGURES = f"""
    {within("measure", "$measures")}
    AND ($one::VARCHAR[] IS NULL OR subject {IN.format("$one")} OR partner {IN.format("$one")})
    AND ($two::VARCHAR[] IS NULL OR ((subject {IN.format("$two")} OR partner {IN.format("$two")})
         AND subject IS DISTINCT FROM partner))"""

RELATIONS = f"""
    {within("relation", "$relations")}
    AND ($one::VARCHAR[] IS NULL OR subject {IN.format("$one")} OR object {IN.format("$one")})
    AND ($two::VARCHAR[] IS NULL OR subject {IN.format("$two")} OR object {IN.format("$two")})
    AND ($status::VARCHAR IS NULL OR status = $status::VARCHAR)"""

CONFLICTS = "($kind::VARCHAR IS NULL OR kind = $kind::VARCHAR)"

ENTITIES = f"""
    {within("id", "$ids")}
    AND ($kind::VARCHAR IS NULL OR kind = $kind::VARCHAR)
    AND ($listed::BOOLEAN IS NULL OR listed = $listed::BOOLEAN)"""

DOCUMENTS = """
    ($since::DATE IS NULL OR published_end >= $since::DATE)
    AND ($until::DATE IS NULL OR published_start <= $until::DATE)
    AND ($outlet::VARCHAR IS NULL OR outlet = $outlet::VARCHAR)"""

NEWEST = "coalesce(date_end, date_start, first_reported) DESC NULLS LAST, date_start DESC, event_type, id"
OLDEST = "date_start NULLS LAST, date_end, first_reported NULLS LAST, event_type, id"

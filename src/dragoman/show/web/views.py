"""Tables that the site asks besides the record's own: made once when a record is opened, in memory, gone with it."""

from dragoman.show import queries

EVERYTHING: dict[str, None] = dict.fromkeys(
    (
        "one", "two", "types", "statuses", "since", "until", "speaker", "about", "via", "via_names", "kind", "measures",
        "relations", "status", "ids", "listed",
    )
)  # fmt: skip
"""Every parameter of the record's questions, none of them restricting anything."""

LISTED = {
    "web_events": queries.TIMELINE,
    "web_statements": queries.STATEMENTS,
    "web_figures": queries.FIGURES,
    "web_relations": queries.RELATIONS,
    "web_documents": queries.DOCUMENTS,
    "web_entities": queries.ENTITIES,
}
"""The listings as the command line gives them, whole."""

NUMBERED = ("web_events", "web_statements")
"""Listings whose rows are numbered (web_n): joins over numbers take a third of the time of joins over ids."""

PARTIES = """SELECT id, unnest(actors) AS entity, false AS given, len(recipients) = 0 AS mutual FROM events
        UNION SELECT id, unnest(recipients), true, false FROM events"""

MADE = {
    "web_numbers": f"""
        SELECT id, row_number() OVER (ORDER BY id)::INTEGER AS n
        FROM (SELECT id FROM entities UNION SELECT entity FROM mentions UNION SELECT entity FROM ({PARTIES}))""",
    "web_parties": f"""
        SELECT e.web_n AS event, n.n AS entity, p.given, p.mutual FROM ({PARTIES}) p
        JOIN web_events e ON e.id = p.id JOIN web_numbers n ON n.id = p.entity ORDER BY event""",
    "web_event_via": """
        SELECT e.web_n AS event, v.via, v.name FROM web_events e JOIN (
            SELECT event, unnest(via) AS via, NULL AS name FROM event_mentions
            UNION SELECT m.event, NULL, unnest(d.agencies) FROM event_mentions m JOIN documents d ON d.id = m.document
        ) v ON v.event = e.id""",
    "web_about": """
        SELECT DISTINCT s.web_n AS statement, n.n AS entity FROM web_statements s
        JOIN mentions m ON m.document = s.document AND m.start < s."end" AND m."end" > s.start
        JOIN web_numbers n ON n.id = m.entity ORDER BY statement""",
    "web_members": "SELECT c.id AS conflict, unnest(c.members).id AS id FROM conflicts c",
    "web_said": "SELECT m.entity, m.document, count(*) AS times FROM mentions m GROUP BY ALL",
}

DYADS = 20
SEEN = {
    "outlet_list": """SELECT outlet, count(*) AS pages FROM web_documents WHERE outlet IS NOT NULL
        GROUP BY outlet ORDER BY pages DESC, outlet LIMIT 12""",
    "dated_by": """SELECT coalesce(published_from, 'unknown') AS how, count(*) AS pages FROM web_documents
        GROUP BY how ORDER BY pages DESC, how""",
    "stories": """SELECT id, title, date_start, date_end, len(documents) AS pages FROM stories
        ORDER BY pages DESC, date_end DESC, id LIMIT 8""",
    "parties": """SELECT id, name FROM web_entities WHERE kind IN ('state', 'organisation') AND mentions > 0
        ORDER BY mentions DESC, id LIMIT 200""",
}
"""What the overview shows besides what `dragoman show` prints."""


def parameters(query: str) -> dict[str, None]:
    """The parameters that a query names, each unrestricted.

    >>> parameters(queries.CONFLICTS)
    {'kind': None}
    """
    return {name: None for name in EVERYTHING if f"${name}::" in query}

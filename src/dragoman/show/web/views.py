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

MADE = {
    "web_parties": """
        SELECT id AS event, unnest(actors) AS entity, false AS given, len(recipients) = 0 AS mutual FROM events
        UNION SELECT id, unnest(recipients), true, false FROM events""",
    "web_event_via": """
        SELECT event, unnest(via) AS via, NULL AS name FROM event_mentions WHERE event IS NOT NULL
        UNION SELECT m.event, NULL, unnest(d.agencies) FROM event_mentions m JOIN documents d ON d.id = m.document
        WHERE m.event IS NOT NULL""",
    "web_about": """
        SELECT DISTINCT s.id AS statement, m.entity FROM statements s
        JOIN mentions m ON m.document = s.document AND m.start < s."end" AND m."end" > s.start""",
    "web_members": "SELECT c.id AS conflict, unnest(c.members).id AS id FROM conflicts c",
    "web_said": """
        SELECT m.entity, m.document, count(*) AS times FROM mentions m GROUP BY ALL""",
}


def parameters(query: str) -> dict[str, None]:
    """The parameters that a query names, each unrestricted.

    >>> parameters(queries.CONFLICTS)
    {'kind': None}
    """
    return {name: None for name in EVERYTHING if f"${name}::" in query}

"""dragoman documents RECORD"""

from dragoman.cli.common import Json, Limit, RecordPath, Since, Until, opened, print_table


def documents(record: RecordPath, since: Since = None, until: Until = None, limit: Limit = None, json: Json = False) -> None:
    """The pages: when each was published and how that is known, its outlet, title, agencies, and rows."""
    from dragoman.show.sheets.documents import documents_sheet

    with opened(record) as opening:
        print_table(opening.documents(since=since, until=until), json, limit, documents_sheet)

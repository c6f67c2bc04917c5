"""Names beside ids: what makes a table readable without another look-up."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa


def names_column(column: str) -> str:
    """The column of names that stands beside a column of ids.

    >>> names_column("actors"), names_column("via"), names_column("speaker")
    ('actor_names', 'via_names', 'speaker_name')
    """
    if column == "via":
        return "via_names"
    return f"{column[:-1]}_names" if column.endswith("s") else f"{column}_name"


def with_names(table: pa.Table, names: Mapping[str, str], *columns: str) -> pa.Table:
    """The table with the entities' names beside their ids."""
    for column in columns:
        values = [_named(value, names) for value in table.column(column).to_pylist()]
        many = pa.types.is_list(table.schema.field(column).type)
        table = table.append_column(names_column(column), pa.array(values, pa.list_(pa.string()) if many else pa.string()))
    return table


def _named(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [names.get(id_, id_) for id_ in value]
    return names.get(value, value) if value else value


def with_chain(table: pa.Table) -> pa.Table:
    """The table with each statement's chain, from page to speaker: [Example Times, Reuters, Xinhua, Xi Jinping]."""
    chains = [
        chain_of(row)
        for row in table.select(["outlet", "file", "agencies", "via_names", "speaker_name", "speaker_text"]).to_pylist()
    ]
    return table.append_column("chain", pa.array(chains, pa.list_(pa.string())))


def chain_of(row: dict[str, Any]) -> list[str]:
    """One statement's way to the page: outlet, agencies, relays, speaker; whoever stands twice in a row stands once."""
    speaker = row["speaker_name"] or row["speaker_text"] or "?"
    links = [row["outlet"] or row["file"], *(row["agencies"] or []), *(row["via_names"] or []), speaker]
    return [link for n, link in enumerate(links) if n == 0 or link != links[n - 1]]

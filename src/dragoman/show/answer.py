"""Rows that answer a question: an Arrow table that pandas, polars and DuckDB take as it is, and that draws itself."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from dragoman.errors import DragomanError
from dragoman.show.sheet import Sheet, html_table, plain_lines

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Draw = Callable[[pa.Table, int], Sheet]
SHOWN = 20


class Answer:
    """What a record answers: rows with all their columns, and the listing that the command line prints of them.

    Any tool that reads Arrow takes it (`polars.DataFrame(answer)`, `duckdb.sql("FROM answer.arrow")`); iterating gives a
    dict for each row.
    """

    def __init__(self, arrow: pa.Table, draw: Draw) -> None:
        self.arrow = arrow
        self._draw = draw

    @property
    def num_rows(self) -> int:
        """How many rows there are."""
        return int(self.arrow.num_rows)

    @property
    def column_names(self) -> list[str]:
        """The columns, in order."""
        return list(self.arrow.column_names)

    def __len__(self) -> int:
        return self.num_rows

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_pylist())

    def column(self, name: str) -> pa.ChunkedArray:
        """One column, as Arrow keeps it."""
        return self.arrow.column(name)

    def to_pylist(self) -> list[dict[str, Any]]:
        """The rows as dicts."""
        return list(self.arrow.to_pylist())

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a pandas DataFrame. Raises DragomanError when pandas is not installed."""
        try:
            return self.arrow.to_pandas()
        except ImportError as error:
            raise DragomanError("pandas is not installed", "pip install 'dragoman[pandas]'") from error

    def to_polars(self) -> "pl.DataFrame":
        """The rows as a polars DataFrame. Raises DragomanError when polars is not installed."""
        try:
            import polars
        except ImportError as error:
            raise DragomanError("polars is not installed", "pip install polars") from error
        return polars.DataFrame(self.arrow)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow PyCapsule interface, by which other libraries take the rows without copying them."""
        return self.arrow.__arrow_c_stream__(requested_schema)

    def sheet(self, limit: int = SHOWN) -> Sheet:
        """The listing of the first rows; limit=0 takes all."""
        return self._draw(self.arrow, limit)

    def __repr__(self) -> str:
        return "\n".join(plain_lines(self.sheet()))

    def _repr_html_(self) -> str:
        return html_table(self.sheet())

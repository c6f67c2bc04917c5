"""JSON Lines, CSV and Parquet files, row by row."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.errors import UnreadablePage
from dragoman.read.decode import decoded, note, problem
from dragoman.read.options import ReadOptions
from dragoman.read.rows import must_have_text, page_of_row
from dragoman.records import Page, Problem

ROWS = 256


def read_jsonl(stream: BinaryIO, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """A page, or a problem, for each line that is not blank; the file is read line by line."""
    number = 0
    while line := stream.readline(options.max_bytes + 1):
        number += 1
        where = f"{uri}#{number}"
        if len(line) > options.max_bytes:
            _skip_rest(stream, line, options.max_bytes)
            yield problem(where, f"line of more than {options.max_bytes:,} bytes", "split it, or leave it out")
        elif line.strip():
            yield from _json_page(line, where, options)


def _skip_rest(stream: BinaryIO, line: bytes, size: int) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(size)


def _json_page(line: bytes, where: str, options: ReadOptions) -> Iterator[Page | Problem]:
    try:
        found = decoded(line)
        row = json.loads(found.text)
        if not isinstance(row, dict):
            yield problem(where, "line is JSON but no object", 'give lines like {"url": ..., "text": ...}')
            return
        yield page_of_row(row, where, options)
        if found.mended:
            yield note(where, found.mended)
    except UnreadablePage as error:
        yield problem(where, error.what, error.how_to_mend)
    except (ValueError, RecursionError) as error:
        yield problem(where, f"line is no JSON: {error}", "give one JSON object a line")


def read_csv(data: bytes, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """A page, or a problem, for each row of a CSV file with a header; ',', ';' and tab are told apart."""
    found = decoded(data)
    text = found.text
    if not text.strip():
        raise UnreadablePage("empty: there is no row in it", "leave it out, or save the table again")
    header = text.partition("\n")[0]
    delimiter = max(",;\t|", key=header.count)
    csv.field_size_limit(max(options.max_bytes, 131_072))
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    must_have_text([name for name in reader.fieldnames or () if name], options)
    if found.mended:
        yield note(uri, found.mended)
    while True:
        where = f"{uri}#{reader.line_num + 1}"
        try:
            row = next(reader)
            yield page_of_row({k: v for k, v in row.items() if k is not None}, where, options)
        except StopIteration:
            return
        except UnreadablePage as error:
            yield problem(where, error.what, error.how_to_mend)
        except csv.Error as error:
            yield problem(where, f"row is no CSV: {error}", "check its quotation marks")


def read_parquet(stream: BinaryIO, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """A page, or a problem, for each row of a Parquet file, which is read a few hundred rows at a time."""
    import pyarrow
    import pyarrow.parquet

    number = 0
    try:
        file = pyarrow.parquet.ParquetFile(stream)
        must_have_text(file.schema_arrow.names, options)
        for batch in file.iter_batches(batch_size=ROWS):
            for row in batch.to_pylist():
                number += 1
                yield _parquet_page(row, f"{uri}#{number}", options)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        yield problem(uri, f"no whole Parquet file: {reason}", "write the table again; rows before the break were read")


def _parquet_page(row: dict[str, Any], where: str, options: ReadOptions) -> Page | Problem:
    try:
        return page_of_row(row, where, options)
    except UnreadablePage as error:
        return problem(where, error.what, error.how_to_mend)

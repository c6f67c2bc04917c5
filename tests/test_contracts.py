"""Promises of the whole project: one maker for each table, a meaning for each field, imports that go one way, a light base."""

import ast
import doctest
import importlib
import pkgutil
import re
import subprocess
import sys
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import dragoman
import dragoman.records as records
from dragoman import flow
from dragoman.records import TABLES
from dragoman.show.explain.makers import makers

HOUSE = Path(dragoman.__file__).parent
ROOT = Path(__file__).parent.parent
MODULES = sorted(module.name for module in pkgutil.walk_packages([str(HOUSE)], "dragoman."))
RECORDS = [thing for thing in vars(records).values() if is_dataclass(thing)]


def test_every_step_reads_only_what_is_made_and_nothing_has_two_makers() -> None:
    flow.check()


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_one_maker(table: str) -> None:
    maker = makers()[TABLES[table]]
    assert maker.says.endswith((".", ":", "?")), "the maker's docstring says what comes back"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_and_field_has_a_meaning(record: type) -> None:
    assert (record.__doc__ or "").strip()
    for field in fields(record):  # type: ignore[arg-type]
        assert field.metadata.get("about", "").strip(), field.name


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_is_frozen_and_slotted(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(record)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_an_id(table: str) -> None:
    assert "id" in {field.name for field in fields(TABLES[table])}


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    found = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert not found.failed


@pytest.mark.parametrize("name", MODULES)
def test_no_file_is_too_long(name: str) -> None:
    file = importlib.import_module(name).__file__
    assert file is not None
    assert len(Path(file).read_text(encoding="utf-8").splitlines()) <= 300


COME_ALONG = {"thinc", "numpy", "lxml", "htmldate"}
"""Parts of spaCy and trafilatura."""


WITH_FASTAPI = {"starlette", "pydantic"}


def named(requirements: list[str]) -> set[str]:
    """The packages of a list of requirements, as they are imported."""
    return {re.split(r"[^\w-]", name)[0].replace("-", "_") for name in requirements}


def imported(path: Path) -> set[str]:
    """The packages that a file imports at any place in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    found |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in found}


MAY_USE = {
    "show/answer.py": frozenset({"pandas", "polars"}),
    "engine/spark.py": frozenset({"pyspark"}),
    "jobs/spreading.py": frozenset({"pyspark"}),
    "store/remote.py": frozenset({"fsspec"}),
}
"""Rooms that use an extra where it is there."""


def test_everything_that_is_imported_is_declared() -> None:
    """A base install has all that the base needs; the site's folder alone may use what the extra [web] brings, and four
    rooms what [pandas], [polars] and [spark] do."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    base, web = named(project["dependencies"]) | COME_ALONG, named(project["optional-dependencies"]["web"])
    for path in HOUSE.rglob("*.py"):
        outside = imported(path) - set(sys.stdlib_module_names) - {"dragoman"}
        outside -= MAY_USE.get(path.relative_to(HOUSE).as_posix(), frozenset())
        of_the_site = "web" in path.parts or path.name == "serve.py"
        assert outside <= (base | web | WITH_FASTAPI if of_the_site else base), (path, outside)


WITHOUT_EXTRAS = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("pandas", "polars", "pytest", "hypothesis", "pyspark"):
            raise ModuleNotFoundError(f"no {name} in a base install")

sys.meta_path.insert(0, Missing())
import dragoman
assert dragoman.open(sys.argv[1]).timeline("KEN", "SOM").num_rows == 2
heavy = [name for name in ("spacy", "trafilatura") if name in sys.modules]
assert not heavy, heavy
"""


def test_a_base_install_can_ask_and_asking_loads_no_parser(sample: Path) -> None:
    subprocess.run([sys.executable, "-c", WITHOUT_EXTRAS, str(sample)], check=True)


def test_the_reference_pages_are_fresh() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "tools" / "reference.py", "--check"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr

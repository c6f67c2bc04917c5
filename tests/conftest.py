"""What several tests share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record made by hand, as a DuckDB file; nobody may write to it."""
    import sample_record

    return sample_record.write(tmp_path_factory.mktemp("sample") / "sample record.duckdb")

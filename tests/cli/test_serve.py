"""`dragoman serve`: without the extra it says what is missing, elsewhere than here it asks for a token, Ctrl-C ends it."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from dragoman.cli.serve import bound, serve, token_for
from dragoman.errors import DragomanError


@pytest.mark.parametrize("missing", ["uvicorn", "fastapi", "jinja2"])
def test_without_the_extra_it_says_how_to_get_it(sample: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    for name in [name for name in sys.modules if name.startswith("dragoman.show.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(DragomanError, match=r'pip install "dragoman\[web\]"'):
        serve(sample)


@pytest.mark.parametrize(
    ("host", "given", "asked"),
    [
        ("127.0.0.1", None, False),
        ("localhost", None, False),
        ("0.0.0.0", None, True),
        ("192.0.2.7", None, True),
        ("127.0.0.1", "x", True),
    ],
)
def test_elsewhere_a_token_is_asked_for(host: str, given: str | None, asked: bool) -> None:
    token = token_for(host, given)
    assert (token is not None) == asked
    assert token is None or token == given or len(token) >= 30


def test_a_port_that_is_taken_is_told() -> None:
    with bound("127.0.0.1", 0) as taken:
        taken.listen()
        with pytest.raises(DragomanError, match="give another --port"):
            bound("127.0.0.1", taken.getsockname()[1])


def test_it_serves_until_it_is_stopped(sample: Path) -> None:
    command = [sys.executable, "-c", "from dragoman.cli.main import main; main()", "serve", str(sample), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        try:
            assert run.stdout is not None
            address = re.search(r"http://\S+", run.stdout.readline())
            assert address is not None
            with urlopen(address[0] + "events.json", timeout=30) as answer:
                assert b"CONSULT" in answer.read()
        finally:
            os.kill(run.pid, signal.SIGINT)
        assert run.wait(30) == 0
        assert "Traceback" not in run.stderr.read()

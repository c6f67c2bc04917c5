"""No pattern of dragoman's takes more than the square of a text's length: see patterns.py."""

import json
import subprocess
import sys
from pathlib import Path


def test_no_pattern_runs_away() -> None:
    program = Path(__file__).with_name("patterns.py")
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, check=True, timeout=280)
    *slow, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert last["patterns"] > 100, "the patterns of all modules and of the words"
    assert slow == []

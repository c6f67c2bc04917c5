#!/usr/bin/env python3
"""Draws docs/images/dossier.png from the example pages: `python tools/pictures.py` (needs Chromium)."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import dragoman
from dragoman.show.dossier import dossier, html

ROOT = Path(__file__).parent.parent
SIZE = "1120,1240"


def draw(page: Path, to: Path, browser: str, profile: str) -> None:
    """A picture of the page, by a browser without a window that asks nothing of the network."""
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
    given = [f"--user-data-dir={profile}", f"--window-size={SIZE}", f"--screenshot={to}", page.as_uri()]
    subprocess.run([browser, *quiet, *given], check=True, capture_output=True)


def main() -> int:
    """Builds the record of the example pages and draws its dossier."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("no Chromium; install one: apt-get install chromium", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with dragoman.build([ROOT / "examples" / "visit-to-moscow"], to=place / "moscow.duckdb") as record:
            (place / "dossier.html").write_text(html(dossier(record, "India", "Russia")), encoding="utf-8")
        to = ROOT / "docs" / "images" / "dossier.png"
        to.parent.mkdir(exist_ok=True)
        draw(place / "dossier.html", to, browser, folder)
    print(to)
    return 0


if __name__ == "__main__":
    sys.exit(main())

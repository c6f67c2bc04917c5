#!/usr/bin/env python3
"""Takes the pictures of the README and the guide: builds the example record, serves it, and looks at it with Chromium.

python tools/pictures.py [--to docs]
"""

import argparse
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

import dragoman
from dragoman.show.record import Record
from dragoman.show.web.app import create_app

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "visit-to-moscow"
ONE, TWO = "India", "Russia"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The address of the record's site while it runs."""
    app = create_app(record)
    app.state.keeper.index.wait(60)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def pictures(record: Record, site: str, dossier: Path) -> dict[str, str]:
    """Name of each picture and the address that it shows."""
    page = next(row["id"] for row in record.documents() if "harbour-post" in row["uri"])
    statement = next(row["id"] for row in record.statements() if row["via"])
    return {
        "guide/images/between": f"{site}/between/{ONE}/{TWO}",
        "guide/images/document": f"{site}/document/{page}",
        "guide/images/statement": f"{site}/statement/{statement}",
        "images/dossier": dossier.as_uri(),
    }


def take(page: Page, address: str, to: Path) -> None:
    """One picture, of a screen's width and at most two screens' height."""
    to.parent.mkdir(parents=True, exist_ok=True)
    page.goto(address)
    height = min(1500, page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": 1100, "height": height})
    page.screenshot(path=to)


def main() -> None:
    """Take them all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=ROOT / "docs")
    to = parser.parse_args().to
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("no Chromium: apt install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        record = dragoman.build(EXAMPLES, to=Path(folder) / "visit.duckdb")
        dossier = Path(folder) / "dossier.html"
        dossier.write_text(record.dossier(ONE, TWO).html(), encoding="utf-8")
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        with served(record.path) as site:
            for name, address in pictures(record, site, dossier).items():
                take(browser.new_page(viewport={"width": 1100, "height": 800}), address, to / f"{name}.png")
                print(to / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()

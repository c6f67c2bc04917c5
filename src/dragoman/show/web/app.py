"""The site: its routes, its guard, and the record that it keeps open."""

from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from dragoman import __version__
from dragoman.show.web import between, home, lists, network, pages, searching
from dragoman.show.web.keeper import SECONDS, Keeper
from dragoman.show.web.render import FOLDER
from dragoman.show.web.safety import guard

ABOUT = """Every page of the site is also an answer for programs: put `.json` after its path, and `.csv` after a listing's.
Names are forgiving (Belarus, BLR and Minsk mean the same); an empty parameter restricts nothing."""


def create_app(record: Path, token: str | None = None, every: float = SECONDS) -> FastAPI:
    """The site of a record; with a token it answers only those who have it, without one only this machine."""
    app = FastAPI(
        title="dragoman",
        version=__version__,
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    app.state.keeper = Keeper(record, every)
    guard(app, token)
    for part in (home, searching, between, network, lists, pages):
        app.include_router(part.router())
    app.mount("/static", StaticFiles(directory=FOLDER / "static"))
    return app


def schema(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description of what programs may ask."""
    return app.openapi()

"""A dossier on two parties: one file that can be mailed, with every row's source and how it was made."""

from dragoman.show.dossier.facts import Dossier, dossier
from dragoman.show.dossier.page import html
from dragoman.show.dossier.text import markdown

__all__ = ["Dossier", "dossier", "html", "markdown"]

"""How right a record is, by the gold of its user; and how far two coders agree."""

from dragoman.show.evaluate.agreement import agreement
from dragoman.show.evaluate.gold import Gold, only, read_gold
from dragoman.show.evaluate.score import evaluate

__all__ = ["Gold", "agreement", "evaluate", "only", "read_gold"]

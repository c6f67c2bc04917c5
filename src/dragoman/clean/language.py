"""The language of an article."""

import re

ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "is",
        "that",
        "was",
        "for",
        "on",
        "said",
        "with",
        "as",
        "at",
        "by",
        "it",
        "from",
        "has",
        "have",
        "be",
        "are",
        "which",
        "their",
        "will",
        "not",
    ]
)
WORDS = re.compile(r"[^\W\d_]+")
SAMPLE = 3000


def find_language(said: str) -> str | None:
    """ISO 639-1 code; None for a text too short to tell. English is told by its little words alone, which is fast."""
    sample = said[:SAMPLE]
    found = WORDS.findall(sample.lower())
    if len(found) < 5:
        return None
    if sum(1 for word in found if word in ENGLISH) >= 0.2 * len(found):
        return "en"
    from py3langid import classify

    code, _ = classify(sample)
    return str(code)

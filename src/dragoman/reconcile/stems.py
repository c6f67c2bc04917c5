"""Words as they are compared: common ones left out, endings off."""

from functools import lru_cache

from dragoman.lexicon.families import stem

LETTERS = 6
COMMON = frozenset(
    {
        *("the", "and", "for", "with", "that", "this", "which", "from", "his", "her", "its", "their", "our", "your"),
        *("was", "were", "are", "has", "have", "had", "been", "being", "will", "would", "said", "says", "say", "not", "but"),
        *("who", "whom", "about", "after", "before", "during", "into", "over", "under", "than", "also", "more", "most"),
        *("other", "some", "any", "all", "both"),
    }
)


@lru_cache(maxsize=100_000)
def short_stem(word: str) -> str:
    """The first six letters of a word's stem.

    >>> short_stem("negotiators") == short_stem("negotiations")
    True
    """
    return stem(word)[:LETTERS]

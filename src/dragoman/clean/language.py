"""The language of an article."""

import re

ENGLISH = frozenset({
    "the", "of", "and", "to", "in", "is", "that", "was", "for", "on", "said", "with", "as",
    "at", "by", "it", "from", "has", "have", "be", "are", "which", "their", "will", "not",
})  # fmt: skip
WORDS = re.compile(r"[^\W\d_]+")
SAMPLE = 1500
ENOUGH = 700
FEW_WORDS = 40
# Languages with news of their own on the web. A guess outside them, on a few words full of names, is no knowledge.
OF_THE_NEWS = frozenset({
    "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr",
    "hu", "id", "it", "ja", "ka", "ko", "lt", "lv", "ms", "nl", "no", "nb", "pl", "pt", "ro", "ru",
    "sk", "sl", "sq", "sr", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh",
})  # fmt: skip


def find_language(said: str) -> str | None:
    """ISO 639-1 code; None for a text too short to tell: it is read as English.

    English is told by its little words alone, which is fast.
    """
    sample = said[:SAMPLE]
    found = WORDS.findall(sample.lower())
    if len(found) < 5:
        return None
    if sum(1 for word in found if word in ENGLISH) >= 0.2 * len(found):
        return "en"
    from py3langid import classify

    code, _ = classify(sample[:ENOUGH])
    return None if len(found) < FEW_WORDS and code not in OF_THE_NEWS else str(code)

"""Offices told beside a name between commas: "her Rwandan counterpart, NAME", "NAME, a former Malian foreign minister,"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.relation_around import Around
from dragoman.extract.relation_bearer import counterpart_office, office_in_tables
from dragoman.extract.relation_titles import OFFICES, Titled, can_be_led, office_of, title_in
from dragoman.lexicon.names import Names
from dragoman.records import Entity, Mention, Sentence

BEHIND = re.compile(r"(?: \(\w+\))?\s?[,–—](?: \d\d,)? (?=\w)")
CLOSED = re.compile(r"[,.;:!?)–—\n]")
OPENED = re.compile(r"[,;:(–—\n\"“]\s*(?!.*[,;:(–—\n\"“])", re.DOTALL)
BEFORE = re.compile(r", (?:(?:[A-Z][\w.]{1,12}|Sheikh) ){0,2}$")
LATER = re.compile(r" (of|for|to|in|at|from) (?=\w)")
WORD = re.compile(r"[\w.'’-]+")
ARTICLES = frozenset({"the", "a", "an"})
OWN = frozenset({"his", "her", "their", "its"})
LONGEST = 6
FAR = 110


@dataclass(frozen=True, slots=True)
class Told:
    """A title beside a name: its words, what it is of, how it is told, its place on the page."""

    title: str
    offices: tuple[str, ...]
    of: Entity | None
    opened: str
    is_over: bool
    start: int
    end: int


def apposed_offices(around: Around, sentence: Sentence, names: Names) -> Iterator[Titled]:
    """Offices of those named right before or behind a title that commas part from the name."""
    for mention in around.mentions.inside(sentence.start, sentence.end):
        who = around.entities.get(mention.entity)
        if who is not None and who.kind == "person" and mention.form == "name":
            for start, end in _beside(around, sentence, mention):
                told = _title(around, names, start, end)
                if told and (told.start == start or start < mention.start):  # no "NAME, whose father was the envoy,"
                    yield from _office(around, names, sentence, told, who, mention)


def _beside(around: Around, sentence: Sentence, mention: Mention) -> Iterator[tuple[int, int]]:
    """What stands between commas behind a name, and what its comma ends before it."""
    text = around.document.text
    behind = BEHIND.match(text, mention.end, sentence.end)
    if behind:
        closed = CLOSED.search(text, behind.end(), sentence.end)
        yield behind.end(), closed.start() if closed else sentence.end
    low = max(sentence.start, mention.start - FAR)
    before = BEFORE.search(text[low : mention.start])
    if before and (mention.end == sentence.end or CLOSED.match(text, mention.end)):
        end = low + before.start()
        opened = OPENED.search(text[low:end])
        yield low + opened.end() if opened else low, end


def _title(around: Around, names: Names, start: int, end: int) -> Told | None:
    """The title in a phrase: whatever follows it tells of what it is; whatever stands before it, whose."""
    text = around.document.text[start:end]
    ends = [(len(text), "", len(text)), *((m.start(), m[1], m.end()) for m in reversed(list(LATER.finditer(text))))]
    for place, word, later in ends:
        words = [(start + found.start(), found[0]) for found in WORD.finditer(text[:place])]
        title, offices, length = _known(around, names, [said.lower() for _, said in words[-LONGEST:]])
        if title:
            whole = _whole(around, title, start + later, end, word) if word else None
            if whole is None and word in ("of", "for", "at"):
                return None
            first = len(words) - length
            span = words[first][0], end if whole else start + place
            return _told(around, words[:first], (title, offices, whole), span)
    return None


def _known(around: Around, names: Names, words: list[str]) -> tuple[str, tuple[str, ...], int]:
    """The title that words end in, the offices it may mean, and its length in words."""
    offices, length = title_in(around.titles, words)
    if offices:
        return " ".join(words[-length:]), offices, length
    for length in range(min(3, len(words)), 0, -1):
        title = " ".join(words[-length:])
        if title in around.words.listed("office"):
            return title, (), length
    return "", (), 0


def _whole(around: Around, title: str, start: int, end: int, word: str) -> Entity | None:
    """What the words behind a title name: "of Peru", "for the Iranian foreign ministry"; a post abroad names nobody's own."""
    if title.split()[-1] in around.words.listed("sent") and word != "of":
        return None
    for mention in sorted(around.mentions.inside(start, end), key=lambda m: (m.start, -m.end)):
        entity = around.entities.get(mention.entity)
        last = mention.end == end or LATER.match(around.document.text, mention.end)
        if last and entity is not None and entity.kind in ("state", "organisation", "group"):
            state = around.entities.get(entity.country or "")
            return state if "/" in entity.id else entity
    return None


def _told(
    around: Around, before: list[tuple[int, str]], title: tuple[str, tuple[str, ...], Entity | None], span: tuple[int, int]
) -> Told | None:  # fmt: skip
    """The title with what stands before it, read back to an article or an owner; None behind "deputy" and what is unknown."""
    (name, offices, of), (start, end) = title, span
    is_over, opened, listed = False, "", around.words.listed
    for place, word in reversed(before):
        plain = word.lower().removeprefix("ex-")
        mention = _state_at(around, place)
        if start < place:
            continue
        if plain in listed("lesser"):
            return None
        if mention is not None:
            of, start = around.entities[mention.entity] if of is None else of, mention.start
            opened = "'s" if around.document.text[mention.end : mention.end + 1] in ("'", "’") else ""
        elif plain in ARTICLES | OWN:
            start, opened = place, plain
        elif plain in listed("ended") or word.lower().startswith("ex-"):
            start, is_over = place, True
        elif plain in listed("title-modifier") or (not offices and plain in listed("department")):
            start = place
        elif of is None:
            return None
        else:
            break
        if opened:
            break
    return Told(name, offices, of, opened, is_over, start, end)


def _state_at(around: Around, place: int) -> Mention | None:
    """The state or organisation of states that a word names or belongs to."""
    for mention in around.mentions.at(place):
        entity = around.entities.get(mention.entity)
        if entity is not None and can_be_led(entity) and mention.form in ("name", "demonym", "metonym"):
            return mention
    return None


def _office(
    around: Around, names: Names, sentence: Sentence, told: Told, who: Entity, mention: Mention
) -> Iterator[Titled]:  # fmt: skip
    """The row that a title and its bearer give: "a former minister", but not "a spokesman", who is one of several."""
    day, of = around.document.published_end, told.of
    offices = told.offices
    if told.title == "counterpart":
        of = of or around.entities.get(who.country or "")
        offices = counterpart_office(around, names, sentence, told.start, who, of)
    elif of is None:
        held = office_in_tables(names, who, offices, day) if told.opened == "the" else None
        of = names.entity(held.of) if held else None
    wanted = offices or told.title in around.words.listed("office")
    if of is None or not wanted or (told.title == "counterpart" and not offices) or of.id == who.id:
        return
    if told.opened in ("a", "an") and not told.is_over:
        return
    if of.kind == "state" and who.listed and who.country not in (None, of.id):
        return
    office = (office_of(names, offices, of, who) if offices else "holds_office") if of.kind == "state" else "holds_office"
    if office is not None:
        relation = office if office in OFFICES else "holds_office"
        start, end = min(told.start, mention.start), max(told.end, mention.end)
        yield Titled(relation, who.id, of.id, start, end, "ended" if told.is_over else "asserted", None, "titles.csv")

"""Offices and state media told by words side by side: "Peruvian President Dina Boluarte", "Syrian state news agency SANA"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.relation_around import Around
from dragoman.extract.relation_status import prefix
from dragoman.lexicon.names import Names
from dragoman.records import Entity, Mention, Sentence

WORD = re.compile(r"[\w'’.-]+")
OFFICES = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
FAR = 60
BETWEEN = re.compile(r"[\w'’ .-]*")
OWN = re.compile(r"['’]s?(?: [\w-]+){0,2} ")
IN_FULL = re.compile(r"((?:[\w'’-]+ ){1,8})of (?:the )?$")
SINCE = re.compile(r"\W{0,3}(since|from)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Titled:
    """Somebody in an office or an outlet in a state's hands, as the words tell it."""

    relation: str
    subject: str
    object: str
    start: int
    end: int
    status: str
    valid_from: str | None
    rule: str


def titled(around: Around, sentence: Sentence, names: Names) -> Iterator[Titled]:
    """Offices and state media in one sentence."""
    near = around.mentions.inside(sentence.start, sentence.end)
    for number, mention in enumerate(near):
        of = around.entities.get(mention.entity)
        if of is None or not can_be_led(of) or mention.form not in ("name", "demonym", "metonym"):
            continue
        for other in near[number + 1 : number + 5]:
            who = around.entities.get(other.entity)
            if who is not None and 0 < other.start - mention.end <= FAR and other.form == "name":
                yield from _before_name(around, names, of, mention, who, other)
        yield from _after_name(around, names, near[:number], of, mention)


def initiatives(around: Around, sentence: Sentence) -> Iterator[Titled]:
    """Whose initiative: "China's Belt and Road Initiative"; "his" may be anybody's in a report of what he said."""
    near = around.mentions.inside(sentence.start, sentence.end)
    for number, mention in enumerate(near):
        owner = around.entities.get(mention.entity)
        for other in near[number + 1 : number + 3]:
            what = around.entities.get(other.entity)
            if owner is None or what is None or owner.kind not in ("state", "person", "organisation") or what.id == owner.id:
                continue
            named = set(other.text.lower().split()) | set(what.name.lower().split())
            if OWN.fullmatch(around.document.text[mention.end : other.start]) and named & around.words.listed("initiative"):
                rule = "relations.toml#initiative"
                yield Titled("initiative_of", what.id, owner.id, mention.start, other.end, "asserted", None, rule)


def can_be_led(entity: Entity) -> bool:
    """A state, or an organisation of states."""
    return entity.kind == "state" or (entity.kind == "organisation" and entity.sector == "IGO")


def _before_name(around: Around, names: Names, of: Entity, mention: Mention, who: Entity, other: Mention) -> Iterator[Titled]:
    """ "China's Premier Li Keqiang", "Chinese state broadcaster CCTV"."""
    between = around.document.text[mention.end : other.start]
    if not BETWEEN.fullmatch(between) or _part_of_name(around, mention):
        return
    words = WORD.findall(re.sub(r"^\s*['’]s?\b", "", between))
    shade = _word_before(around, mention)
    is_plain = between[:1] not in "'’" and shade.lower() not in around.words.listed("ended")
    words = [shade, *words] if words and shade.lower() in around.words.listed("ended") else words
    if who.kind == "person" and words and not (is_plain and _is_known(around, names, of, who)):
        yield from _office(around, names, words, of, who, mention.start, other.end)
    elif who.kind == "media" and of.kind == "state" and _is_state_media(around, words):
        yield Titled("state_media_of", who.id, of.id, mention.start, other.end, "asserted", None, "relations.toml#state-owned")


def _word_before(around: Around, mention: Mention) -> str:
    """The word right before a mention: "Former Japanese prime minister"."""
    told = around.document.text[max(0, mention.start - 20) : mention.start].split()
    return told[-1] if told else ""


def _part_of_name(around: Around, mention: Mention) -> bool:
    """Does the mention begin or end inside a longer name that is no title: "president of U.S. Trust"?"""
    return any(m.start <= mention.start and m.end > mention.end and m.form == "name" for m in around.mentions.at(mention.start))


def _is_known(around: Around, names: Names, of: Entity, who: Entity) -> bool:
    """Do the tables hold the office already? "Russian President Vladimir Putin" then tells nothing new on any page."""
    return any(held.of == of.id for held in names.offices(who.id, around.document.published_end))


def _is_state_media(around: Around, words: list[str]) -> bool:
    plain = [word.lower() for word in words]
    listed = around.words.listed
    return bool(plain) and plain[0] in listed("state-owned") and plain[-1] in listed("media")


def _after_name(around: Around, names: Names, earlier: list[Mention], of: Entity, mention: Mention) -> Iterator[Titled]:
    """ "Li Keqiang, the premier of China", "Maia Sandu, president of Moldova since 2020", "Chile's president, Gabriel Boric"."""
    text = around.document.text
    for other in reversed(earlier[-3:]):
        who = around.entities.get(other.entity)
        if who is None or who.kind != "person" or other.form != "name" or mention.start - other.end > FAR:
            continue
        between = text[other.end : mention.start]
        found = re.fullmatch(r",? (?:(?:is|was) )?(?:the )?([\w' -]+?) of (?:the )?", between)
        named_on = re.match(r"-|\s+[A-Z]", text[mention.end : mention.end + 3])
        if found and not named_on and (between.startswith(",") or " is " in between or " was " in between):
            yield from _office(around, names, WORD.findall(found[1]), of, who, other.end + 2, mention.end)
    after = re.match(r"['’]s? ([\w -]{3,40}?), (?=[A-Z])", text[mention.end : mention.end + FAR])
    if after:
        for other in around.mentions.at(mention.end + after.end()):
            who = around.entities.get(other.entity)
            if who is not None and who.kind == "person" and other.form == "name":
                yield from _office(around, names, WORD.findall(after[1]), of, who, mention.start, other.end)
    yield from _title_in_full(around, names, of, mention)


def _title_in_full(around: Around, names: Names, of: Entity, mention: Mention) -> Iterator[Titled]:
    """ "Deputy Prime Minister and Minister of Foreign Affairs of the Republic of Moldova, Mihai Popsoi"."""
    text = around.document.text
    before, comma = IN_FULL.search(text[max(0, mention.start - FAR) : mention.start]), text[mention.end : mention.end + 2] == ", "
    if not before or not comma:
        return
    words = WORD.findall(before[1])
    offices, length = title_in(around.titles, words)
    lead = words[: len(words) - length][-1:]
    if not offices or (lead and lead[0] != "and" and (lead[0][0].isupper() or lead[0] in around.words.listed("lesser"))):
        return
    for other in around.mentions.at(mention.end + 2):
        who = around.entities.get(other.entity)
        if who is not None and who.kind == "person" and other.form == "name" and other.start == mention.end + 2:
            start = mention.start - len(before[0]) + before.start(1)
            yield from _office(around, names, words[len(words) - length :], of, who, start, other.end)


def _office(around: Around, names: Names, words: list[str], of: Entity, who: Entity, start: int, end: int) -> Iterator[Titled]:
    """The office that a run of words ends in, unless a word before it says deputy, or the word names no one office."""
    plain = [word.lower().removeprefix("ex-") for word in words]
    offices, length = title_in(around.titles, plain)
    before = set(plain[: len(plain) - length])
    shades = around.words.listed("ended") | around.words.listed("title-modifier")
    office = office_of(names, offices, of, who)
    if office is None or before - shades or any(word.endswith("-elect") for word in plain):
        return
    ended = shades_of(around, plain, length) or any(word.lower().startswith("ex-") for word in words)
    since = _since(around, end)
    yield Titled(
        office if office in OFFICES else "holds_office",
        who.id,
        of.id,
        start,
        since[1] if since else end,
        "ended" if ended else "asserted",
        since[0] if since else None,
        "titles.csv",
    )


def shades_of(around: Around, words: list[str], length: int) -> bool:
    """Do the words before a title say that the office is over: "former", "ousted"?"""
    return bool(set(words[: len(words) - length]) & around.words.listed("ended"))


def office_of(names: Names, offices: tuple[str, ...], of: Entity, who: Entity) -> str | None:
    """The office that a title means: the one that the tables give its bearer, else the only one it can be for such a body."""
    if of.kind != "state":
        return "holds_office" if offices else None
    held = {tenure.office for tenure in names.offices(who.id) if tenure.of == of.id} & set(offices)
    led = [office for office in offices if office != "president"] or list(offices)
    return held.pop() if len(held) == 1 else led[0] if len(led) == 1 else None


def title_in(known: dict[str, tuple[str, ...]], words: list[str]) -> tuple[tuple[str, ...], int]:
    """Offices of the longest of the known titles that the words end in, and its length in words."""
    for length in range(min(5, len(words)), 0, -1):
        offices = known.get(" ".join(words[-length:]))
        if offices:
            return offices, length
    return (), 0


def _since(around: Around, end: int) -> tuple[str, int] | None:
    """The date in "since 1994" right after, and where it ends."""
    found = SINCE.match(around.document.text, end)
    if not found:
        return None
    for time in around.times.touching(found.end() - 6, found.end() + 12):
        day = prefix(time)
        if day is not None and abs(time.start - found.end()) <= 6:
            return day, time.end
    return None

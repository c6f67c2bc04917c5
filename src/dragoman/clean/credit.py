"""Which wires an article credits, and the town of its dateline."""

import re
from dataclasses import dataclass

from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.outlets import Outlet, Outlets

HEAD = 140
ACRONYM = 4
PARTICLES = frozenset(
    {"de", "del", "da", "do", "dos", "la", "le", "las", "los", "al", "el", "of", "upon", "es", "sur", "am", "an"}
)
AGENCY = r"[(\[/](?P<agency>[^()\[\]\n/]{2,40}(?:/[^()\[\]\n/]{2,30}){0,2})[)\]/]"
DASH = r"\s*\.?\s*(?:--|[-–—:]|(?<=/)\.?)\s*"
PLACE = r"(?P<place>[^\W\d_a-z][\w.'’\- ]{1,30}?(?:[,/] ?[^\W\d_a-z][\w.'’\- ]{1,24}?){0,2})"
WITH_AGENCY = re.compile(
    rf"(?:{PLACE}(?:[,.]?\s+(?P<day>[^()\[\]\n/\d]{{0,20}}\d[^()\[\]\n/]{{0,20}}?))?[,.]?\s*)?{AGENCY}{DASH}"
)
WITHOUT_DASH = re.compile(rf"{PLACE},\s+(?P<day>[^()\[\]\n/\d]{{0,14}}\d[^()\[\]\n/]{{0,20}}?)\s*{AGENCY}\s+(?=[^\W\d_a-z\"“'‘])")
UNBRACKETED = re.compile(
    rf"{PLACE},\s+(?:(?P<day>[^()\[\]\n/]{{0,12}}\d[^()\[\]\n/–—]{{0,14}}?)[,.]?\s+)?"
    r"(?P<agency>[^\W\d_]{2,12}(?: [A-Z][a-z]+)?)\s*(?:--|[–—]|-\s)\s*"
)
UPPER = re.compile(
    r"(?P<place>[^\W\d_a-z]{2}[^a-z\n:()\[\]—–]{1,40}?)(?:,\s*(?P<day>[^\n()—–:]{3,24}?))?\s*(?:--|[–—:]|-\s|\s-)\s*(?=\S)"
)
DAYED = re.compile(rf"{PLACE},\s+(?P<month>[^\W\d_]{{3,12}})\.?\s\d{{1,2}}\.\s+(?=[^\W\d_a-z\"“'‘])")
WITH_DAY = re.compile(
    rf"{PLACE}\s*\((?P<agency>[^()\n]{{2,50}}?)\s*[-–—,]\s*(?P<day>[^()\n]{{0,30}}\d{{4}})\)\s*[-–—:]{{0,2}}\s*"
)
CITING = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.&'’\-]*(?: [^\W\d_a-z][\w.&'’\-]*){0,3}) (?:said|says|reports|reported|informs|writes|wrote),? "
    r"(?:citing|quoting|with reference to|referring to)\b"
)
REPORTS = re.compile(
    r",\s+(?P<name>[^\W\d_a-z][\w.&'’\-]*(?: [^\W\d_a-z][\w.&'’\-]*){0,2}) (?:reports|informs)(?:[.,]| citing| with)"
)
YEAR = re.compile(r"\d{4}")
CLOSER = re.compile(r"[(\[/–—-]\s?(?P<name>[A-Z][\w.\-]{1,12}(?:/[A-Z][\w.\-]{1,12})?)\s?[)\]/]?\.?$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of the first paragraph: "SEOUL, May 7 (Yonhap) --"."""

    start: int
    end: int
    place: str | None
    agencies: tuple[str, ...]


def find_dateline(text: str, start: int, words: Boilerplate, outlets: Outlets) -> Dateline | None:
    """The dateline that a paragraph beginning at `start` opens with; None when it opens with its first sentence."""
    head = text[start : start + HEAD].partition("\n")[0]
    if (hit := WITH_DAY.match(head)) is not None and _is_upper(hit["place"], words):
        return Dateline(start, start + hit.end(), _place(hit["place"]), _agencies(hit["agency"], outlets))
    if (hit := WITH_AGENCY.match(head) or WITHOUT_DASH.match(head)) is not None and _is_place(hit["place"]):
        named = _agencies(hit["agency"], outlets)
        if named or (hit["place"] and YEAR.search(hit["day"] or "")):  # "Kyiv, 9 July 2024 (Lantern) -" is one whoever wrote it
            return Dateline(start, start + hit.end(), _place(_town(hit["place"], hit["day"], words)), named)
    hit = DAYED.match(head)
    if hit is not None and hit["month"].lower() in words.months and _is_upper(hit["place"].split(",")[0], words):
        return Dateline(start, start + hit.end(), _place(hit["place"]), ())
    hit = UNBRACKETED.match(head)
    if hit is not None and _is_place(hit["place"]) and (known := outlets.by_name(hit["agency"])) is not None:
        return Dateline(start, start + hit.end(), _place(hit["place"]), (_called(known, hit["agency"]),))
    hit = UPPER.match(head)
    if hit is not None and _is_upper(hit["place"], words) and (":" not in hit[0] or len(hit["place"]) > ACRONYM):
        return Dateline(start, start + hit.end(), _place(hit["place"]), ())
    return None


def _is_place(place: str | None) -> bool:
    """Could words before a wire's name be a town: each with a capital, but for particles?"""
    return place is None or all(word[0].isupper() or word in PARTICLES for word in re.findall(r"[^\W\d_]+", place))


def _is_upper(place: str, words: Boilerplate) -> bool:
    """Could capitals before a dash or colon be a town? "LIVE:" and "ANALYSIS:" are labels."""
    letters = [char for char in place if char.isalpha()]
    label = any(word.lower() in words.offices for word in place.split())
    return len(place.split()) <= 5 and len(letters) >= 3 and all(char.isupper() for char in letters) and not label


def _town(place: str | None, day: str | None, words: Boilerplate) -> str | None:
    """The words before the day: of "Addis Ababa, May 4" the two before the comma."""
    rest: list[str] = []
    for word in (day or "").split():
        if word[0].isdigit() or word.strip(".,").lower() in words.months or word.strip(".,").lower() in words.weekdays:
            break
        rest.append(word)
    return f"{place} {' '.join(rest)}" if place and rest and not place.endswith(",") else place


def _place(place: str | None) -> str | None:
    """The town, as a name is written: BEIJING is Beijing."""
    if not place:
        return None
    town = re.split(r"[,/]", place.strip())[0].strip()
    return town.title() if town.isupper() else town


def _agencies(said: str, outlets: Outlets) -> tuple[str, ...]:
    """Wires named between the brackets of a dateline; what no table lists must look like a name."""
    found = []
    for part in re.split(r"[/,]| - | and ", said):
        name = part.strip()
        known = outlets.by_name(name)
        if known is not None:
            found.append(_called(known, name))
        elif re.fullmatch(r"[A-Z][A-Za-z.\-]*[A-Z.]|[a-z]{3}|[A-Z]{2,8}", name):
            found.append(name)
    return tuple(dict.fromkeys(found))


def wire(name: str, outlets: Outlets) -> str | None:
    """The name of a listed wire service; None for other outlets and unlisted names."""
    known = outlets.by_name(name.strip(" .*"))
    return _called(known, name.strip(" .*")) if known is not None and known.kind == "wire" else None


def _called(outlet: Outlet, printed: str) -> str:
    """An outlet's name; the printed form where that is one which only credits use: "(dpa/MIA)"."""
    return printed if printed in outlet.credits else outlet.name


def credited_in_body(paragraphs: list[str], outlets: Outlets) -> tuple[str, ...]:
    """Wires that an article without dateline says it reports from.

    "Ukrinform said, citing the ministry:" opens a relay; "according to state news agency KCNA" names a source like any other.
    """
    found = [hit["name"] for said in paragraphs if (hit := CITING.match(said[:120]))]
    found += [hit["name"] for said in paragraphs[:2] for hit in REPORTS.finditer(said)]
    if paragraphs and (hit := CLOSER.search(paragraphs[-1][-40:])):
        found += hit["name"].split("/")
    return tuple(dict.fromkeys(name for said in found if (name := wire(said, outlets))))


def credited_in_line(said: str, words: Boilerplate, outlets: Outlets) -> tuple[str, ...]:
    """Wires that a short line beside the article credits: "Source: Kyodo", "© Agence France-Presse", "AFP"."""
    if len(said) > 60:
        return ()
    rest = said.strip()
    for credit in sorted(words.credits, key=len, reverse=True):
        if rest.lower().startswith(credit):
            rest = rest[len(credit) :].strip(" :.")
            break
    names = re.split(r"\s*[/,|&]\s*|\s+and\s+|\s-\s", re.sub(r"\b(?:19|20)\d\d\b", "", rest))
    return tuple(dict.fromkeys(name for part in names if (name := wire(part, outlets))))

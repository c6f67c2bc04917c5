"""both sides, the two leaders, the three countries, its neighbours: words that mean two or more at once."""

from collections import Counter

from dragoman.records import Entity, Reference, Sentence, Token
from dragoman.resolve.cast import TOP_OFFICES, Cast, state_of
from dragoman.resolve.views import Wanted, is_located, state_in, windows
from dragoman.text import tree

PAIR_OF_STATES = frozenset(
    "sides countries nations states capitals neighbours neighbors parties governments peoples powers rivals foes allies".split()
)
PAIR_OF_PEOPLE = frozenset(
    "leaders presidents ministers men women pair politicians premiers diplomats heads chiefs statesmen duo officials".split()
)
WITHOUT_NUMBER = frozenset("sides leaders pair capitals duo ministers presidents neighbours neighbors premiers".split())
NEIGHBOURS = frozenset({"neighbours", "neighbors"})
OFFICES = {
    "leaders": TOP_OFFICES, "presidents": ("head_of_state",), "premiers": ("head_of_government",), "heads": TOP_OFFICES,
    "ministers": ("foreign_minister", "defence_minister", "finance_minister", "head_of_government"),
}  # fmt: skip
JOINTS = frozenset({"and", ",", ", and", "'s and", "’s and", "and the", ", the", ", and the", "' and", "’ and"})
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "2": 2, "3": 3, "either": 2}


def is_pair_word(word: str) -> bool:
    """Can the plural noun mean the parties of a page?"""
    return word in PAIR_OF_STATES or word in PAIR_OF_PEOPLE


def add_pair(cast: Cast, sentence: Sentence, number: int, token: Token, start: int) -> None:
    """A row for each of those whom "the two leaders" means; nothing when the page leaves it open."""
    word = token.text.lower()
    owner = tree.children(sentence, token.i, "poss")
    many = how_many(sentence, token)
    if (many is None and (owner or word not in WITHOUT_NUMBER)) or _is_other_kind(sentence, token, word):
        return
    people = word in PAIR_OF_PEOPLE
    without = (
        owners(cast, sentence, owner[0])
        if owner
        else subject_of_clause(cast, sentence, token)
        if people or token.dep == "dobj"
        else set()
    )
    end = end_of(sentence, token)
    found = meant_by_pair(cast, token, number, people, many or 2, without)
    if word in NEIGHBOURS and not border_each_other(cast, found):
        return
    for entity in found:
        cast.add(sentence, number, start, end, entity, "pair", "pronouns#pair", 0.7)


def border_each_other(cast: Cast, states: list[Entity]) -> bool:
    """Do the first two of some states share a border?"""
    return len(states) < 2 or states[1].id in cast.names.neighbours.get(states[0].id, frozenset())


def end_of(sentence: Sentence, token: Token) -> int:
    """One past the words: "heads of state" is one noun."""
    after = sentence.tokens[token.i + 1 : token.i + 3]
    return after[1].end if token.text.lower() == "heads" and len(after) == 2 and after[0].text == "of" else token.end


def subject_of_clause(cast: Cast, sentence: Sentence, token: Token) -> set[str]:
    """Who acts on the pair is none of it: "he brought the two presidents together"."""
    subject = tree.subject(sentence, tree.clause_head(sentence, token.i))
    at = sentence.tokens[subject].start if subject is not None and subject != token.i else -1
    acting = {r.entity.id for r in cast.references if r.mention.start <= at < r.mention.end}
    return acting if len(acting) == 1 else set()


def how_many(sentence: Sentence, token: Token) -> int | None:
    """2 for "both", 3 for "the three"; None where no number is said."""
    said = [sentence.tokens[k].lemma.lower() for k in tree.children(sentence, token.i, "det", "predet", "nummod", "preconj")]
    return next((NUMBERS[w] for w in said if w in NUMBERS), None)


def _is_other_kind(sentence: Sentence, token: Token, word: str) -> bool:
    """ "the two European leaders of the party", "heads of department": an adjective or complement says which others are meant."""
    if word == "sides" and tree.after_preposition(sentence, token.i, "of"):
        return True  # "both sides of the border"
    if word == "heads":
        return not any(
            sentence.tokens[k].lemma in ("state", "government") for k in tree.after_preposition(sentence, token.i, "of")
        )
    return bool(tree.children(sentence, token.i, "relcl")) and how_many(sentence, token) is None


def owners(cast: Cast, sentence: Sentence, word: int) -> set[str]:
    """States and people that a possessive means, as "its" in "its two neighbours"."""
    token = sentence.tokens[word]
    said = [r.entity for r in cast.references if r.mention.start <= token.start < r.mention.end]
    return {e.id for e in said} | {s for e in said if (s := state_of(e))}


def meant_by_pair(cast: Cast, token: Token, number: int, people: bool, many: int, without: set[str]) -> list[Entity]:
    """The coordination before it, else those in view, else the two that the page is about."""
    kind = "person" if people else "state"
    local = [
        g
        for g in coordinations(cast, token.start, number, 1 if many == 2 else 3)
        if len(g) == many and all(e.kind == kind for e in g)
    ]
    if local and not without:
        return local[0]
    wanted = people_with(cast, OFFICES.get(token.text.lower(), ())) if people else state_in(cast)
    for counted in (wanted,) if people else (_state_itself, wanted):
        if main := main_group(cast, counted, many, without, number):
            return main
    for seen in windows(cast, token.start, number, wanted):
        left = [who for who in seen if who not in without]
        if len(left) >= many:
            found = [cast.entity(who) for who in left] if len(left) == many else []
            if found and not (people and len({state_of(e) for e in found}) < many):
                return found
            break
    return []


def _state_itself(reference: Reference) -> str | None:
    return reference.entity.id if reference.entity.kind == "state" else None


def main_group(cast: Cast, wanted: Wanted, many: int, without: set[str], number: int) -> list[Entity]:
    """Those whom the page is clearly about, met not long ago; empty when another is named as often."""
    counted = Counter(who for r in cast.references if (who := wanted(r)) is not None and who not in without)
    ranked = sorted(counted, key=lambda who: -counted[who])
    if len(ranked) < many or (len(ranked) > many and counted[ranked[many - 1]] <= counted[ranked[many]]):
        return []
    lately = {who for r in cast.references if number - r.sentence <= 5 and (who := wanted(r)) is not None}
    found = [cast.entity(who) for who in ranked[:many]]
    return found if {e.id for e in found} <= lately and len({state_of(e) for e in found}) == many else []


def people_with(cast: Cast, offices: tuple[str, ...]) -> Wanted:
    """People who hold or held one of the offices; any people of states when no office is asked for."""

    def fits(reference: Reference) -> str | None:
        person = reference.entity
        if person.kind != "person":
            return None
        held = cast.names.offices(person.id)
        if offices and not any(t.office in offices and (cast.day is None or t.holds(cast.day)) for t in held):
            return None
        return person.id if offices or person.sector == "GOV" else None

    return fits


def coordinations(cast: Cast, place: int, number: int, back: int = 1) -> list[list[Entity]]:
    """Groups named side by side before a place, nearest first: "Kenya and Ethiopia", "Egypt, Sudan and Libya"."""
    near = [
        r
        for r in cast.references
        if r.mention.end <= place and number - r.sentence <= back and r.mention.form in ("name", "demonym", "pair", "metonym")
        and not is_located(cast, r)
    ]  # fmt: skip
    near.sort(key=lambda r: r.mention.start)
    found: list[list[Entity]] = []
    closed: list[bool] = []
    last: Reference | None = None
    for reference in near:
        between = cast.document.text[last.mention.end : reference.mention.start].strip() if last else None
        pair = last is not None and last.mention.form == reference.mention.form == "pair"
        if last is not None and (between in JOINTS or (pair and not between)) and _joins(found[-1], reference.entity):
            found[-1].append(reference.entity)
            closed[-1] = closed[-1] or between not in (",", ", the")
        else:
            found.append([reference.entity])
            closed.append(False)
        last = reference
    return [g for g, ended in zip(found[::-1], closed[::-1], strict=True) if len(g) > 1 and ended]


def _joins(group: list[Entity], entity: Entity) -> bool:
    return group[-1].kind == entity.kind and entity.id not in (e.id for e in group)


def main_pair(cast: Cast, kind: str) -> list[Entity]:
    """The two states (or two people of different states) that a document is mostly about; empty when it is not of two."""
    counted = cast.count(
        lambda e: e.kind == kind and (kind == "state" or (state_of(e) is not None and bool(e.roles or e.sector == "GOV")))
    )
    ranked = sorted(counted, key=lambda who: -counted[who])[:3]
    if len(ranked) < 2 or (len(ranked) == 3 and counted[ranked[1]] <= counted[ranked[2]]):
        return []
    pair = [cast.entity(who) for who in ranked[:2]]
    return pair if state_of(pair[0]) != state_of(pair[1]) else []

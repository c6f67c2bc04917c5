"""Whom the complement clause of an act names: "agreed to lend money to Ghana"."""

from collections.abc import Iterable, Iterator

from dragoman.extract.event_slots import heads, verb_slots
from dragoman.extract.event_who import Scene, entities_at
from dragoman.text.tree import children

CONTENT_PLACES = (
    "own", "subject", "object", "dative", "between", "to", "from", "on", "with", "against", "by", "for", "of", "in", "into",
)  # fmt: skip


def in_clause(scene: Scene, clause: int | None, doers: Iterable[int] = (), is_asked: bool = False) -> Iterator[str]:
    """Entities that a complement clause acts upon: "agreed to lend money to **Ghana**", "said **Israel** must".

    Whose words the doers are is none of them: "Ali's network threatened to strike **Chad**" threatens no Ali.
    """
    if clause is None:
        return
    slots = verb_slots(scene.sentence, clause)
    own = children(scene.sentence, clause, "nsubj", "nsubjpass")
    if is_asked and any(is_somebody(scene, i) for i in own) and not entities_at(scene, heads(scene.sentence, own)):
        return  # "urged **partners** to leave Chad" asks nothing of Chad
    deeper = children(scene.sentence, clause, "xcomp", "ccomp")
    if deeper and not own and not slots["object"]:  # "willing to continue to **strengthen** ties with"
        yield from in_clause(scene, deeper[0], doers)
        return
    slots["subject"] = [i for i in slots["subject"] if i not in set(doers)]
    for place in CONTENT_PLACES:
        found = entities_at(scene, heads(scene.sentence, own) if place == "own" else slots.get(place, []))
        if found:
            yield from found
            return


def is_somebody(scene: Scene, i: int) -> bool:
    """Is the word a name, a pronoun or people, be it nobody known: partners, members, May?"""
    token = scene.sentence.tokens[i]
    lists = ("leaders", "people", "paired", "bodies", "diplomats")
    return token.pos in ("PROPN", "PRON") or any(scene.words.holds(name, token.lemma.lower()) for name in lists)

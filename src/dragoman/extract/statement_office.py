"""Unnamed people who speak for a state, known by their office and town only: a Foreign Office spokesman said in Berlin."""

from dragoman.extract.statement_scene import DATELINE, Frame, Scene
from dragoman.extract.statement_speaker import phrase_words
from dragoman.records import Entity, Mention, Sentence
from dragoman.text.tree import after_preposition, subtree

UNNAMED = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "official", "source", "representative", "diplomat", "aide", "officer"}
)
OFFICES = frozenset(
    "government foreign ministry office presidential palace cabinet defence defense interior intelligence security military army "
    "presidency state prime premier chancellery diplomatic parliamentary".split()
)


def state_spoken_for(scene: Scene, frame: Frame, via: list[str]) -> str | None:
    """Entity that an unnamed official speaks for: an office the page names, else the state; None if nothing tells.

    "A government spokesman in Athens", "In Belgrade, a Foreign Ministry official", "a Foreign Office spokesman said in Berlin".
    """
    sentence, head = frame.sentence, frame.speaker
    if head is None or sentence.tokens[head].lemma.lower() not in UNNAMED:
        return None
    words = {sentence.tokens[k].text.lower() for k in (*phrase_words(sentence, head), *subtree(sentence, head))}
    official = bool(words & OFFICES)
    state = _in_phrase(scene, sentence, subtree(sentence, head))
    if state is None and official:
        state = _said_where(scene, frame) or _in_dateline(scene)
        abroad = [e.country for v in via if (e := scene.entities.get(v)) is not None and e.country not in (None, state)]
        state = None if abroad else state
    if state is None or not (official or sentence.tokens[head].lemma.lower() == "official"):
        return None
    return _office(scene, state, words) or state


def _state_of(scene: Scene, mention: Mention) -> str | None:
    """The state whose name, people or town a mention is, when the page's entities hold it."""
    entity = scene.entities.get(mention.entity)
    if entity is None or entity.kind not in ("state", "place"):
        return None
    state = entity.id if entity.kind == "state" else entity.country
    return state if state in scene.entities else None


def _in_phrase(scene: Scene, sentence: Sentence, words: list[int]) -> str | None:
    """The one state that words name."""
    found = {s for k in words for m in scene.mentions.at(sentence.tokens[k].start) if (s := _state_of(scene, m)) is not None}
    return found.pop() if len(found) == 1 else None


def _said_where(scene: Scene, frame: Frame) -> str | None:
    """The state of the town that it was said in: "In Belgrade, an official said", "a spokesman said in Berlin"."""
    sentence = frame.sentence
    places = [p for w in frame.words[-1:] for p in after_preposition(sentence, w, "in")]
    first = sentence.tokens[0]
    if first.text in ("In", "From"):
        places += [k for k in sentence.children[0] if sentence.tokens[k].dep == "pobj"]
    return _in_phrase(scene, sentence, places)


def _in_dateline(scene: Scene) -> str | None:
    """The state of the dateline's town; nobody where a foreign agency writes from it, whose officials may be meant."""
    for start, end in scene.document.body[:1]:
        if found := DATELINE.match(scene.text, start, end):
            states = {s for m in scene.mentions.inside(start, found.end()) if (s := _state_of(scene, m)) is not None}
            agencies = [e.country for m in scene.mentions.inside(start, found.end()) if _is_agency(e := scene.entities[m.entity])]
            return states.pop() if len(states) == 1 and all(home in (None, *states) for home in agencies) else None
    return None


def _is_agency(entity: Entity) -> bool:
    return entity.kind == "media"


def _office(scene: Scene, state: str, words: set[str]) -> str | None:
    """The state's body that the words name, when the page mentions it elsewhere: POL/foreign-ministry."""
    for entity in scene.entities.values():
        if _is_body(entity, state) and set(entity.id.split("/", 1)[1].split("-")) <= words:
            return entity.id
    return None


def _is_body(entity: Entity, state: str) -> bool:
    return entity.id.startswith(f"{state}/") and entity.kind in ("organisation", "group")

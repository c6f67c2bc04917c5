"""Who speaks, who is spoken to, and where: from the head of a noun phrase to an entity."""

from collections.abc import Iterator

from dragoman.extract.statement_scene import Chars, Scene
from dragoman.records import Mention, Sentence
from dragoman.text.tree import children, subtree

LOOSE = ("relcl", "acl", "appos", "punct", "advcl", "cc", "conj", "ccomp", "parataxis", "mark")
PERSONAL = frozenset({"he", "she", "they", "we", "i", "you", "who", "his", "her", "their", "its", "our"})
FORMS = {"name": 0, "description": 1, "pronoun": 2, "metonym": 3, "pair": 4, "demonym": 5}
MOUTHPIECES = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "source", "representative", "press"})
BESIDE = frozenset({"appos", "conj", "npadvmod", "nmod", "dobj", "pobj"})  # how the parser hangs a name between commas
NOMINAL = ("NOUN", "PROPN", "PRON")


def phrase_words(sentence: Sentence, head: int) -> list[int]:
    """The words of a speaker's noun phrase, coordinated names included, without clauses, appositions and what follows them."""
    words = subtree(sentence, head, without=LOOSE)
    for k in children(sentence, head, "conj"):
        if sentence.tokens[k].pos in NOMINAL:
            words += phrase_words(sentence, k)
    chosen, low, high = set(words), head, head
    while low - 1 in chosen or (low - 2 in chosen and _is_link(sentence, low - 1)):
        low -= 1
    while high + 1 in chosen or (high + 2 in chosen and _is_link(sentence, high + 1)):
        high += 1
    while low < head and sentence.tokens[low].tag.startswith("VB") and sentence.tokens[low].dep == "compound":
        low += 1
    return list(range(_after_aside(sentence, low, head), high + 1))


def _after_aside(sentence: Sentence, low: int, head: int) -> int:
    """Where the phrase begins behind a preposition's phrase in front of it: With a month to go, **Mina Costa** said."""
    before = [k for k in children(sentence, head, "prep") if low <= k < head]
    return next((k + 1 for k in range(head - 1, before[-1], -1) if sentence.tokens[k].text == ","), low) if before else low


def _is_link(sentence: Sentence, i: int) -> bool:
    """Does the word tie the parts of a name or of a list: Yoon Suk**-**yeol, Israel **and** Jordan?"""
    token = sentence.tokens[i]
    return token.dep == "cc" or token.text in ("-", ",", "/", ".", "&") or token.pos == "ADP"


def phrase_span(sentence: Sentence, head: int) -> Chars:
    """First and last character of a speaker's noun phrase."""
    words = phrase_words(sentence, head)
    return sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end


def mention_at(scene: Scene, sentence: Sentence, head: int) -> Mention | None:
    """The mention that the head of a phrase belongs to; names before descriptions before demonyms."""
    found = scene.mentions.at(sentence.tokens[head].start)
    if not found:
        return None
    return min(found, key=lambda m: (FORMS.get(m.form, 9), m.start))


def mention_of(scene: Scene, sentence: Sentence, head: int) -> Mention | None:
    """The mention that a noun phrase stands for: its head's, its apposition's, or that of the outlet whose report it is."""
    token = sentence.tokens[head]
    passes_on = token.lemma.lower() in scene.words.relays or token.text.lower() in scene.words.media
    if passes_on and (outlet := owner_of(scene, sentence, head, ("media",), near=True)) is not None:
        return outlet
    if (person := named_beside(scene, sentence, head)) is not None:
        return person
    if (found := mention_at(scene, sentence, head)) is not None and found.form != "pair":
        return None if found.form == "description" and _has_unknown_name(scene, sentence, head) else found
    for k in children(sentence, head, "appos"):
        if (found := mention_at(scene, sentence, k)) is not None:
            return found
    if passes_on:
        return owner_of(scene, sentence, head, near=True)
    if token.lemma.lower() in MOUTHPIECES:  # a spokesman for the Greek foreign ministry, a Japanese government source
        return owner_of(scene, sentence, head, ("organisation", "group"), near=True)
    return None


def named_beside(scene: Scene, sentence: Sentence, head: int) -> Mention | None:
    """The person named between commas behind a description: the EU ambassador in Dakar, **Jean-Marc Pisani**, said."""
    tokens = sentence.tokens
    if tokens[head].pos not in ("NOUN", "PROPN") or not _describes(scene, sentence, head):
        return None
    below = subtree(sentence, head)
    for k in below:
        if k <= head or tokens[k].dep not in BESIDE or tokens[k].pos != "PROPN":
            continue
        if (found := mention_at(scene, sentence, k)) is None or found.form != "name":
            continue
        entity = scene.entities.get(found.entity)
        first = min(subtree(sentence, k))  # its title included: General Ba
        if entity is not None and (entity.kind == "person" or not entity.listed) and tokens[first - 1].text == ",":
            return found
    return None


def _has_unknown_name(scene: Scene, sentence: Sentence, head: int) -> bool:
    """Does a full name that nobody knows stand beside a description: Its leader, **Ana Costa**, wrote?"""
    tokens = sentence.tokens
    for k in children(sentence, head, "appos"):
        words = [w for w in subtree(sentence, k) if tokens[w].pos == "PROPN" and w <= k]
        if len(words) > 1 and words[-1] == k and mention_at(scene, sentence, k) is None and tokens[words[0] - 1].text == ",":
            return True
    return False


def _describes(scene: Scene, sentence: Sentence, head: int) -> bool:
    """Is the word a common noun for people, and no name of its own?"""
    found = mention_at(scene, sentence, head)
    entity = scene.entities.get(found.entity) if found else None
    person = entity is not None and entity.kind == "person" and found is not None and found.form != "description"
    return not person and sentence.tokens[head].lemma.lower() in scene.words.voices


def owner_of(scene: Scene, sentence: Sentence, head: int, *kinds_wanted: tuple[str, ...], near: bool = False) -> Mention | None:
    """Whose report, readout or website a phrase is: the Xinhua report, a statement by the Omani ministry."""
    words = phrase_words(sentence, head) if near else subtree(sentence, head)
    inside = [m for k in words if (m := mention_at(scene, sentence, k)) is not None]
    inside.sort(key=lambda m: m.form != "name")  # Nepal's news agency **RSS**
    for kinds in kinds_wanted or (("media",), ("organisation", "group"), ("state", "person")):
        for m in inside:
            entity = scene.entities.get(m.entity)
            if entity is not None and entity.kind in kinds:
                return m
    return None


def can_speak(scene: Scene, sentence: Sentence, head: int) -> bool:
    """Is the phrase somebody: a known entity, a name, he or she, or a noun for people and bodies that speak?"""
    token = sentence.tokens[head]
    found = mention_at(scene, sentence, head)
    if found is not None:
        entity = scene.entities.get(found.entity)
        return entity is None or entity.kind != "place"
    low = token.text.lower()
    if token.pos == "PROPN" or low in PERSONAL or _is_bare_name(sentence, head):
        return True
    return token.lemma.lower() in scene.words.voices or low in scene.words.voices


def _is_bare_name(sentence: Sentence, head: int) -> bool:
    """A capitalised singular without article, which the tagger took for a common noun: Aliyev, Fico."""
    token = sentence.tokens[head]
    return token.tag == "NN" and token.text[:1].isupper() and not sentence.children[head]


def is_relay(scene: Scene, sentence: Sentence, head: int) -> bool:
    """Does the phrase name an outlet, or a text that passes on what others say?"""
    token = sentence.tokens[head]
    found = mention_of(scene, sentence, head)
    entity = scene.entities.get(found.entity) if found else None
    if entity is not None and (entity.kind == "media" or entity.sector == "JRN"):
        return True
    words = [token, *(sentence.tokens[k] for k in children(sentence, head, "compound", "nmod") if token.pos == "PROPN")]
    return any(w.lemma.lower() in scene.words.relays or w.text.lower() in scene.words.relays for w in words)


def points_back(scene: Scene, sentence: Sentence, head: int) -> bool:
    """Does a phrase stand for the outlet named before: it, the report, the agency?"""
    token = sentence.tokens[head]
    if token.text.lower() == "it":
        return True
    the = any(sentence.tokens[k].text.lower() == "the" for k in children(sentence, head, "det"))
    return the and len(sentence.children[head]) == 1 and token.lemma.lower() in scene.words.relays


def media_below(scene: Scene, sentence: Sentence, heads: Iterator[int] | list[int]) -> str | None:
    """The medium that one of the words, or a word in its noun phrase, names: in an interview, on X."""
    for head in heads:
        for k in [head, *children(sentence, head, "compound", "nmod", "conj")]:
            token = sentence.tokens[k]
            if _in_outlet(scene, sentence, k):
                continue
            for word in (token.text, token.lemma.lower()):
                if word in scene.words.media:
                    return scene.words.media[word]
    return None


def _in_outlet(scene: Scene, sentence: Sentence, k: int) -> bool:
    """Is the word part of an outlet's longer name: the Bangkok Post is no post?"""
    found, token = mention_at(scene, sentence, k), sentence.tokens[k]
    entity = scene.entities.get(found.entity) if found else None
    return (
        found is not None and entity is not None and entity.kind == "media" and found.end - found.start > token.end - token.start
    )

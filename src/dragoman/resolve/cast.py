"""Everybody met so far in one document: what surnames, pronouns and descriptions are resolved against."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from dragoman.lexicon.name_tables import slug
from dragoman.lexicon.names import Names
from dragoman.records import Document, Entity, Mention, Reference, Sentence
from dragoman.text import tree
from dragoman.text.ids import stable_id

TOP_OFFICES = ("head_of_state", "head_of_government")


class Cast:
    """References of a document as they are found, in order, with questions to them."""

    def __init__(self, document: Document, names: Names, sentences: list[Sentence]) -> None:
        self.document = document
        self.sentences = sentences
        self.names = names
        self.titles = {title.lower(): offices for title, offices in names.titles.items()}
        self.references: list[Reference] = []
        self.introduced: dict[str, list[Entity]] = {}
        self.given: dict[str, list[Entity]] = {}  # first names of people whom no table knows
        self.people: set[str] = set()  # full names of people whom no table knows
        self.told: dict[str, Entity] = {}  # such people, of the state that their description says
        self.named: Counter[str] = Counter()  # listed entities that the whole page names beyond doubt
        self.towns: set[str] = set()  # listed places that the page names
        self.acronyms: dict[str, Entity] = {}
        self.outlets: dict[str, Entity] = {}  # by name, those that no table knows
        self.text = "\n".join(filter(None, (document.title, *(s.text for s in sentences))))

    @property
    def countries_named(self) -> set[str]:
        """States of the listed people, groups and towns that the page names beyond doubt."""
        met = (self.names.entity(who) for who in (*self.named, *self.towns))
        return {e.country for e in met if e is not None and e.country and e.kind in ("person", "group", "organisation", "place")}

    @property
    def day(self) -> date | None:
        """The day by which offices are judged: the last possible day of publication."""
        return self.document.published_end or self.document.published_start

    def introduce(self, person: Entity, printed: str) -> None:
        """Remember a person by surname, from a full name in the document."""
        words = printed.split()
        self.people |= {printed} if not person.listed else set()
        if not person.listed and len(words) > 1 and person.id not in (e.id for e in self.given.get(words[0], [])):
            self.given.setdefault(words[0], []).append(person)
        family_first = {words[0]} if not person.listed and words[0] in self.names.family_names else set()
        for short in {words[-1], *family_first, *self._short_forms(person)}:
            known = self.introduced.setdefault(short, [])
            if person.id not in (e.id for e in known):
                known.append(person)
            elif person.country:
                known[:] = [person if e.id == person.id and not e.country else e for e in known]

    def _short_forms(self, person: Entity) -> set[str]:
        own = self.names.short_forms.get(person.id, ())
        return set(own)

    def add(
        self, sentence: Sentence, number: int, start: int, end: int, entity: Entity, form: str, rule: str, confidence: float
    ) -> None:
        """Note a reference at [start, end) of the page."""
        head = tree.head_of_span(sentence, start, end)
        mention = Mention(
            id=stable_id("m", self.document.id, start, end, entity.id), document=self.document.id, start=start, end=end,
            text=self.document.text[start:end], entity=entity.id, form=form, rule=rule, confidence=confidence,
        )  # fmt: skip
        is_subject = head is not None and is_subject_word(sentence, head)
        self.references.append(Reference(mention=mention, entity=entity, is_subject=is_subject, sentence=number))

    def before(self, place: int, wanted: Callable[[Entity], bool], within: int = 4, now: int = 0) -> Iterator[Reference]:
        """Earlier references to the wanted, nearest first, at most `within` sentences back."""
        for reference in sorted(self.references, key=lambda r: r.mention.start, reverse=True):
            if reference.mention.end <= place and now - reference.sentence <= within and wanted(reference.entity):
                yield reference

    def count(self, wanted: Callable[[Entity], bool]) -> Counter[str]:
        """How often each of the wanted was meant so far."""
        return Counter(r.entity.id for r in self.references if wanted(r.entity))

    def entity(self, who: str) -> Entity:
        """An entity that was met or is listed."""
        found = self.names.entity(who)
        return found or next(r.entity for r in self.references if r.entity.id == who)

    def officer(self, state: str, offices: tuple[str, ...]) -> Entity | None:
        """The person of a state who holds one of the offices: met in this document, else by the tables and the day."""
        met = {r.entity.id for r in self.references if r.entity.kind == "person" and self.holds(r.entity, state, offices)}
        if len(met) == 1:
            return self.entity(met.pop())
        for office in self.names.leading_offices(state, offices):
            tenure = self.names.holder(state, office, self.day)
            if tenure is not None and (not met or tenure.person in met):
                return self.names.entity(tenure.person)
        return None

    def is_named_elsewhere(self, surface: str, entity: str) -> bool:
        """Does the page leave no doubt that a name which can mean something else is this state's: "Georgia", "Jordan"?"""
        against = sum(self.text.count(words) for words in self.names.rivals.get(surface, ()))
        return against <= self.named[entity]

    def holds(self, person: Entity, state: str, offices: tuple[str, ...]) -> bool:
        """Did the person hold one of the offices of a state by the day of the document?"""
        return any(
            t.of == state and t.office in offices and (self.day is None or t.holds(self.day))
            for t in self.names.offices(person.id)
        )


def is_subject_word(sentence: Sentence, word: int) -> bool:
    """Is the word, or the coordination it is in, a subject?"""
    token = sentence.tokens[tree.first_conjunct(sentence, word)]
    return token.dep in ("nsubj", "nsubjpass", "csubj")


def state_of(entity: Entity) -> str | None:
    """The state that an entity is or acts for."""
    return entity.id if entity.kind == "state" else entity.country


def role_entity(state: Entity, role: str, sector: str, kind: str, printed: str) -> Entity:
    """Officials, troops or media of a state, as one entity of that state: "BLR/state-media"."""
    return Entity(
        id=f"{state.id}/{slug(role)}", name=f"{role} of {state.name}", kind=kind, country=state.country, sector=sector,
        codes=(f"{state.country}{sector}",) if state.country else (), aliases=(printed,), listed=False,
    )  # fmt: skip

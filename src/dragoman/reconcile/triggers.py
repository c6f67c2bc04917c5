"""Mentions of acts joined by their words alone: what is left when parties and days are not known."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.lexicon.families import ActFamilies

LIGHT = frozenset({"take", "make", "have", "get", "give", "go", "do", "be"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words of a mention: its head's dictionary form, the nouns and verbs in it, and the head of its subject."""

    id: str
    story: str
    lemma: str
    content: tuple[str, ...]
    subject: str | None


def join_triggers(triggers: Iterable[Trigger], families: ActFamilies) -> dict[str, str]:
    """A cluster for each mention: one act of one story under any of its names ("the quake", "the tremor").

    What is too general to name an act ("said", "took") is one act only when it has the same subject.
    """
    return {trigger.id: "|".join((trigger.story, *act_words(trigger, families))) for trigger in triggers}


def act_words(trigger: Trigger, families: ActFamilies) -> tuple[str, ...]:
    """What a mention is compared by; "took a decision" is a decision."""
    rest = [word for word in trigger.content if word != trigger.lemma]
    lemma = rest[-1] if trigger.lemma in LIGHT and rest else trigger.lemma
    family = families.of(lemma)
    return (family, trigger.subject or trigger.id) if lemma in families.generic else (family,)

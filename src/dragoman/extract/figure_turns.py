"""Sides told in turn: "2,000 and 4,500 troops in Mali and Chad respectively", "Iran's exports were $10bn and Turkey's $9bn"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.extract.figure_claims import Claim
from dragoman.extract.figure_owner import Scene, party_of
from dragoman.extract.figure_parties import Sides
from dragoman.records import Entity, Mention, Sentence

RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
LISTED = re.compile(r"\s?,?\s(?:and\s)?(?:to\s|in\s|from\s|with\s|the\s)*|\s?,\s?")
OWNED = re.compile(r"['’]s?\s(?:(?:at|to|by|were|was|stood at|reached|totalled|totaled)\s)?")


def in_turn(scene: Scene, claims: Sequence[Claim], claim: Claim, sides: Sides) -> Sides:
    """The sides of a claim where the sentence tells owners or partners in turn; else as they were."""
    if (owner := _just_named(scene)) is not None and owner != sides[0]:
        return owner, None if sides[1] == owner else sides[1]
    alike = [c for c in claims if c.named.measure is claim.named.measure and c.main.kind == claim.main.kind]
    if len(alike) < 2 or RESPECTIVELY.search(scene.sentence.text) is None:
        return sides
    turn = alike.index(claim)
    lists = [group for group in _lists(scene.sentence, scene.mentions, scene.entities) if len(group) == len(alike)]
    owner, partner = (_turned(side, lists, turn) for side in sides)
    return owner, partner if partner != owner else None


def _turned(side: str | None, lists: list[list[str]], turn: int) -> str | None:
    return next((group[turn] for group in lists if side in group), side)


def _just_named(scene: Scene) -> str | None:
    """Whose the amount is that follows a possessive at once: "and **Turkey's** $9 billion"."""
    for mention in scene.mentions:
        gap = scene.sentence.text[mention.end - scene.sentence.start : scene.quantity.start - scene.sentence.start]
        if mention.end < scene.quantity.start and OWNED.fullmatch(gap):
            return party_of(mention.entity, scene.entities, scene.persons)
    return None


def _lists(sentence: Sentence, mentions: list[Mention], people: dict[str, Entity]) -> list[list[str]]:
    """States named one after the other with nothing but commas and "and" between them."""
    lists: list[list[str]] = []
    named = sorted((m for m in mentions if party_of(m.entity, people, False)), key=lambda m: m.start)
    for before, mention in pairwise([None, *named]):
        assert mention is not None
        party = str(party_of(mention.entity, people, False))
        gap = sentence.text[before.end - sentence.start : mention.start - sentence.start] if before else None
        if gap is not None and LISTED.fullmatch(gap):
            lists[-1].append(party)
        else:
            lists.append([party])
    return [group for group in lists if len(group) > 1]

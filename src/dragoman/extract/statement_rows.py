"""Frames with their chain -> rows of the statements table."""

from collections.abc import Iterator

from dragoman.extract.statement_chain import Link, named_relays
from dragoman.extract.statement_office import UNNAMED, state_spoken_for
from dragoman.extract.statement_passed import outlet_in, spoken_to
from dragoman.extract.statement_recall import recalled
from dragoman.extract.statement_scene import DATELINE, Chars, Frame, Scene
from dragoman.extract.statement_speaker import media_below, mention_at, mention_of, phrase_span, phrase_words, points_back
from dragoman.records import Mention, Sentence, Statement, Time
from dragoman.text.ids import stable_id
from dragoman.text.spans import SpanIndex
from dragoman.text.tree import children

SURE = {
    "clause": 0.9,
    "saying": 0.95,
    "source": 0.8,
    "quote-only": 0.85,
    "quoted-clause": 0.9,
    "block": 0.85,
    "turn": 0.7,
    "continued": 0.7,
    "phrase-clause": 0.85,
    "bid": 0.85,
    "call-on": 0.8,
    "to": 0.8,
    "as": 0.8,
    "name": 0.8,
    "about": 0.75,
    "phrase": 0.75,
    "object": 0.7,
    "quoted": 0.6,
    "noun": 0.75,
    "adjective": 0.7,
    "run": 0.6,
}
NEAR = 400  # characters within which a relay is carried on


class Rows:
    """Collects the statements of one document; remembers the last relay for 'the report added'."""

    def __init__(self, scene: Scene, times: list[Time]) -> None:
        self.scene = scene
        self.times = SpanIndex(times)
        self.found: dict[str, Statement] = {}
        self.last: Statement | None = None
        self.last_relay: str | None = None

    def finished(self) -> Iterator[Statement]:
        """All rows, by place."""
        yield from sorted(self.found.values(), key=lambda s: (s.start, s.end, s.id))

    def add(self, link: Link) -> None:
        """Keep a frame as a row, unless nothing is left of its content."""
        frame, scene = link.frame, self.scene
        if frame.content is None:
            return
        start, end, kind = self._content(frame)
        if end - start < 2 or not any(c.isalpha() for c in scene.text[start:end]):
            return
        row = self._row(link, start, end, kind)
        self.found[row.id] = row
        self.last = row
        self.last_relay = self._relay_of(row) or self.last_relay

    def _content(self, frame: Frame) -> tuple[int, int, str]:
        assert frame.content is not None
        start, end = self.scene.trimmed(*frame.content)
        if found := DATELINE.match(self.scene.text, start, end):
            start = found.end()
        if frame.form == "block" or (frame.form == "turn" and self.scene.is_transcript):
            if self.scene.kind(start, end) == "direct":
                start, end = self.scene.unmarked(start, end)
            return start, end, "direct"
        kind = self.scene.kind(start, end, [frame.clause, *frame.holes])
        if kind == "direct":
            start, end = self.scene.unmarked(start, end)
        elif kind == "indirect" and self.scene.text[end - 1 : end] == ".":
            end -= 1
        return start, end, kind

    def _row(self, link: Link, start: int, end: int, kind: str) -> Statement:
        frame, scene = link.frame, self.scene
        sentence = frame.sentence
        speaker = self._speaker(frame)
        named = phrase_span(sentence, frame.speaker) if frame.speaker is not None else None
        via = list(dict.fromkeys(m.entity for m in [*link.relays, *named_relays(scene, frame)]))
        who, carried = (speaker.entity if speaker else None), False
        if frame.speaker is not None and self._is_same_unnamed(sentence, frame.speaker, start):
            who = self.last.speaker if self.last else None
        elif who is None and frame.speaker is not None:
            if not via and self._stands_for_relay(sentence, frame.speaker, start):
                who, carried = self.last_relay, self.last_relay is not None
            else:
                who = recalled(scene, sentence, frame.speaker, self.last) or state_spoken_for(scene, frame, via)
        if not via and (relay := self._relay_from_before(link)) is not None:
            via, carried = [relay], True
        elif not via and kind != "indirect" and (before := self._relays_before(frame, who, start)):
            via, carried = list(before), True
        carried = carried or frame.form == "run"
        cue = self._cue(frame)
        day = self._day(frame)
        sure = SURE.get(frame.form, 0.7) - 0.15 * carried - 0.15 * (who is None)
        return Statement(
            id=stable_id("st", scene.document.id, start, end, cue[0] if cue else None),
            document=scene.document.id,
            start=start,
            end=end,
            text=scene.text[start:end],
            kind=kind,
            speaker=who,
            speaker_text=scene.text[named[0] : named[1]] if named else None,
            speaker_start=named[0] if named else None,
            speaker_end=named[1] if named else None,
            cue=scene.text[cue[0] : cue[1]] if cue else None,
            cue_start=cue[0] if cue else None,
            cue_end=cue[1] if cue else None,
            addressee=self._addressee(frame),
            via=tuple(v for v in via if v != who),
            medium=self._medium(link),
            date_start=day.date_start if day else None,
            date_end=day.date_end if day else None,
            hedge=self._hedge(frame),
            carried=carried,
            rule=f"{frame.cue.rule}:{frame.form}",
            confidence=round(max(0.1, sure), 2),
        )

    def _speaker(self, frame: Frame) -> Mention | None:
        """Who spoke; "him" in "He agrees, CCTV quoted him as saying" is the "He" of what is quoted."""
        if frame.speaker is None:
            return None
        found = mention_of(self.scene, frame.sentence, frame.speaker)
        if found is None and frame.form == "saying" and frame.content and frame.sentence.tokens[frame.speaker].tag == "PRP":
            first = self.scene.mentions.at(frame.content[0])
            return next((m for m in first if m.form == "pronoun"), None)
        return found

    def _is_outlet(self, who: str) -> bool:
        entity = self.scene.entities.get(who)
        return entity is not None and (entity.kind == "media" or entity.sector == "JRN")

    def _relay_of(self, row: Statement) -> str | None:
        for one in (*row.via[::-1], row.speaker):
            if one and self._is_outlet(one):
                return one
        return None

    def _is_same_unnamed(self, sentence: Sentence, head: int, start: int) -> bool:
        """Is "the official" the "senior presidential official" who spoke last?"""
        word, last = sentence.tokens[head].text.lower(), self.last
        if last is None or last.speaker_text is None or word not in UNNAMED or not 0 <= start - last.end < NEAR:
            return False
        words = last.speaker_text.lower().split()
        return [sentence.tokens[k].text.lower() for k in phrase_words(sentence, head)] == ["the", word] and word in words[1:]

    def _relays_before(self, frame: Frame, who: str | None, start: int) -> tuple[str, ...]:
        """Outlets that relayed the statement right before, when the same speaker goes on: "...," he said."""
        last, sentence = self.last, frame.sentence
        if last is None or who is None or last.speaker != who or not 0 <= start - last.end < NEAR:
            return ()
        goes_on = frame.speaker is None or sentence.tokens[frame.speaker].tag == "PRP" or frame.form == "continued"
        if last.kind != "direct" and not goes_on:
            return ()
        return last.via if all(self._is_outlet(v) for v in last.via) else ()

    def _stands_for_relay(self, sentence: Sentence, head: int, start: int) -> bool:
        """Does "it" or "the report" mean the outlet named shortly before?"""
        if self.last is None or self.last_relay is None or not points_back(self.scene, sentence, head):
            return False
        if self.scene.words.media.get(sentence.tokens[head].text.lower()) == "statement":
            return False
        in_last = self.last_relay in (*self.last.via, self.last.speaker)
        return in_last and 0 <= start - self.last.end < NEAR

    def _relay_from_before(self, link: Link) -> str | None:
        """Who "it", "the report" or "the ministry" is that passed it on, by the sentences before."""
        sentence = link.frame.sentence
        unnamed = [(sentence, k) for k in link.frame.relays if mention_of(self.scene, sentence, k) is None]
        for where, head in [*link.unknown, *unnamed]:
            text = self.scene.words.media.get(where.tokens[head].text.lower()) == "statement"
            if points_back(self.scene, where, head) and not text and self.last_relay:
                return self.last_relay
            if (found := recalled(self.scene, where, head, self.last)) is not None:
                return found
        return None

    def _cue(self, frame: Frame) -> Chars | None:
        if not frame.words:
            return None
        tokens = frame.sentence.tokens
        words = [w for w in frame.words if abs(w - frame.words[-1]) < 8]
        return tokens[words[0]].start, tokens[words[-1]].end

    def _addressee(self, frame: Frame) -> str | None:
        sentence, told = frame.sentence, frame.addressee
        if told is None:
            return next((m.entity for m in spoken_to(self.scene, frame)), None)
        outlet = outlet_in(self.scene, sentence, told) if sentence.tokens[told].pos == "NOUN" else None
        found = outlet or mention_at(self.scene, sentence, told) or mention_of(self.scene, sentence, told)
        if found is not None:
            return found.entity if found.form != "pair" else None
        return recalled(self.scene, sentence, told, self.last)

    def _medium(self, link: Link) -> str | None:
        for frame in [link.frame, *link.sources]:
            sentence = frame.sentence
            heads = [frame.speaker] if frame.speaker is not None else []
            heads += [
                p
                for w in (frame.words[-1:] if frame.words else [])
                for prep in children(sentence, w, "prep")
                if frame.form != "source"
                and sentence.tokens[prep].lemma in ("in", "on", "during", "at", "to", "via", "through", "by")
                for p in children(sentence, prep, "pobj")
            ]
            if frame.addressee is not None:
                heads.append(frame.addressee)
            if found := media_below(self.scene, sentence, heads):
                return found
        return None

    def _day(self, frame: Frame) -> Time | None:
        """A day named in the cue's clause: Xi said on Wednesday."""
        sentence = frame.sentence
        if frame.form in ("turn", "continued", "source", "noun"):
            return None
        for w in frame.words[-1:]:
            for k in children(sentence, w, "npadvmod", "prep", "advmod"):
                for p in [k, *children(sentence, k, "pobj")]:
                    for time in self.times.at(sentence.tokens[p].start):
                        outside = not (frame.content and frame.content[0] <= time.start < frame.content[1])
                        if time.date_start and outside:
                            return time
        return None

    def _hedge(self, frame: Frame) -> str | None:
        sentence = frame.sentence
        for w in frame.words[-1:]:
            for k in children(sentence, w, "advmod"):
                if sentence.tokens[k].text.lower() in self.scene.words.hedges:
                    return sentence.tokens[k].text.lower()
        return None

"""Document with its sentences -> Statement: who said what, to whom, where, and who passed it on."""

from collections.abc import Iterator
from itertools import chain, groupby

from dragoman.extract.statement_chain import Link, chains, cited_in
from dragoman.extract.statement_colon import colon_frames
from dragoman.extract.statement_interview import find_interview, said_in
from dragoman.extract.statement_nouns import adjective_frames, noun_frames, source_frames
from dragoman.extract.statement_quotes import continued, goes_on, grow, waiting
from dragoman.extract.statement_rows import Rows
from dragoman.extract.statement_runs import runs
from dragoman.extract.statement_scene import Frame, Scene
from dragoman.extract.statement_tails import parted, relay_tails, without_tails
from dragoman.extract.statement_turns import answer_of, is_question, signed, turn_of
from dragoman.extract.statement_verbs import verb_frames
from dragoman.extract.statement_worth import tells
from dragoman.lexicon.reporting import Reporting
from dragoman.records import Document, Entity, Mention, Sentence, Statement, Time


def find_statements(
    document: Document,
    sentences: list[Sentence],
    mentions: list[Mention],
    entities: list[Entity],
    times: list[Time],
    words: Reporting,
) -> Iterator[Statement]:
    """Statements of one document, in the order of their content.

    'Xi told Lukashenko that trade should grow, according to Xinhua' gives one: Xi speaks to Lukashenko, via Xinhua.
    """
    scene = Scene.of(document, mentions, entities, words)
    rows = Rows(scene, times)
    for links in _paragraphs(scene, sentences):
        for link in links:
            rows.add(link)
    yield from rows.finished()


def _paragraphs(scene: Scene, sentences: list[Sentence]) -> Iterator[list[Link]]:
    """For each paragraph its statements, quotations joined over paragraphs."""
    by_paragraph = {n: list(group) for n, group in groupby((s for s in sentences if not s.heading), key=lambda s: s.paragraph)}
    last: Frame | None = None  # whose quotation ended the paragraph before
    asked: Frame | None = None  # a cue that ended in a colon
    interview = find_interview(scene, sentences)
    for number, paragraph in enumerate(scene.document.body):
        links: list[Link] = []
        found = by_paragraph.get(number, [])
        if asked is not None and not _has_cue_of_its_own(scene, paragraph):
            asked.content, asked.form, asked.settled = paragraph, "block", True
            yield [Link(asked)]
            last, asked = asked if scene.is_quoted(paragraph[0]) else None, None
            continue
        asked = None
        if is_question(scene, paragraph):
            continue
        if interview is not None and number in interview.questions:
            continue
        spoken = said_in(scene, interview, sentences, number) if interview and number in interview.answers else None
        labelled = turn_of(scene, found, paragraph)
        spoken = labelled if labelled is not None else spoken
        spoken = spoken or answer_of(scene, sentences, paragraph) or signed(scene, found, paragraph)
        if spoken is not None:
            yield [Link(spoken)]
            last = spoken if scene.is_quoted(paragraph[0]) else None
            continue
        frames = [f for s in found for f in frames_of(scene, s)]
        grow(scene, frames, paragraph)
        frames += colon_frames(scene, found, frames)
        asked = waiting(scene, frames, paragraph)
        if asked is not None:
            asked = cited_in(asked, frames)
        more = continued(scene, paragraph, last) if not any(f.content for f in frames) else None
        if more is not None:
            yield [Link(more)]
            last = more
            continue
        if (first := goes_on(scene, frames, paragraph, last)) is not None:
            links.append(Link(first))
        for sentence in found:
            links += chains(scene, [f for f in frames if f.sentence is sentence and (f.content is not None or f is asked)])
        links = [link for link in links if link.frame is not asked]
        yield [*links, *runs(scene, found, links)]
        last = _ending(scene, [link.frame for link in links], paragraph)


def frames_of(scene: Scene, sentence: Sentence) -> list[Frame]:
    """Every frame of a sentence, before quotations and relays are sorted out."""
    verbs = list(verb_frames(scene, sentence))
    tails = list(relay_tails(scene, sentence, verbs))
    rest = (noun_frames(scene, sentence), adjective_frames(scene, sentence), source_frames(scene, sentence))
    frames = [*without_tails([*verbs, *chain.from_iterable(rest)], tails), *tails]
    return parted(scene, [frame for frame in frames if tells(scene, frame)])


def _has_cue_of_its_own(scene: Scene, paragraph: tuple[int, int]) -> bool:
    inside = scene.quotations.inside(*paragraph)
    return bool(inside) and inside[0].start == paragraph[0] and inside[0].closed and inside[0].end < paragraph[1] - 20


def _ending(scene: Scene, frames: list[Frame], paragraph: tuple[int, int]) -> Frame | None:
    """The frame whose speaker goes on when the next paragraph is all quotation."""
    direct = [f for f in frames if f.content and scene.kind(*f.content, without=[f.clause, *f.holes]) != "indirect"]
    return max(direct, key=lambda f: f.content[1] if f.content else 0, default=None)

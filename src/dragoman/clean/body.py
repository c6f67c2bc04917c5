"""Which lines of a page are the article: a score for each line, then the best way from before it to after it."""

import re

from dragoman.clean.lines import Line

ENTER = 2.0
LEAVE = 1.0
ASIDE = 3.0
STAY_ASIDE = 0.12
PROSE = ((45, 4.0), (22, 3.0), (12, 2.0), (6, 0.7))
OTHER_ENDS = 3.0
ENDS = {"legal": 9.0, "comments": 9.0}
BEFORE, IN, BESIDE, AFTER = range(4)
NEVER = -1e9
DECK = 15
NOTE = re.compile(r"(?:[^\W\d_a-z][\w.'’\-]+ ){2,4}(?:is|was|has been|covers|writes|reports) ((?:[^\s.,]+[ ,]+){1,10})")
PORTRAIT = re.compile(r",? (?:is|was|has|covers|writes|reports|joined|worked|lives|ist|schreibt|arbeitet|est|es)\b")
TALK = 0.5
ROWS = 5
ROW_WORTH = 0.35
ROW = 20
FIGURE = re.compile(r"\d(?!\d*\)$)")
PROSE_BEFORE_TALK = 3
GLUED = re.compile(r"[a-zß-ÿ?!”’](?:[A-Z][a-z]+|A|I) [a-z]+")


def is_running(line: Line) -> bool:
    """Has the line the small words of a sentence? One full of names and figures, but with a final stop, needs fewer."""
    return line.small * (3 if line.words >= 12 and line.closed and line.stops else 2) >= line.words


def is_prose(line: Line) -> bool:
    """Is the line written in sentences, as a paragraph is?"""
    return line.rule is None and line.words >= 12 and line.stops > 0 and is_running(line)


def line_score(line: Line) -> float:
    """How much a line, by itself, looks like a paragraph of an article: positive for prose, negative for furniture.

    "The two ministers signed the accord on Friday." counts for; "World", "12 comments" and "Share" count against.
    """
    if line.rule:
        return -0.5 if line.kind == "related" else -0.7 if line.kind in ("advertisement", "caption", "share") else -1.5
    if line.repeated:
        return -0.3 if line.words < 12 else -2.0
    if not line.closed and line.text.count("|") > 1:
        return -1.0
    if line.closed and is_running(line):
        score = next((worth for words, worth in PROSE if line.words >= words), 0.0)
    elif line.words >= 30:
        score = 1.5 if line.stops else 0.3
    elif line.words >= 12:
        score = 0.0
    else:
        score = -0.7 if line.words >= 5 else -1.0
    if score > 0.5 and (line.text.endswith(("...", "…")) or (line.words < 60 and GLUED.search(line.text))):
        score = 0.5
    return score - 1.0 if line.bullet else score


def scores_of(lines: list[Line], aside: set[int]) -> list[float]:
    """The score of each line among its neighbours: a teaser between two headlines is worth less than a paragraph."""
    told = [-0.2 if line.number in aside else line_score(line) for line in lines]
    plain = [n for n, line in enumerate(lines) if line.rule is None and not line.repeated and n not in aside]
    for k, n in enumerate(plain):
        if told[n] > 1.0 and lines[n].words < 40:
            around = [lines[m] for m in plain[max(0, k - 1) : k] + plain[k + 1 : k + 2]]
            if len(around) == 2 and not any(is_prose(other) or _is_sentence(other) for other in around):
                told[n] *= 0.4
    _lists(lines, told)
    talk = _talk(lines)
    return [score * TALK if n > talk and score > 0 else score for n, score in enumerate(told)]


def _talk(lines: list[Line]) -> int:
    """Number of the line that opens the readers' comments; a button "Comments" over the article opens nothing."""
    prose = 0
    for n, line in enumerate(lines):
        if line.kind == "comments" and line.rule is not None and line.rule.ends and prose >= PROSE_BEFORE_TALK:
            return n
        prose += is_prose(line)
    return len(lines)


def _lists(lines: list[Line], told: list[float]) -> None:
    """Lets the points of a list count as text where a paragraph announces them: "Those who qualified:"."""
    _rows(lines, told)
    announced = False
    for n, line in enumerate(lines):
        if line.bullet and announced:
            told[n] = max(told[n], 0.2)
        else:
            announced = line.text.endswith(":") and line.words >= 5 and line.rule is None


def _rows(lines: list[Line], told: list[float]) -> None:
    """Lets the rows of a table of figures count as text: votes by district, dates of a tour."""
    run: list[int] = []
    for n, line in enumerate(lines):
        if line.rule is None and not line.repeated and FIGURE.search(line.text) and 5 <= line.words <= ROW:
            run.append(n)
            continue
        _raise(run, told)
        run = []
    _raise(run, told)


def _raise(run: list[int], told: list[float]) -> None:
    if len(run) >= ROWS:
        for n in run:
            told[n] = max(told[n], ROW_WORTH)


def article_lines(lines: list[Line], aside: set[int]) -> list[int]:
    """Numbers of the lines that make up the article, in order; boilerplate and the lines `aside` in it are left out."""
    states = _best_path(lines, scores_of(lines, aside))
    return [n for n, state in enumerate(states) if state == IN and n not in aside and _belongs(lines[n])]


def lines_of(lines: list[Line], spans: list[tuple[int, int]], aside: set[int]) -> list[int]:
    """Numbers of the lines that paragraphs found elsewhere, as by a parser of HTML, cover by half or more."""
    found, at = [], 0
    for line in lines:
        while at < len(spans) and spans[at][1] <= line.start:
            at += 1
        covered = 0
        for start, end in spans[at:]:
            if start >= line.end:
                break
            covered += min(end, line.end) - max(start, line.start)
        if covered * 2 >= line.end - line.start and line.number not in aside and line.rule is None:
            found.append(line.number)
    return found


def with_deck(lines: list[Line], body: list[int], title: int | None, aside: set[int]) -> list[int]:
    """The article with the sentences that stand between its headline and its first paragraph, such as a summary."""
    if title is None or not body or body[0] - title > DECK:
        return body
    deck = [n for n in range(title + 1, body[0]) if n not in aside and _is_sentence(lines[n])]
    return deck + body


def _is_sentence(line: Line) -> bool:
    return line.rule is None and not line.repeated and line.closed and line.words >= 8 and line.small * 2 >= line.words


def _ends_sentence(said: str) -> bool:
    return said.rstrip("\"'”’») ").endswith((".", "!", "?", "…", "。"))


def without_notes(lines: list[Line], body: list[int], trades: frozenset[str]) -> list[int]:
    """The article without a mark of its end, "(END)", and what it says of its author: "Grace Mwangi is a reporter."."""
    while len(body) > 1 and lines[body[-1]].words < 5 and not _ends_sentence(lines[body[-1]].text):
        body = body[:-1]
    tail = [n for n in body[-3:] if (note := NOTE.match(lines[n].text)) and trades & set(note[1].lower().split())]
    return [n for n in body if not tail or n < tail[0]]


def without_portrait(lines: list[Line], body: list[int], authors: tuple[str, ...]) -> list[int]:
    """The article without what its end says of its own authors, and what follows: "Ana Lopes covers trade from Quito."."""
    late = [n for n in body[len(body) // 2 :] if n > body[0] + 2]
    told = (n for n in late if any(_portrays(lines[n].text, name) for name in authors))
    end = next(told, None)
    return body if end is None else [n for n in body if n < end]


def _portrays(said: str, name: str) -> bool:
    return PORTRAIT.match(said[len(name) :]) is not None if said.startswith(name) else False


def _is_shouted(line: Line) -> bool:
    return line.words >= 6 and line.small <= 2 and sum(char.isupper() for char in line.text) * 2 > len(line.text)


def _belongs(line: Line) -> bool:
    """Is a line among the article's paragraphs one of them? A long line in capitals is a link to another story."""
    return line.rule is None and not line.repeated and not _is_shouted(line)


def _best_path(lines: list[Line], scores: list[float]) -> list[int]:
    """The state of each line: before the article, in it, beside it (an interlude), or after it."""
    inside = beside = after = NEVER
    trace: list[tuple[int, int, int, int]] = []
    for line, score in zip(lines, scores, strict=True):
        ends = ENDS.get(line.rule.kind, OTHER_ENDS) if line.rule is not None and line.rule.ends else 0.0
        leaving, stepping = inside - LEAVE, inside - ASIDE
        now, came = (inside, IN) if inside >= -ENTER else (-ENTER, BEFORE)
        if beside > now:
            now, came = beside, BESIDE
        trace.append((BEFORE, came, BESIDE if beside >= stepping else IN, AFTER if after >= leaving else IN))
        inside, beside, after = now + score - ends, max(beside, stepping) - STAY_ASIDE - ends, max(after, leaving)
    state = IN if inside >= after else AFTER
    path = []
    for choices in reversed(trace):
        path.append(state)
        state = choices[state]
    return path[::-1]

"""Pages in, stories out."""

import time

from reconcile.test_copies import CUT, OTHER, UNLIKE, WIRE, page

from dragoman.reconcile.stories import group_stories
from dragoman.records import Copy, Document

ANIMALS = ("goat", "ox", "heron", "lynx", "otter", "crane", "moose", "badger")
TOWNS = ("Pula", "Oslo", "Lome", "Suva", "Baku", "Riga", "Apia", "Bern")
FILLER = [
    f"The {animal} of {town} drew a crowd of {n} on the square, where a band from {town} played until the lamps went out."
    for n, (animal, town) in enumerate(zip(ANIMALS, TOWNS, strict=True), 200)
]


def groups(pages: list[Document], copies: list[Copy] | None = None) -> set[frozenset[str]]:
    """The stories as sets of page names."""
    named = {d.id: d.uri for d in pages}
    return {frozenset(named[d] for d in story.documents) for story in group_stories(pages, copies or [], [])}


FILL = [page(f"f{n}", text, "2024-05-03") for n, text in enumerate(FILLER)]


def test_two_reports_of_one_signing_are_a_story_and_the_rest_is_not():
    about = (
        "Barges from Peru and Ecuador may now load at six river ports, and timber goes free of duty on the Maranon. "
        "Quito will keep launches at the Pastaza; Lima dredges near Saramiriza, ministers agreed in Iquitos."
    )
    pages = [page("a", WIRE, "2024-05-03"), page("b", about, "2024-05-04"), page("c", UNLIKE, "2024-05-04"), *FILL]
    found = groups(pages)
    assert frozenset({"a", "b"}) in found and frozenset({"c"}) in found


def test_a_copy_is_in_the_story_of_its_original():
    one, two = page("a", WIRE), page("b", CUT)
    copy = Copy(id="c", document=two.id, source=one.id, kind="copy", share=1.0)
    assert frozenset({"a", "b"}) in groups([one, two, *FILL], [copy])


def test_the_same_words_half_a_year_later_are_another_story():
    first = "Peru and Ecuador hold their yearly naval exercise off Piura with frigates and two patrol boats."
    later = "Peru and Ecuador opened a naval exercise off Piura; patrol boats and frigates take part."
    near = groups([page("a", first, "2024-01-10"), page("b", later, "2024-01-11"), *FILL])
    assert frozenset({"a", "b"}) in near
    (story,) = (s for s in near if "a" in s)
    assert story == {"a", "b"}


def test_every_page_is_in_one_story_in_any_order():
    pages = [page("a", WIRE), page("b", OTHER), page("e", ""), *FILL]
    assert sum(map(len, groups(pages))) == len(pages)
    assert groups(pages) == groups(pages[::-1])


def test_a_thousand_pages_of_one_matter_stay_cheap():
    pages = [page(f"p{n}", f"{WIRE}\nPage {n} adds that boat {n * 7} left at {n % 24}.") for n in range(1000)]
    began = time.process_time()
    groups(pages)
    assert time.process_time() - began < 30

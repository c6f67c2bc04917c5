"""Pages in, copies out: which, of what kind, who copied, and that piles of like pages stay cheap."""

import time
from dataclasses import replace
from datetime import date

import pytest
from reading import document_of

from dragoman.reconcile.copies import find_copies
from dragoman.reconcile.origins import independent, origins_of, sources_of
from dragoman.records import Document

WIRE = """The foreign ministers of Peru and Ecuador signed an agreement on river transport in Iquitos on Friday after two years
of talks.
The accord lets barges of either country load at six ports on the Maranon and waives the duty on timber, officials of
both ministries told journalists.
Lima will dredge the channel below Saramiriza at its own expense, and Quito is to keep a rescue post with two launches
at the mouth of the Pastaza.
Fishermen of the region had blocked an earlier draft because it left the closed season to the harbour masters, who
answer to the two navies.
A joint commission meets in March to settle who pays for the buoys, a question that the text leaves open on purpose
according to one of the drafters."""
OTHER = """Ministers from Quito and Lima put their names to a deal about boats on the upper Amazon at the end of last week.
Under it, six harbours open to vessels from both sides of the border, while a levy on wood disappears for good.
Peru pays to deepen the river; Ecuador promises two rescue boats. Anglers who stopped a first version are content now.
The price of markers in the water remains in dispute until a panel convenes in spring."""
UNLIKE = """Rice farmers in northern Ghana expect the poorest harvest in a decade after rains failed twice in the Upper East.
Traders in Bolgatanga already ask double for a sack, and millers have laid off a third of their hands until the new
crop comes in."""


def page(name: str, text: str, day: str | None = None, outlet: str | None = None, agencies: tuple[str, ...] = ()) -> Document:
    return replace(document_of(text, day, name), outlet=outlet, agencies=agencies)


def kinds(*pages: Document) -> list[tuple[str, str, str, str | None]]:
    """(copier, source, kind, direction) by the pages' names."""
    named = {d.id: d.uri for d in pages}
    return sorted((named[c.document], named[c.source], c.kind, c.direction_from) for c in find_copies(list(pages)))


FIRST = page("wire", WIRE, "2024-05-03", "Andina")
CUT = "\n".join(WIRE.split("\n")[:6])
EDITED = (
    WIRE.replace("signed", "put their names to").replace("officials", "aides").replace("region", "area").replace("joint ", "")
)
EMBEDDED = UNLIKE + "\n" + UNLIKE.replace("rice", "maize") + "\n" + "\n".join(WIRE.split("\n")[2:8]) + "\n" + OTHER


@pytest.mark.parametrize(
    ("why", "second", "wanted"),
    [
        ("the same text a day later", page("b", WIRE, "2024-05-04", "El Universo"), [("b", "wire", "exact", "time")]),
        ("the same text, nothing tells who had it first", page("b", WIRE, "2024-05-03", "El Universo"), 1),
        ("cut from the bottom, same day", page("b", CUT, "2024-05-03", "El Universo"), [("b", "wire", "copy", "subset")]),
        ("cut, and credited", page("b", CUT, "2024-05-03", "El Universo", ("Andina",)), [("b", "wire", "copy", "credit")]),
        ("lightly edited", page("b", EDITED, "2024-05-04", "El Universo"), [("b", "wire", "copy", "time")]),
        (
            "three paragraphs in a longer text",
            page("b", EMBEDDED, "2024-05-05", "El Universo"),
            [("b", "wire", "partial", "time")],
        ),
        ("another report of the same signing", page("b", OTHER, "2024-05-04", "El Universo"), []),
        ("another matter", page("b", UNLIKE, "2024-05-04", "Graphic"), []),
        ("an empty page", page("b", "", "2024-05-04", "Graphic"), []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_copies(why, second, wanted):
    found = kinds(FIRST, second)
    assert len(found) == wanted if isinstance(wanted, int) else found == wanted


def test_shared_quotations_make_no_copy():
    said = (
        '"The river belongs to those who work on it, and this text says so in every one of its eleven articles, '
        'from the first to the last line," she said. '
    )
    one, other = page("a", said * 2 + UNLIKE, outlet="A"), page("b", OTHER + " " + said * 2, outlet="B")
    assert kinds(one, other) == []


def test_a_template_of_the_outlet_makes_no_copy():
    foot = (
        "\nSign up to the morning letter of the Savanna Post and read what matters between Accra and Ouagadougou before "
        "your first cup of coffee, every day but Sunday, at no cost, until you tell us to stop sending it to your address."
    )
    texts = [WIRE, UNLIKE, OTHER, "Herders and farmers met in Bawku. Elders spoke of peace and of wells."]
    pages = [page(str(n), text + foot * 2, outlet="Savanna Post") for n, text in enumerate(texts)]
    assert kinds(*pages) == []


def test_spans_prove_the_copy():
    second = page("b", EMBEDDED, "2024-05-05", "El Universo")
    (copy,) = find_copies([FIRST, second])
    assert all(second.text[start:end] in WIRE for start, end in copy.spans)


def test_order_of_pages_does_not_matter():
    pages = [
        FIRST,
        page("b", CUT, "2024-05-03", "X"),
        page("c", EDITED, "2024-05-04", "Y"),
        page("d", EMBEDDED, "2024-05-05", "Z"),
    ]
    assert list(find_copies(pages)) == list(find_copies(pages[::-1]))


def test_a_thousand_identical_pages_stay_linear():
    pages = [page(f"p{n}", WIRE, "2024-05-03", f"outlet {n}") for n in range(1000)]
    began = time.process_time()
    copies = list(find_copies(pages))
    assert len(copies) == 999 and {c.kind for c in copies} == {"exact"}
    assert time.process_time() - began < 10
    assert len(set(origins_of(pages, copies).values())) == 1


def test_five_hundred_pages_with_every_name_changed_stay_linear():
    pages = [
        page(f"p{n}", WIRE.replace("Peru", f"Land{n}").replace("Iquitos", f"Town{n}"), outlet=f"outlet {n}") for n in range(500)
    ]
    began = time.process_time()
    copies = list(find_copies(pages))
    assert time.process_time() - began < 20
    assert len(set(origins_of(pages, copies).values())) == 1


def test_a_cycle_of_credits_ends():
    pages = [page(n, WIRE, "2024-05-03", n, (m,)) for n, m in (("A", "B"), ("B", "C"), ("C", "A"))]
    copies = list(find_copies(pages))
    assert len(set(origins_of(pages, copies).values())) == 1


def test_a_page_from_the_future_copies():
    (copy,) = find_copies([FIRST, page("b", WIRE, str(date.max), "El Universo")])
    assert copy.document != FIRST.id and copy.direction_from == "time"


def test_what_counts_as_independent():
    """Two papers with one agency's report are one origin; two that relay Xinhua are one for what Xinhua says."""
    pages = [
        page("a", WIRE, outlet="A", agencies=("Reuters",)),
        page("b", OTHER, outlet="B", agencies=("Reuters",)),
        page("c", UNLIKE, outlet="C"),
    ]
    nobody = page("d", UNLIKE + " More.", outlet=None)
    sources = sources_of([*pages, nobody], [])
    ids = [p.id for p in pages]
    assert independent([(ids[0], ()), (ids[1], ())], sources) == 1
    assert independent([(ids[0], ()), (ids[2], ())], sources) == 2
    assert independent([(ids[0], ("xinhua",)), (ids[2], ("xinhua",))], sources) == 1
    assert independent([(ids[2], ()), (nobody.id, ())], sources) == 1

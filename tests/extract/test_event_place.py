"""Where a meeting was, also when the parser hangs the town at the name of the person met."""

import pytest
from reading import read

from dragoman.records import EventMention


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("William Ruto held talks with Samia Suluhu Hassan in Nairobi on Tuesday.", "Nairobi"),
        ("Indian Prime Minister Narendra Modi held talks with Russian President Vladimir Putin in Moscow.", "Moscow"),
        ("Kais Saied held talks in Paris with Emmanuel Macron.", "Paris"),
        ("Kais Saied talked with officials in Kyiv.", None),  # they may be there, and he on the telephone
    ],
)
def test_the_place_of_a_meeting(text: str, place: str | None) -> None:
    assert [event.place for event in read(text, "2024-03-06")[EventMention]] == [place]

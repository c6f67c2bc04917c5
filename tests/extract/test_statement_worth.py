"""What is no statement although a verb of saying stands in it, and what looks alike and is one."""

import pytest
from reading import read

from dragoman.records import Statement

CASES = [
    ("declined to comment", "Asked about Libya, Mr Mnangagwa declined to comment.", []),
    ("more than that", "The Peruvian ministry declined to comment on the arrests.", ["to comment on the arrests"]),
    ("praised whom only", "Norway's prime minister congratulated both leaders in a post on X.", []),
    ("praised for what", "Lula praised the presidents for the truce.", ["the presidents for the truce"]),
    ("was told of something", "People briefed on the call say that it was cordial.", ["it was cordial"]),
    ("a relative clause after a comma", "Their ministers initialled a treaty, which the two sides agreed in March.", []),
    ("held, but no court", "Chad is a member of the bloc, and Togo has held observer status since 2020.", []),
    ("a rank", '"Our airspace was violated," Brig Gen (Retd) Shafiul Karim said.', ["Our airspace was violated"]),
    ("and one behind the name", '"India will respond," said Lt Gen Anil Bhatt (Retd).', ["India will respond"]),
    ("an office and a rank", "“We had no choice,” acting Secretary Commodore (Retd) Ana Costa said.", ["We had no choice"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "contents"), CASES, ids=[why for why, *_ in CASES])
def test_contents(why: str, text: str, contents: list[str]) -> None:
    assert [s.text.rstrip(",") for s in read(text, "2024-06-12")[Statement]] == contents


RELAYED = [
    ("A truce has been agreed on, according to a Sudanese foreign ministry statement carried by SUNA.", 1),
    ("Kyodo quoted Marcos as telling reporters that the reef was his.", 1),
]


@pytest.mark.parametrize(("text", "relays"), RELAYED)
def test_relays(text: str, relays: int) -> None:
    assert [len(s.via) for s in read(text, "2024-06-12")[Statement]] == [relays]

"""Headlines: without the site's name, and the one over its deck."""

import pytest

from dragoman.clean.title import without_site

OUTLETS = frozenset({"Coast Daily", "Reuters"})


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Talks resume in Muscat | The Peninsula", "Talks resume in Muscat"),
        ("Talks resume in Muscat - Coast Daily", "Talks resume in Muscat"),
        ("Talks resume in Muscat – Reuters", "Talks resume in Muscat"),
        ("Talks resume in Muscat - World - Coast Daily", "Talks resume in Muscat - World"),  # no outlet, so it may belong
        ("Oman - Yemen: a border without a fence", "Oman - Yemen: a border without a fence"),
        ("North-South talks resume", "North-South talks resume"),
        ("Peru | Chile", "Peru | Chile"),  # too little would be left
        ("About us - Reuters", "About us"),
    ],
)
def test_without_site(said: str, kept: str) -> None:
    assert without_site(said, OUTLETS.__contains__) == kept

"""Which times of a claim say when it happened."""

from collections.abc import Callable

import pytest

from crosswire.align.dated import dates
from crosswire.claims import extract
from crosswire.records import Annotations, Article

Marker = Callable[..., tuple[Article, Annotations]]

CLOCKS = [
    ("The call began at 11 a.m. in Port Tarn, 9 p.m. on Monday in the capital Sall.", ["11 a.m."]),
    ("The call began at 11 a.m. in Tarn, or 9 p.m. in Sall.", ["11 a.m."]),
    ("The call began at 11 a.m. in Tarn and ended at noon.", ["11 a.m.", "noon"]),
    ("The ferry left at 11 a.m., and docked at 9 p.m. in Sall.", ["11 a.m.", "9 p.m."]),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "told"), CLOCKS)
def test_one_moment_by_two_clocks_is_told_once(marked: Marker, text: str, told: list[str]) -> None:
    article, notes = marked(text, "a")
    claims = extract(article, notes)
    assert [t.text for c in claims for t in c.times if dates(c, t, notes)] == told

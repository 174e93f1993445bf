"""Denials that name what they deny by a word for it."""

from collections.abc import Callable

import pytest

from crosswire.reconcile.rebuttals import rebuttals
from crosswire.records import Annotations, Article, Claim

pytestmark = pytest.mark.models

# A text, then of what it denies some words, and how many claims deny it.
ROWS = [
    ("The mayor sold the mill, Ines Dorn said. Tom Brik denied it.", "sold the mill", 1),
    ("The mayor sold the mill, Ines Dorn said. Tom Brik has denied the allegations.", "sold the mill", 1),
    ("The mayor sold the mill, Ines Dorn said. Tom Brik denied Dorn's allegations.", "sold the mill", 1),
    (
        'The mayor sold the mill, Ines Dorn said. Tom Brik denied it. "There was no sale," Brik said.',
        "sold the mill",
        2,
    ),
    ("The mayor sold the mill, Ines Dorn said. The report is false, Tom Brik said.", "sold the mill", 1),
    ("The mayor sold the mill, Ines Dorn said. That is not true, Tom Brik said.", "sold the mill", 1),
    ("The mayor sold the mill, Ines Dorn said. The report is long, Tom Brik said.", None, 0),
    ("The mayor sold the mill, Ines Dorn said. That is true, Tom Brik said.", None, 0),
    ("The mayor sold the mill, Ines Dorn said. There is no such fact, Tom Brik said.", "sold the mill", 1),
    ("The mayor sold the mill, Ines Dorn said. There is no such mill in the land of Ostmark, Brik said.", None, 0),
    # What somebody is said to have said is told once more by who denies it.
    (
        "Ines Dorn urged the port to close the old mill, aides said. Brik denied that Dorn asked to close that mill.",
        "the port to close",
        1,
    ),
    ("Ines Dorn urged the port to close the mill, aides said. Brik denied that Dorn painted boats.", None, 0),
    # ... be it he himself of whom another told it; what he said himself he does not deny.
    (
        '"The port must close the old mill soon," Tom Brik said. Tom Brik denied that he asked to close the old mill.',
        None,
        0,
    ),
    (
        "Ines Dorn said Brik urged the port to close the mill. Tom Brik denied that he asked it to close the mill.",
        "the port to close",
        1,
    ),
    ("The mayor sold the mill, Ines Dorn said. That was a false report, Tom Brik said.", "sold the mill", 1),
    ("The mayor sold the mill, Ines Dorn said. That was a long report, Tom Brik said.", None, 0),
    # Somebody else's allegations, the denier's own words, the report's own, a denial that says itself what it denies.
    ("The mayor sold the mill, Ines Dorn said. Tom Brik denied Holm's allegations.", None, 0),
    ("The mayor sold the mill, Tom Brik said. Later Brik denied it.", None, 0),
    ("The mayor sold the mill. Tom Brik denied it.", None, 0),
    ("The mayor sold the mill, Ines Dorn said. Tom Brik denied suggestions that he had drunk.", None, 0),
    ("The mayor sold the mill, Ines Dorn said. Tom Brik did not deny it.", None, 0),
    ("After the mill burned, Ines Dorn said, Tom Brik dismissed the crew.", None, 0),
    ("The mayor sold the mill, Ines Dorn said. Tom Brik disputed any suggestion that he had lied.", None, 0),
    ("The mayor sold the mill, Ines Dorn said. Tom Brik disputed the suggestion that he had lied.", None, 0),
]


@pytest.mark.parametrize(("text", "denied", "number"), ROWS)
def test_a_denial_is_of_what_was_told_right_before(
    read_text: Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]],
    text: str,
    denied: str | None,
    number: int,
) -> None:
    _, _, claims = read_text(text)
    found = rebuttals([claims])
    told = {c.id: c.text for c in claims}
    assert [told[target] for target in found] == ([t for t in told.values() if denied in t] if denied else [])
    assert all(len(denials) == number for denials in found.values())

"""Reasons name who says what."""

from collections.abc import Callable

import pytest

from crosswire.records import Point, PointKind

pytestmark = pytest.mark.models

DAILY, WIRE, POST = "Ordell Daily", "Cape Wire", "The Post"

REASONS: tuple[tuple[PointKind, tuple[tuple[str, None, str | None], ...], str], ...] = (
    (
        "count",
        (("Nine ships sank.", None, DAILY), ("Nine ships sank.", None, POST), ("Ten ships sank.", None, WIRE)),
        "Ordell Daily and The Post say nine; Cape Wire says ten.",
    ),
    (
        "count",
        (("Nine ships sank.", None, None), ("Ten ships sank.", None, None)),
        "One report says nine; another says ten.",
    ),
    (
        "count",
        (("Nine ships sank, the navy said.", None, DAILY), ("Ten ships sank, the port office said.", None, WIRE)),
        "The navy says nine; the port office says ten.",
    ),
    (
        "count",
        (("About 2,000 people live there.", None, DAILY), ("It has 1,947 people.", None, WIRE)),
        "“About 2,000” covers 1,947.",
    ),
    (
        "count",
        (("Nine ships sank.", None, DAILY), ("9 ships sank.", None, WIRE)),
        "Ordell Daily and Cape Wire give 9 (also as “nine”).",
    ),
    (
        "place",
        (("Ida Brand was born in Florida.", None, DAILY), ("Ida Brand was born in Miami.", None, WIRE)),
        "“Miami” lies within “Florida”.",
    ),
    ("event", (("Nine ships sank.", None, DAILY),), "Only Ordell Daily tells this."),
    # What one report adds, in its own words: no figure that the other writes otherwise, no dateline, no capital that
    # only begins a sentence, nobody whom the other names elsewhere.
    (
        "event",
        (("The pier was lost on Monday.", None, DAILY), ("Waves took a landing stage.", None, WIRE)),
        "Ordell Daily adds “Monday”; nothing clashes.",
    ),
    (
        "event",
        (("Nine sailors left.", None, DAILY), ("9 sailors fled a ferry near the old lighthouse.", None, WIRE)),
        "Cape Wire adds “near the old lighthouse”; nothing clashes.",
    ),
    # A whole phrase, which the question has not and no other claim; half of a compound, a torn name, another length of
    # time or whoever else did it is no addition.
    (
        "event",
        (("The mayor left.", None, DAILY), ("A clerk shut a bridge of rotten timber.", None, WIRE)),
        "Cape Wire adds “of rotten timber”; nothing clashes.",
    ),
    (
        "event",
        (("The board met.", None, DAILY), ("It wrote a 45-page report.", None, WIRE)),
        "Cape Wire adds “45-page report”; nothing clashes.",
    ),
    (
        "event",
        (("The clerk left last summer.", None, DAILY), ("The clerk quit last year.", None, WIRE)),
        "One says more than another; nothing in them clashes.",
    ),
    (
        "event",
        (("They searched for nine months.", None, DAILY), ("Divers searched nearly a year.", None, WIRE)),
        "One says more than another; nothing in them clashes.",
    ),
    (
        "event",
        (("Holm called the mayor.", None, DAILY), ("Dorn called the mayor.", None, WIRE)),
        "One says more than another; nothing in them clashes.",
    ),
    # Nor who spoke, a day that the other tells elsewhere, or an address.
    (
        "event",
        (("The pier was lost on Monday.", None, DAILY), ("Waves took a stage. On Monday the wind fell.", None, WIRE)),
        "One says more than another; nothing in them clashes.",
    ),
    (
        "event",
        (("The ships left.", None, DAILY), ("Dockers nearby said that ferries left.", None, WIRE)),
        "One says more than another; nothing in them clashes.",
    ),
    (
        "event",
        (("TARN — Officers left the ferry.", None, DAILY), ("They fled a ship.", None, WIRE)),
        "One says more than another; nothing in them clashes.",
    ),
)


@pytest.mark.parametrize(("kind", "rows", "reason"), REASONS)
def test_the_reason_of_a_verdict(
    judged: Callable[..., Point], kind: PointKind, rows: tuple[tuple[str, None, str | None], ...], reason: str
) -> None:
    assert judged(kind, *rows).reason.casefold() == reason.casefold()


@pytest.mark.parametrize("rows", [r for _, r, _ in REASONS])
def test_a_reason_is_one_line_and_one_sentence(
    judged: Callable[..., Point], rows: tuple[tuple[str, None, str | None], ...]
) -> None:
    reason = judged("event", *rows).reason
    assert "\n" not in reason
    assert reason[0] in "“" + reason[0].upper()
    assert reason.endswith(".")
    assert not reason.endswith("..")

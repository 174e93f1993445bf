"""What reports print in the same words is agreed, however it was cut into claims."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from crosswire.reconcile.printed import Printed, is_tag
from crosswire.records import Annotations, Article, Claim, Filler

pytestmark = pytest.mark.models
Read = Callable[..., tuple[Article, Annotations, tuple[Claim, ...]]]

ALIKE = (
    ("“The pump was old, and we can't mend it now,” Ines Dorn said.", "“The pump was old and we [cant] mend it now.”"),
    ("Crews worked through the night and cleared the road.", "Crews worked through the night and cleared the road."),
    ("“We think the old pier was lost to the storm,” she said.", "“The old pier was lost to the storm,” Dorn said."),
    # What else one of them quotes is no claim of the point; and what leads to a quotation may be told otherwise.
    ("“I tried every valve on the upper deck, and the pump was old,” Dorn said.", "“The pump was old,” Dorn said."),
    (
        "Dorn accused the harbour office of “closing the pier by night, before the crews were told”.",
        "The port was blamed by Dorn for “closing the pier by night, before the crews were told”.",
    ),
)
OTHER = (
    ("The old pier at Tarn was lost to the storm.", "The old pier at Tarn was not lost to the storm."),
    ("The old pier was lost to the storm.", "Nine of the boats were lost to the storm."),
    ("Dorn said 40 boats were lost in the storm.", "Dorn said 60 boats were lost in the storm."),
    ("“I tried every valve on the upper deck of the tug,” Dorn said.", "“I tried every valve,” Dorn said."),
    ("Dorn accused the port of “closing the pier by night”.", "Dorn denied “closing the pier by night”."),
)


def alike(read: Read, *texts: str) -> bool:
    """Whether the reports' words are the same, the last claim of each standing for it."""
    found = [read(text, None, f"Outlet {number}") for number, text in enumerate(texts)]
    fillers = [
        Filler(replace(claims[-1], quoted="“" in claims[-1].text or "“" in a.text), None) for a, _, claims in found
    ]
    printed = Printed({a.id: a.text for a, _, _ in found}, {a.id: notes for a, notes, _ in found})
    return printed.alike(fillers)


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_the_same_words_agree(read: Read, left: str, right: str) -> None:
    assert alike(read, left, right)
    assert alike(read, right, left)


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_other_words_do_not(read: Read, left: str, right: str) -> None:
    assert not alike(read, left, right)
    assert not alike(read, right, left)


def test_who_ends_a_message_only_speaks(read: Read) -> None:
    tags = [
        is_tag(read(text, None, None)[2][0]) for text in ("Ines Dorn ended her post.", "Ines Dorn ended the strike.")
    ]
    assert tags == [True, False]


def test_one_report_alone_agrees_with_nobody(read: Read) -> None:
    assert not alike(read, "The old pier was lost to the storm.")

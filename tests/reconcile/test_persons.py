"""Ages and homes beside a name: a table of invented sentences, read by the real parser."""

from collections.abc import Callable

import pytest

from crosswire.reconcile.persons import asked_of_person, told_of_people, unasked
from crosswire.records import Annotations, Article, Claim, Filler, Name, NameVariant, Slot

pytestmark = pytest.mark.models

AGE, HOME = "How old was Ines Dorn", "Where did Ines Dorn live"
# Sentences of two reports, and what they tell differently (None: nothing).
ROWS = [
    ("Ines Dorn, 40, was held on Friday.", "Police held 41-year-old Ines Dorn.", AGE),
    ("Ines Dorn (40) was held on Friday.", "A court tried 41-year-old miner Ines Dorn.", AGE),
    ("Ines Dorn, aged 48, fell to her death.", "Ines Dorn, 84, fell to her death.", AGE),
    ("Ines Dorn, 40, of Leeds, was held.", "Police held Ines Dorn, 40, of Bristol.", HOME),
    ("Ines Dorn, who lived in Leeds, was held.", "Police held Ines Dorn, of Bristol.", HOME),
    # Alike, years apart in fact, of somebody else, or with a hedge.
    ("Ines Dorn, 40, was held on Friday.", "Police held 40-year-old Ines Dorn.", None),
    ("Ines Dorn, 27, was sought.", "Ines Dorn, 35, was sentenced.", None),
    ("Ines Dorn, 40, was held on Friday.", "Police held the 41-year-old son of Ines Dorn.", None),
    ("Ines Dorn, 40, was held on Friday.", "Dorn, 41, was held.", None),
    ("Ines Dorn, 40, was held on Friday.", "Ines Dorn, in her 50s, was held.", None),
    # One place within the other, an office of a place, a place of a deed.
    ("Ines Dorn, 40, of Leeds, was held.", "Police held Ines Dorn, 40, of England.", None),
    ("Senator Ines Dorn of Texas left.", "Police held Ines Dorn, of Bristol.", None),
    ("Ines Dorn, who worked in Leeds, was held.", "Police held Ines Dorn, of Bristol.", None),
]

Read = Callable[..., tuple[Article, Annotations, tuple[Claim, ...]]]


def asked(read: Read, *texts: tuple[str, str | None]) -> list[str | None]:
    """What reports, each with the day when it was published, tell differently."""
    reports = [read(text, published, None) for text, published in texts]
    events = [Slot(c.article, "event", c.predicate, (Filler(c, None),), ()) for _, _, claims in reports for c in claims]
    forms = ("Ines Dorn", "Dorn")
    names = (Name("Ines Dorn", "person", tuple(NameVariant(f, a.id, "") for a, _, _ in reports for f in forms)),)
    notes = {article.id: found for article, found, _ in reports}
    found = list(told_of_people(events, names, [article for article, _, _ in reports], notes))
    assert all(judgement.verdict == "conflict" and judgement.clash == (0, 1) for _, judgement in found)
    assert unasked(found, []) == found
    assert unasked(found, found) == []
    return [asked_of_person(slot) for slot, _ in found]


@pytest.mark.parametrize(("one", "other", "question"), ROWS)
def test_what_stands_beside_a_name(read: Read, one: str, other: str, question: str | None) -> None:
    for rows in ((one, other), (other, one)):
        assert asked(read, *((row, None) for row in rows)) == ([question] if question else [])


def test_any_two_ages_clash_in_one_month_and_none_in_two_years(read: Read) -> None:
    one, other = "Ines Dorn, 27, was held.", "Ines Dorn, 35, was held."
    assert asked(read, (one, "2024-05-01"), (other, "2024-05-03")) == [AGE]
    assert asked(read, (one, "2022-05-01"), ("Ines Dorn, 28, was held.", "2023-09-03")) == []

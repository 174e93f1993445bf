"""Who somebody is, as reports tell it beside the name: a table of invented sentences, read by the real parser."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from crosswire.reconcile.offices import is_office, judge_office, office_slots
from crosswire.records import Annotations, Article, Claim, Filler, Name, NameVariant, Slot

pytestmark = pytest.mark.models

# Sentences of two reports, whose office they tell, the verdict (None: nothing is asked), and the answers.
TOLD = [
    ("Mayor Ines Dorn opened the port.", "Ines Dorn, the mayor of Sall, opened it.", "agree", ["Mayor"]),
    ("Gov. Ines Dorn left.", "The governor of Ostmark, Ines Dorn, left the hall.", "agree", ["Gov."]),
    ("Police Chief Ines Dorn left.", "Police chief Ines Dorn left the hall.", "agree", ["Police Chief"]),
    ("Ines Dorn, the Post's editor in chief, left.", "Post Editor in-Chief Ines Dorn left the hall.", "agree", None),
    ("The photographer Ines Dorn left.", "The author Ines Dorn left.", "compatible", ["photographer", "author"]),
    ("CEO Ines Dorn left.", "Chief financial officer Ines Dorn left.", "conflict", ["CEO", "Chief financial officer"]),
    ("Former CEO Ines Dorn left.", "Chief financial officer Ines Dorn left.", "compatible", None),
    ("Deputy Mayor Ines Dorn left.", "Mayor Ines Dorn left.", "compatible", ["Deputy Mayor", "Mayor"]),
    ("Foreign Minister Ines Dorn left.", "Finance Minister Ines Dorn left.", "compatible", None),
    (
        "Ines Dorn, a spokeswoman for Gov. Pavel Quist (R-Tenn.), left.",
        "Spokeswoman Ines Dorn left the hall.",
        "agree",
        ["spokeswoman for Gov. Pavel Quist"],
    ),
    ("Mayor Ines Dorn and local traders left.", "Ines Dorn, the mayor, left.", "agree", ["Mayor"]),
    # In a tag, which is no claim.
    ("Mayor Ines Dorn said on Monday that the hall was shut.", "Ines Dorn, the mayor, left.", "agree", ["Mayor"]),
    # Another's office: somebody is named between, or right behind it, or the name is a son's.
    ("Mayor Ines Dorn and Pavel Quist, the harbor pilot, left.", "Mayor Ines Dorn left.", "agree", ["Mayor"]),
    ("Mayor Ines Dorn left.", "Ines Dorn, Judge Pavel Quist and others left.", None, []),
    ("They met the wife of a guard Ines Dorn shot.", "They met the wife of a guard Ines Dorn shot.", None, []),
    ("Ines Dorn, Ostland king discuss the strait", "Ines Dorn, the mayor, left.", None, []),
    # No office: a form of address, a word for anybody, a thing beside the name, one report alone.
    ("Mrs. Ines Dorn left.", "Ines Dorn left the hall.", None, []),
    ("The woman, Ines Dorn, left.", "A woman, Ines Dorn, left.", None, []),
    ("They offered Ines Dorn a contract.", "They sent Ines Dorn a contract.", None, []),
    ("Mayor Ines Dorn left.", "Ines Dorn left the hall.", None, []),
]


Slots = Callable[..., list[Slot]]


@pytest.fixture
def slots_of(read: Callable[..., tuple[Article, Annotations, tuple[Claim, ...]]]) -> Slots:
    return lambda *texts: asked([read(text, None, None) for text in texts])


def asked(reports: Sequence[tuple[Article, Annotations, tuple[Claim, ...]]]) -> list[Slot]:
    events = [Slot(c.article, "event", c.predicate, (Filler(c, None),), ()) for _, _, claims in reports for c in claims]
    variants = tuple(NameVariant("Ines Dorn", article.id, "") for article, _, _ in reports)
    names: Sequence[Name] = (Name("Ines Dorn", "person", variants),)
    notes: Mapping[str, Annotations] = {article.id: found for article, found, _ in reports}
    return list(office_slots(events, names, [article for article, _, _ in reports], notes))


@pytest.mark.parametrize(("one", "other", "verdict", "answers"), TOLD)
def test_who_somebody_is(slots_of: Slots, one: str, other: str, verdict: str | None, answers: list[str] | None) -> None:
    slots = slots_of(one, other)
    assert all(map(is_office, slots))
    judged = [judge_office(slot) for slot in slots]
    assert [j.verdict for j in judged] == ([] if verdict is None else [verdict])
    if judged and answers is not None:
        assert [answer for answer, _ in judged[0].accounts] == answers


def test_an_office_that_several_tell_is_asked_beside_what_others_say(slots_of: Slots) -> None:
    slots = slots_of("Mayor Ines Dorn left.", "Ines Dorn, the mayor, left.", "Ines Dorn, an author, left the hall.")
    assert [judge_office(slot).verdict for slot in slots] == ["compatible", "agree"]


def test_an_answer_is_the_words_beside_the_name_and_the_reports_own(slots_of: Slots) -> None:
    first, second = slots_of("Mayor Ines Dorn left, police said.", "The mayor, Ines Dorn, left the hall.")[0].fillers
    assert (first.claim.text, second.claim.text) == ("Mayor Ines Dorn", "mayor, Ines Dorn")
    assert first.claim.said_by == ()

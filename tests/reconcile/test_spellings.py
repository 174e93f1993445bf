"""Names that reports spell differently, over invented people."""

from collections.abc import Callable

import pytest

from crosswire.reconcile.spellings import judge_spelling, spelling_slots
from crosswire.records import Annotations, Article, Claim, Filler, Name, NameVariant, Slot


def told(article: str, text: str) -> Claim:
    nothing = (None, None, None)
    return Claim(
        f"claim-{article}", article, 0, 0, len(text), text, 0, "be", "affirmed", *nothing, "actual",
        (), (), (), (), *nothing, False,
    )  # fmt: skip


def slots(*texts: str, forms: tuple[str, ...]) -> list[Slot]:
    fillers = tuple(Filler(told(f"a{n}", text), None) for n, text in enumerate(texts))
    variants = tuple(NameVariant(form, f"a{n}", "") for n, form in enumerate(forms))
    event = Slot("occ-1", "event", "be", fillers, ())
    return list(spelling_slots([event], [Name(forms[0], "person", variants)]))


SPELLED = (
    (("Catherine Vold", "Katherine Vold"), "conflict", {"Catherine", "Katherine"}),
    (("Gregg Milotte", "Gregg Millotte"), "conflict", {"Milotte", "Millotte"}),
    (("Heydar Alishvand", "Heidar Alishvand"), "compatible", {"Heydar", "Heidar"}),
)


@pytest.mark.parametrize(("forms", "verdict", "answers"), SPELLED)
def test_rival_spellings_make_a_point(forms: tuple[str, ...], verdict: str, answers: set[str]) -> None:
    (slot,) = slots(*(f"{form} said it was late." for form in forms), forms=forms)
    judgement = judge_spelling(slot)
    assert judgement.verdict == verdict
    assert {answer for answer, _ in judgement.accounts} == answers
    for filler in slot.fillers:
        assert filler.filling is not None
        at = slice(filler.filling.start - filler.claim.start, filler.filling.end - filler.claim.start)
        assert filler.claim.text[at] == filler.filling.text


@pytest.mark.parametrize(
    "forms",
    [
        ("Ines Dorn", "Ines Dorn"),
        ("Zoë Marchand", "Zoe Marchand"),
        ("Ines Dorn", "Dorn"),
        ("Marco Brandt", "Marco Brandts"),
        ("Pavel Quist", "Ines Quist"),
    ],
)
def test_no_point_where_spellings_are_one_or_names_are_two(forms: tuple[str, ...]) -> None:
    assert slots(*(f"{form} said it was late." for form in forms), forms=forms) == []


def test_a_report_with_both_forms_means_two_words() -> None:
    text = "Catherine Vold and Katherine Vold said it was late."
    fillers = tuple(Filler(told(article, text), None) for article in ("a0", "a1"))
    variants = tuple(NameVariant(f, a, "") for a in ("a0", "a1") for f in ("Catherine Vold", "Katherine Vold"))
    event = Slot("occ-1", "event", "be", fillers, ())
    assert list(spelling_slots([event], [Name("Catherine Vold", "person", variants)])) == []


@pytest.mark.models
def test_a_name_that_stands_only_in_a_tag_is_spelled_too(
    read: Callable[..., tuple[Article, Annotations, tuple[Claim, ...]]],
) -> None:
    texts = ("Deputy Mayor Catherine Vold said on Monday that the hall was shut.", "Katherine Vold left the hall.")
    reports = [read(text, None, None) for text in texts]
    events = [Slot(c.article, "event", c.predicate, (Filler(c, None),), ()) for _, _, claims in reports for c in claims]
    forms = ("Catherine Vold", "Katherine Vold")
    variants = tuple(NameVariant(form, report[0].id, "") for form, report in zip(forms, reports, strict=True))
    notes = {article.id: found for article, found, _ in reports}
    (slot,) = spelling_slots(events, [Name(forms[0], "person", variants)], [a for a, _, _ in reports], notes)
    assert {answer for answer, _ in judge_spelling(slot).accounts} == {"Catherine", "Katherine"}

"""Who is silent, and whether they could have known; the timeline."""

from collections.abc import Callable

import numpy as np
import pytest

from crosswire.ports import Meaning
from crosswire.reconcile.silences import Tellers, silences
from crosswire.reconcile.timeline import timeline
from crosswire.records import (
    Account,
    Annotations,
    Answer,
    Article,
    Claim,
    Filler,
    Point,
    Slot,
    TimeExpression,
    Verdict,
)

ReadText = Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]]


def article(key: str, published: str | None) -> Article:
    return Article(key, key, "", None, None, None, published, None, "en", None, (), "0")


NINE, NOON, TOMORROW = "2025-03-02T09:00:00Z", "2025-03-02T12:00:00Z", "2025-03-04"

KNOWN = (
    # (the silent one, those that tell, could it have known?)
    (NOON, (NINE,), True),
    (NINE, (NOON,), False),
    (NINE, (NOON, TOMORROW), False),
    (NOON, (NINE, None), True),
    (NINE, (NOON, None), None),
    (None, (NINE,), None),
    (NOON, (None,), None),
    ("2025-03-02", (NOON,), None),
    (TOMORROW, (NOON,), True),
    ("2025-03-02T13:00:00+02:00", (NOON,), False),
    ("yesterday", (NOON,), None),
)


@pytest.mark.parametrize(("silent", "telling", "known"), KNOWN)
def test_could_have_known(silent: str | None, telling: tuple[str | None, ...], known: bool | None) -> None:
    tellers = [article(f"t{n}", published) for n, published in enumerate(telling)]
    (found,) = silences([a.id for a in tellers], [*tellers, article("s", silent)])
    assert (found.article, found.could_have_known) == ("s", known)


def test_silences_keep_the_order_of_the_articles_and_leave_out_who_tells() -> None:
    articles = [article(key, None) for key in "dbca"]
    assert [s.article for s in silences(["b"], articles)] == ["d", "c", "a"]
    assert silences(list("abcd"), articles) == ()


def time(first: str | None, last: str | None, text: str = "then", **other: str) -> TimeExpression:
    made = {"kind": "date", "grain": "day", "value": (first or "XXXX")[:10], "basis": "stated"} | other
    return TimeExpression(0, 4, text, first=first, last=last, hedge=None, **made)  # type: ignore[arg-type]


def claim(key: str, *times: TimeExpression, text: str = "It sank", **other: str) -> Claim:
    made = {"polarity": "affirmed", "status": "actual"} | other
    return Claim(
        key, f"article of {key}", 0, 0, len(text), text, 0, "sink", modality=None, condition=None, hedge=None,
        arguments=(), quantities=(), times=times, said_by=(), cue=None, stance=None, mode=None, quoted=False,
        **made,  # type: ignore[arg-type]
    )  # fmt: skip


def point(key: str, *claims: Claim, verdict: Verdict = "agree", occurrence: str | None = None) -> Point:
    answers = tuple(Answer(c.id, c.article, c.start, c.end, c.text, c.text, (), None) for c in claims)
    accounts = (Account("x", 1, answers),)
    return Point(key, occurrence or f"occ {key}", "?", "event", verdict, None, "", accounts, (), ())


SECOND = time("2025-03-02T00:00", "2025-03-03T00:00", "Sunday")
NIGHT = time("2025-03-02T18:00", "2025-03-03T06:00", "Sunday night", grain="part")
SINCE = TimeExpression(
    12, 16, "1988", "date", "year", "1988", "1988-01-01T00:00", "1989-01-01T00:00", "stated", None
)  # fmt: skip
MARCH = time("2025-03-01T00:00", "2025-04-01T00:00", "March", grain="month")


def test_the_timeline_is_in_order_of_time() -> None:
    late, early = claim("late", SECOND), claim("early", MARCH)
    found = timeline([point("p1", late), point("p2", early)], [late, early])
    assert [(e.stated, e.point) for e in found] == [("March", "p2"), ("Sunday", "p1")]


def test_most_reports_then_the_narrowest_time_date_an_occurrence() -> None:
    claims = [claim("a", MARCH), claim("b", SECOND), claim("c", SECOND), claim("d", NIGHT)]
    (entry,) = timeline([point("p", *claims)], claims)
    assert entry.stated == "Sunday"
    (entry,) = timeline([point("p", claims[0], claims[3])], claims)
    assert entry.stated == "Sunday night"


@pytest.mark.parametrize(
    "unfit",
    [
        claim("x", time(None, None)),
        claim("x", SECOND, polarity="denied"),
        claim("x", SECOND, status="hypothetical"),
        claim("x", time("2025-03-02T00:00", "2025-03-03T00:00", value="PRESENT_REF")),
        claim("x", time("2025-03-02T00:00", "2025-03-03T00:00", kind="set")),
        claim("x", time("2025-03-03T00:00", "2025-03-02T00:00")),
        claim("x", SINCE, text="worst since 1988"),
    ],
)  # fmt: skip
def test_what_does_not_date_a_happening_is_left_out(unfit: Claim) -> None:
    assert timeline([point("p", unfit, unfit)], [unfit]) == ()


def test_one_entry_an_occurrence_and_none_for_what_one_report_tells() -> None:
    a, b = claim("a", SECOND), claim("b", SECOND)
    twice = [point("p", a, b, occurrence="o"), point("q", a, b, occurrence="o")]
    assert [e.point for e in timeline(twice, [a, b])] == ["p"]
    assert timeline([point("p", a, verdict="single")], [a]) == ()


def test_who_may_tell_it_is_not_called_silent_and_adds_nothing_to_what_could_have_been_known() -> None:
    articles = [article("t", NOON), article("u", NINE), article("s", TOMORROW)]
    assert [s.article for s in silences(["t"], articles, unsure=["u"])] == ["s"]
    (found,) = silences(["t"], [articles[0], article("s", NINE), article("u", NINE)], unsure=["u"])
    assert (found.article, found.could_have_known) == ("s", False)


def test_who_was_aligned_with_a_happening_may_tell_it_in_other_words() -> None:
    a, b, c = claim("a"), claim("b"), claim("c", text="Bakers met")
    slots = [
        Slot("occ", "event", "", (Filler(a, None), Filler(b, None)), ()),
        Slot("other", "event", "", (Filler(c, None),), ()),
    ]
    tellers = Tellers(slots, [article(x.article, None) for x in (a, b, c)], {}, {})
    alone = Slot("occ", "event", "", (Filler(a, None),), ())
    assert tellers.of(alone) == {a.article, b.article}


QUIET = "Bakers in Port Ellen sold more rye bread than wheat bread last winter."
MAY_TELL = (
    # (a report's claim, another report's sentence, is the other called silent?)
    ("The mayor fired two inspectors on Monday.", QUIET, True),
    ("The mayor fired two inspectors on Monday.", "On Monday two inspectors were fired.", False),
    ("The mayor fired two inspectors on Monday.", "Two inspectors were fired Monday.", False),
    ("The mayor fired two inspectors on Monday.", "The mayor opened a bridge in Tessel.", True),
)


@pytest.mark.models
@pytest.mark.parametrize(("told", "other", "silent"), MAY_TELL)
def test_a_report_with_the_words_of_a_claim_is_not_called_silent(
    told: str, other: str, silent: bool, read_text: ReadText
) -> None:
    one, two = read_text(told), read_text(other)
    slots = [Slot(f"occ of {c.id}", "event", "", (Filler(c, None),), ()) for found in (one, two) for c in found[2]]
    tellers = Tellers(slots, [one[0], two[0]], {found[0].id: found[1] for found in (one, two)}, {})
    assert (two[0].id not in tellers.of(slots[0])) == silent


def test_a_report_near_in_meaning_is_not_called_silent() -> None:
    one, like, unlike = claim("one"), claim("like", text="It went down"), claim("unlike", text="Rye is dear")
    rows = {"one": (1, 0), "like": (0.8, 0.6), "unlike": (0, 1)}
    none = np.zeros((0, 2), np.float32)
    turned = {key: np.array(row, dtype=np.float32) for key, row in rows.items()}
    vectors = {key: Meaning(row, row, none, none.astype(np.int8)) for key, row in turned.items()}
    slots = [Slot(f"occ of {c.id}", "event", "", (Filler(c, None),), ()) for c in (one, like, unlike)]
    tellers = Tellers(slots, [article(c.article, None) for c in (one, like, unlike)], {}, vectors)
    assert "article of like" in tellers.of(slots[0])
    assert "article of unlike" not in tellers.of(slots[0])

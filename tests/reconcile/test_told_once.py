"""What is told alike is a point of its own only where no other agreed point holds it."""

from dataclasses import replace

from crosswire.reconcile.points import told_once, without_clashes
from crosswire.records import Account, Answer, Point, PointKind, Verdict


def point(key: str, kind: PointKind, claims: str, verdict: Verdict = "agree") -> Point:
    """A point with a claim for each letter."""
    answers = tuple(Answer(c, c, 0, 9, "", "", (), None) for c in claims)
    return Point(key, "o", f"{key}?", kind, verdict, None, "", (Account("", 1, answers),), (), ())


def kept(*points: Point) -> list[str]:
    return [p.id for p in told_once(points)]


def test_what_another_agreed_point_holds_is_left_out() -> None:
    assert kept(point("a", "polarity", "xy"), point("b", "polarity", "xyz")) == ["b"]
    assert kept(point("a", "polarity", "xy"), point("b", "date", "xy")) == ["b"]
    assert kept(point("a", "polarity", "xy"), point("b", "polarity", "xy")) == ["a"]


def test_what_no_other_agreed_point_holds_stays() -> None:
    assert kept(point("a", "polarity", "xy"), point("b", "polarity", "yz")) == ["a", "b"]
    assert kept(point("a", "polarity", "xy"), point("b", "event", "xyz", "compatible")) == ["a", "b"]
    assert kept(point("a", "date", "xy"), point("b", "place", "xyz")) == ["a", "b"]


def test_words_cut_from_a_claim_do_not_hold_the_claim() -> None:
    cut = point("b", "actor", "xy")
    accounts = tuple(replace(a, claims=tuple(replace(c, end=4) for c in a.claims)) for a in cut.accounts)
    assert kept(point("a", "polarity", "xy"), replace(cut, accounts=accounts)) == ["a", "b"]


def test_what_clashes_in_one_point_is_not_said_to_fit_together_in_another() -> None:
    two = [point(key, "date", claims).accounts[0] for key, claims in (("a", "x"), ("b", "y"))]
    clash = replace(point("a", "date", "xy", "conflict"), question="When did it sink?", accounts=tuple(two))
    both, one = point("b", "event", "xyz", "compatible"), point("c", "event", "xz", "compatible")
    reasons = [p.reason for p in without_clashes([clash, both, one])]
    assert reasons == ["", "They clash in one point: “When did it sink?” The rest fits together.", ""]

"""The order of points and what a cell of the page shows."""

import pytest

from crosswire.present.page import _from_claim
from crosswire.present.view import Item, because, debts, ordered


def point(key: str, verdict: str, kind: str, tellers: str, *scores: float) -> Item:
    claims = [{"article": article} for article in tellers]
    links = [{"left": "a", "right": "b", "score": score, "signals": []} for score in scores]
    return {"id": key, "verdict": verdict, "kind": kind, "accounts": [{"claims": claims}], "links": links}


def test_the_surest_of_what_fits_together_comes_first_after_what_more_tell() -> None:
    points = [
        point("weak", "compatible", "event", "abc", 0.5, 0.5),
        point("sure", "compatible", "event", "abc", 0.9, 0.7),
        point("wide", "compatible", "event", "abcd", 0.4),
        point("unlinked", "compatible", "event", "abc"),
        point("figure", "compatible", "count", "ab", 0.1),
        point("clash", "conflict", "event", "ab", 0.1),
        {**point("tags", "compatible", "event", "abcd", 0.9), "signals": [{"name": "only who spoke"}]},
    ]
    assert [p["id"] for p in ordered(points)] == ["clash", "figure", "wide", "sure", "weak", "unlinked", "tags"]


def test_agreed_points_keep_their_order() -> None:
    points = [point("first", "agree", "event", "ab", 0.2), point("second", "agree", "event", "ab", 0.9)]
    assert [p["id"] for p in ordered(points)] == ["first", "second"]


LEADS = "The harbour master of Tarn, who had come from the other shore that morning, stopped two boats and "


@pytest.mark.parametrize(
    ("value", "claim", "shown"),
    [
        (f"{LEADS}searched them", "searched them", "… searched them"),
        ("Dorn came to meet Orr", "to meet Orr", "Dorn came to meet Orr"),
        (f"denied: {LEADS}", LEADS, f"denied: {LEADS}"),
        ("forty boats", "forty boats were lost", "forty boats"),
    ],
)
def test_a_cell_begins_where_its_claim_does(value: str, claim: str, shown: str) -> None:
    assert _from_claim(value, {"text": claim}) == shown


def copy(giver: str, taker: str, share: float) -> Item:
    return {
        "from": giver,
        "to": taker,
        "share": share,
        "kind": "near-copy",
        "passages": [{"from": [0, 9], "to": [0, 9]}],
    }


def test_of_what_an_article_copies_the_most_is_told_and_the_rest_named() -> None:
    lineage = {"copies": [copy("a", "c", 0.4), copy("b", "c", 0.9), copy("a", "b", 0.8)], "reliance": []}
    names = {"a": "Wire", "b": "Post", "c": "Gazette"}
    assert debts("c", lineage, {}, names) == ["shares 90% of its words with Post (1 passage); also with Wire"]
    assert debts("b", lineage, {}, names) == ["shares 80% of its words with Wire (1 passage)"]
    assert debts("a", lineage, {}, names) == []


def test_many_reasons_of_an_origin_are_counted() -> None:
    assert because({"reason": "stands alone"}) == "stands alone"
    assert because({"reason": "one; two"}) == "one; two"
    assert because({"reason": "one; two; three; four"}) == "one; two; and 2 reasons more"

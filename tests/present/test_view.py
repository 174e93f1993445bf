"""The order of points and what a cell of the page shows."""

import pytest

from crosswire.present.page import _parts
from crosswire.present.view import Item, Part, because, debts, doubtful, ordered, parts, told


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


LEADS = (
    "The harbour master of Tarn, who had come from the other shore that morning with two of the older pilots and a "
    "clerk of the council, stopped two boats and "
)


@pytest.mark.parametrize(
    ("value", "claim", "shown"),
    [
        (f"{LEADS}searched them", "searched them", (("… ", False), ("searched them", True))),
        ("Dorn came to meet Orr", "to meet Orr", (("Dorn came ", False), ("to meet Orr", True))),
        (f"denied: {LEADS}.", LEADS, ((f"denied: {LEADS}.", True),)),
        ("forty boats", "forty boats were lost", (("forty boats", True),)),
    ],
)
def test_a_cell_leaves_room_for_its_claim(value: str, claim: str, shown: tuple[Part, ...]) -> None:
    assert _parts(value, {"text": claim}) == shown


def test_the_words_of_claims_are_set_off_from_what_leads_to_them() -> None:
    words = "Dorn came to meet Orr in Tarn on Monday"
    assert parts(words, ["to meet Orr", "meet Orr in Tarn", "by ferry"]) == (
        ("Dorn came ", False),
        ("to meet Orr in Tarn", True),
        (" on Monday", False),
    )
    assert parts("denied: Dorn came to Tarn", ["to Tarn"]) == (
        ("denied: ", True),
        ("Dorn came ", False),
        ("to Tarn", True),
    )
    said = "Dorn said that she came"
    assert parts(said, ["Dorn said"]) == ((said, True),)  # what goes on belongs to it


def happening(verdict: str, *accounts: list[tuple[str, str]], perhaps: str = "") -> Item:
    """A point whose accounts have claims of (article, words); those of some words only perhaps belong."""
    made = [
        {"claims": [{"article": a, "text": w, "value": w, "perhaps": w == perhaps} for a, w in claims]}
        for claims in accounts
    ]
    return {"id": "p", "verdict": verdict, "kind": "event", "accounts": made}


def listed(point: Item) -> list[str]:
    return [claim["text"] for account in point["accounts"] for claim in account["claims"]]


HEADLINE, SENTENCE = "Council shuts old bridge in Tarn", "The council shut the old bridge in Tarn on Friday"
TWICE = (  # what one report tells, and what of it is listed
    (SENTENCE, HEADLINE, [SENTENCE]),
    ("The mayor thanked the crews of the port", HEADLINE, ["The mayor thanked the crews of the port", HEADLINE]),
    (SENTENCE, "12 boats in old bridge", [SENTENCE, "12 boats in old bridge"]),
    ("The old bridge was not shut on Friday", "the old bridge was shut", None),
    ("The council shut the bridge", "the bridge", ["The council shut the bridge"]),
)


@pytest.mark.parametrize(("words", "others", "shown"), TWICE)
def test_what_a_report_tells_twice_is_listed_once(words: str, others: str, shown: list[str] | None) -> None:
    fits = happening("compatible", [("a", words)], [("a", others)], [("b", "the bridge is shut")])
    assert listed(told(fits)) == [*(shown or [words, others]), "the bridge is shut"]
    clash = happening("conflict", [("a", words)], [("a", others)], [("b", "the bridge is shut")])
    assert listed(told(clash)) == [words, others, "the bridge is shut"]  # two sides stay two


def test_an_account_keeps_its_reports() -> None:
    shared = happening("compatible", [("a", SENTENCE)], [("a", HEADLINE), ("b", HEADLINE)])
    assert listed(told(shared)) == [SENTENCE, HEADLINE, HEADLINE]
    one = happening("conflict", [("a", SENTENCE), ("a", HEADLINE), ("b", HEADLINE)], [("c", "it is open")])
    assert listed(told(one)) == [SENTENCE, HEADLINE, "it is open"]
    figure = {**happening("compatible", [("a", "some forty boats"), ("a", "forty boats")]), "kind": "count"}
    assert listed(told(figure)) == ["some forty boats", "forty boats"]


def test_what_perhaps_belongs_is_listed_once() -> None:
    assert listed(doubtful(happening("agree", [("a", SENTENCE), ("a", HEADLINE)], perhaps=HEADLINE))) == []
    other = "The mayor thanked the crews"
    assert listed(doubtful(happening("agree", [("a", SENTENCE), ("a", other)], perhaps=other))) == [other]


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

"""Points that tell one matter, shown as one."""

from typing import Any

from crosswire.present import html, markdown, terminal
from crosswire.present.matters import matters, within

Told = dict[str, Any]


def point(
    name: str, kind: str, verdict: str, *accounts: str, question: str = "", occurrence: str = "o", value: str = ""
) -> Told:
    """A point whose accounts hold a claim for each letter, told by the report of that letter in its own words, or all
    in those of ``value``."""
    made = [
        {"answer": value or letters, "origins": 1, "claims": [
            {"id": c, "article": c, "start": 0, "end": 1, "text": c, "value": value or c, "said_by": []}
            for c in letters]}
        for letters in accounts
    ]  # fmt: skip
    return {"id": name, "kind": kind, "verdict": verdict, "accounts": made, "question": question or name,
            "occurrence": occurrence, "silent": [], "reason": "."}  # fmt: skip


def shown(*points: Told) -> dict[str, list[str]]:
    return {one.head["id"]: [part["id"] for part in one.parts] for one in matters(points)}


def test_what_is_told_alike_and_who_when_and_how_many_stand_in_the_happening() -> None:
    """Its accounts show them, but for a figure that reports agree on in different words."""
    happening = point("event", "event", "compatible", "ab", "cd")
    alike, who = point("alike", "polarity", "agree", "bc"), point("who", "actor", "agree", "bc")
    many = point("many", "count", "agree", "bd")
    assert shown(happening, alike, who, many) == {"event": ["many"]}
    assert shown(happening, point("many", "count", "agree", "ac", value="ten")) == {"event": []}


def test_a_figure_of_few_of_a_large_happening_stands_for_itself() -> None:
    happening = point("event", "event", "compatible", "ab", "cdefgh")
    many, who = point("many", "count", "agree", "ac"), point("who", "actor", "agree", "bc")
    assert shown(happening, many, who) == {"many": [], "event": []}
    asked = point("event", "event", "compatible", "ab", "cdefgh", question="Were ten men hurt?")
    assert shown(asked, point("many", "count", "agree", "ac", value="ten")) == {"event": []}
    differing = point("many", "count", "compatible", "abcd", "ef")
    assert shown(happening, differing) == {"many": [], "event": []}


def test_an_agreement_that_an_account_shows_is_not_told_again() -> None:
    happening = point("event", "event", "compatible", "ab", "cd")
    assert shown(happening, point("alike", "polarity", "agree", "ab")) == {"event": []}
    agreed = point("event", "event", "agree", "abc")
    who, many = point("who", "actor", "agree", "ab"), point("many", "count", "compatible", "ab", "c")
    assert shown(agreed, who) == {"event": []}
    assert shown(agreed, many) == {"many": []}


def test_what_clashes_or_has_more_claims_stands_for_itself() -> None:
    happening = point("event", "event", "compatible", "ab", "c")
    assert set(shown(happening, point("clash", "count", "conflict", "a", "b"))) == {"clash", "event"}
    assert set(shown(happening, point("many", "count", "agree", "abd"))) == {"event", "many"}
    assert set(shown(happening, point("other", "count", "agree", "ab", occurrence="p"))) == {"event", "other"}
    assert set(shown(happening, point("alone", "event", "single", "a"))) == {"event", "alone"}


def test_the_happening_stands_in_a_figure_that_clashes_over_all_of_it() -> None:
    assert shown(point("event", "event", "compatible", "a", "b"), point("clash", "count", "conflict", "a", "b")) == {
        "clash": []
    }


def test_one_of_the_offices_of_somebody_stands_in_all_of_them() -> None:
    every = point("every", "actor", "compatible", "ab", "c", question="Who is Ann Lee?")
    one = point("one", "actor", "agree", "ab", question="Who is Ann Lee?", occurrence="p")
    assert shown(every, one) == {"every": []}
    happening = point("event", "event", "compatible", "abc", "d")
    assert set(shown(happening, one)) == {"event", "one"}


def test_the_order_of_the_points_changes_nothing_and_no_claim_is_lost() -> None:
    points = [
        point("event", "event", "compatible", "ab", "cd"),
        point("alike", "polarity", "agree", "bc"),
        point("more", "polarity", "agree", "abc"),
        point("when", "date", "agree", "ad"),
        point("yes", "polarity", "conflict", "a", "d"),
    ]
    heads = within(points)
    assert within(points[::-1]) == heads
    held = {p["id"]: {c["id"] for a in p["accounts"] for c in a["claims"]} for p in points}
    assert all(held[one] <= held[head] for one, head in heads.items())
    assert all(heads[head] == head for head in heads.values())


def agreed(document: dict[str, Any]) -> dict[str, Any]:
    """The document with an agreed point that two reports word differently, one of them as somebody's words."""
    story = document["stories"][0]
    told = next(p for p in story["points"] if len({c["article"] for a in p["accounts"] for c in a["claims"]}) > 1)
    one, other = (a for a in story["articles"][:2])
    claims = [
        {**told["accounts"][0]["claims"][0], "id": "x", "article": one, "value": "The pier was lost", "said_by": []},
        {
            **told["accounts"][0]["claims"][0],
            "id": "y",
            "article": other,
            "value": "Waves took it",
            "said_by": ["Dahl"],
        },
        {**told["accounts"][0]["claims"][0], "id": "z", "article": other, "value": "the pier, was lost", "said_by": []},
    ]
    account = {"answer": "The pier was lost", "origins": 2, "claims": claims}
    story["points"] = [{**told, "kind": "event", "verdict": "agree", "between": None, "accounts": [account]}]
    story["timeline"] = []
    return document


def test_an_agreement_shows_the_words_of_every_report_and_who_said_them(document: dict[str, Any]) -> None:
    agreed(document)
    lines = [line.split("  ") for line in terminal.render(document, 120).splitlines()]
    rows = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert any(row[-2:] == ["The pier was lost", "Northwire, The Maren Courier"] for row in rows)
    assert any(
        row[-2] == "Waves took it" and row[-1].startswith("The Maren Courier — Dahl") for row in rows if len(row) > 1
    )
    text = markdown.render(document)
    assert "The pier was lost<br>Waves took it | Northwire, The Maren Courier<br>The Maren Courier, from Dahl" in text
    assert "Waves took it" in html.render(document)


def test_what_another_point_shows_word_for_word_stands_within_it() -> None:
    """Whatever its claims are: the passages that show them are the same, or parts of the other's."""
    whole = point("shot", "event", "compatible", "ab", "c", value="two officers were shot while they sat in their car")
    part = point("sat", "event", "agree", "ab", occurrence="p", value="they sat in their car")
    other = point("fled", "event", "agree", "ab", occurrence="q", value="the driver fled")
    elsewhere = point("seen", "event", "agree", "bd", occurrence="r", value="they sat in their car")
    assert shown(part, whole, other, elsewhere) == {"shot": [], "fled": [], "seen": []}
    assert within([part, whole]) == {"shot": "shot", "sat": "shot"}
    clash = point("clash", "event", "conflict", "ab", "c", occurrence="s", value="they sat in their car")
    assert set(shown(whole, clash)) == {"shot", "clash"}
    single = point("alone", "event", "single", "a", value="they sat in their car")
    assert set(shown(whole, single)) == {"shot", "alone"}


def test_what_surely_belongs_is_not_hidden_in_what_perhaps_does() -> None:
    sure = point("sat", "event", "agree", "ab", value="they sat in their car")
    doubtful = point("shot", "event", "agree", "ab", occurrence="p", value="two were shot while they sat in their car")
    for account in doubtful["accounts"]:
        for claim in account["claims"]:
            claim["perhaps"] = True
    assert set(shown(sure, doubtful)) == {"sat", "shot"}


def test_of_points_with_the_same_words_the_one_of_more_of_them_stays() -> None:
    words = "two officers were shot while they sat in their car"
    light = point("sat", "event", "agree", "ab", value=words)
    main = point("shot", "event", "agree", "ab", occurrence="p", value=words)
    for account in main["accounts"]:
        for claim in account["claims"]:
            claim["text"] = "two officers were shot"
    assert shown(light, main) == {"shot": []}

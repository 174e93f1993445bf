"""The terminal, Markdown and explain views, and the words that they share."""

import json
import re
import unicodedata
from typing import Any

import pytest

from crosswire.errors import BadDossier
from crosswire.present import html, markdown, terminal, view
from crosswire.present.drawing import draw
from crosswire.present.explain import explain
from crosswire.provenance import trail


@pytest.mark.parametrize("width", [1, 60, 72, 80, 100, 120, 400])
@pytest.mark.parametrize("show_all", [True, False])
def test_the_terminal_keeps_its_width(document: dict[str, Any], width: int, show_all: bool) -> None:
    lines = terminal.render(document, width, show_all=show_all).splitlines()
    assert max(map(len, lines)) <= min(max(width, 60), 120)


def test_the_terminal_without_colour_has_no_escapes(document: dict[str, Any]) -> None:
    assert "\x1b" not in terminal.render(document)
    assert "\x1b[" in terminal.render(document, colour=True)


def test_disagreements_stand_first(document: dict[str, Any]) -> None:
    for text in (terminal.render(document), markdown.render(document)):
        asked = (
            "the fire deliberate?",
            "How many were killed?",
            "How many were injured?",
            "Where did the fire spread?",
        )
        places = [text.index(words) for words in asked]
        assert places == sorted(places)


def test_conflicts_between_reports_stand_before_those_between_speakers(document: dict[str, Any]) -> None:
    points = view.ordered(document["stories"][0]["points"])
    between = [point["between"] for point in points if point["verdict"] == "conflict"]
    assert between == ["reports", "reports", "reports", "speakers"]


def test_singles_are_counted_and_listed_on_demand(document: dict[str, Any]) -> None:
    assert "How large is the damage?" not in terminal.render(document)
    assert "9 single" in terminal.render(document)
    assert "How large is the damage?" in terminal.render(document, show_all=True)


def test_every_view_says_counts_silence_reliance_and_what_was_not_read(document: dict[str, Any]) -> None:
    for text in (terminal.render(document, 120), markdown.render(document)):
        plain = text.replace("\\", "")
        assert "6 articles · 5 outlets · 4 independent origins" in plain
        assert "Evening Post (could have known)" in plain or "Evening Post (could have known" in plain
        assert "the Courier, via Marek Dahl" in plain
        assert "92% of its words" in plain
        assert "not text: binary data" in plain


HOSTILE = "\x1b[2J<script>alert(1)</script> | **x** [a](b) </script><!-- \u202e\u0085"


@pytest.fixture
def hostile(document: dict[str, Any]) -> dict[str, Any]:
    """A document whose every shown word tries to be markup."""
    story = document["stories"][0]
    story["title"] = HOSTILE
    document["unreadable"][0]["source"] = HOSTILE
    for article in document["articles"]:
        article["outlet"] = HOSTILE
    for point in story["points"]:
        point["question"] = point["reason"] = HOSTILE
        for account in point["accounts"]:
            account["answer"] = HOSTILE
            for claim in account["claims"]:
                claim["value"], claim["said_by"] = HOSTILE, [HOSTILE]
    return document


def test_words_can_not_steer_a_terminal(hostile: dict[str, Any]) -> None:
    text = terminal.render(hostile, show_all=True) + explain(trail(hostile, hostile["stories"][0]["points"][0]["id"]))
    assert not [c for c in text if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]


def test_words_can_not_become_markdown(hostile: dict[str, Any]) -> None:
    text = markdown.render(hostile)
    assert "<script" not in text.replace("\\<", "")
    assert not re.search(r"(?<!\\)\[a(?<!\\)\]\(b\)", text)
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}


def test_words_can_not_become_html(hostile: dict[str, Any]) -> None:
    page = html.render(hostile)
    assert page.count("<script") == page.count("</script>") == 2
    assert "<!--" not in page
    held = re.search(r'<script type="application/json" id="dossier">(.*?)</script>', page, re.DOTALL)
    assert held
    assert json.loads(held[1]) == html.pack(hostile)


def test_the_page_needs_no_network(document: dict[str, Any]) -> None:
    page = html.render(document).partition('<script type="application/json"')[0]
    assert not re.findall(r"""(?:src|href|action)=["'](?!data:|#)|@import|url\((?!#)""", page)
    assert "default-src &#39;none&#39;" in page


def test_the_page_is_the_same_every_time(document: dict[str, Any]) -> None:
    assert html.render(document) == html.render(json.loads(json.dumps(document)))


def test_a_dossier_of_nothing_is_still_a_page(document: dict[str, Any]) -> None:
    empty = {**document, "articles": [], "stories": []}
    assert "not text: binary data" in terminal.render(empty)
    assert "not text: binary data" in markdown.render(empty)
    assert "Nothing in this dossier could be compared" in html.render(empty)


def test_views_refuse_an_article_that_is_not_there(document: dict[str, Any]) -> None:
    document["stories"][0]["articles"].append("article-none")
    with pytest.raises(BadDossier, match="article-none"):
        terminal.render(document)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("reports/wire.txt", "wire"),
        ("https://paper.example/2027/05/fire.html?x=1#top", "fire"),
        ("https://paper.example/", "paper.example"),
        ("dump.jsonl:3", "dump:3"),
        ("a/b.warc.gz:2", "b:2"),
        ("C:\\reports\\wire.txt", "wire"),
        ("-", "standard input"),
        ("noname", "noname"),
    ],
)
def test_a_source_has_a_short_name(source: str, expected: str) -> None:
    assert view.stem(source) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2027-05-04T07:10:00+02:00", "4 May 2027, 07:10 +02:00"),
        ("2027-05-04T07:10:00Z", "4 May 2027, 07:10 UTC"),
        ("2027-05-04T07:10", "4 May 2027, 07:10"),
        ("2027-05-04", "4 May 2027"),
        ("2027-13-04", "2027-13-04"),
        ("yesterday", "yesterday"),
        (None, ""),
    ],
)
def test_a_stated_time_reads_well(stated: str | None, expected: str) -> None:
    assert view.when({"published": stated}) == expected


def test_two_articles_of_one_outlet_have_two_names(document: dict[str, Any]) -> None:
    articles = view.by_id(document)
    story = document["stories"][0]
    document["articles"][1]["outlet"] = "Northwire"
    assert list(view.labels(story, articles).values())[:3] == ["Northwire (1)", "Northwire (2)", "Daily Ledger"]


def test_the_drawing_ties_copies_and_named_sources(document: dict[str, Any]) -> None:
    story, articles = document["stories"][0], view.by_id(document)
    drawing = draw(story, articles, view.labels(story, articles))
    assert "92% shared" in drawing
    assert "Evening Post names the Courier as its source" in drawing
    assert drawing.count('class="lane"') == 3


def test_explain_tells_the_whole_trail(document: dict[str, Any]) -> None:
    text = explain(trail(document, "how long did the fire burn"))
    for words in ("≠ conflict between reports", "port-maren/wire.txt:4:48 (Northwire), characters 419 to 479",
                  "[The blaze was brought under control after roughly five hours]", "said by: Ilse Brandvold",
                  "meaning: 0.81, weight +2.10", "port-maren/evening.txt: could have known",
                  "Daily Ledger prints Northwire's text."):  # fmt: skip
        assert words in text


def test_one_article_alone_is_listed_at_once(document: dict[str, Any]) -> None:
    story = document["stories"][0]
    story["articles"] = story["articles"][:1]
    story["points"] = [
        p for p in story["points"] if p["verdict"] == "single" and p["question"] == "Is the cause known?"
    ]
    story["points"][0]["silent"] = []
    story["lineage"] = {"origins": 1, "copies": [], "reliance": []}
    story["names"] = story["timeline"] = story["wordings"] = []
    text = terminal.render(document)
    assert "Is the cause known?" in text
    assert "--all" not in text
    assert "WHO HAS IT" not in text
    assert "data-fold open" in html.render(document)


def doubt(document: dict[str, Any], question: str, *places: tuple[int, int]) -> dict[str, Any]:
    """The document with some claims of a point, by account and place, that only perhaps belong to it; all, if none is
    given."""
    point = next(p for p in document["stories"][0]["points"] if p["question"] == question)
    for a, account in enumerate(point["accounts"]):
        for c, claim in enumerate(account["claims"]):
            claim["perhaps"] = not places or (a, c) in places
    return document


def test_what_only_perhaps_belongs_stands_last_and_is_not_counted(document: dict[str, Any]) -> None:
    doubt(document, "How many were injured?", (1, 1))
    for text in (terminal.render(document, 120), markdown.render(document)):
        told = text[text.index("How many were injured?") :]
        assert "3 reports" in told[:200]
        assert told.index("at least 14") < told.index("17") < told.index("perhaps: ") < told.index("Evening Post")
    page = html.render(document)
    assert re.search(r'class="cell a1 v-perhaps[^>]*><span class="value"><span class="nth"[^>]*>\?</span>', page)


def test_a_point_of_which_nothing_is_sure_stands_apart(document: dict[str, Any]) -> None:
    doubt(document, "How many were injured?")
    told = terminal.render(document, show_all=True)
    assert "? 1 perhaps" in told
    assert told.index("= AGREE") < told.index("? PERHAPS  1, not sure") < told.index("How many were injured?")
    assert "How many were injured?" not in terminal.render(document)
    assert "## ? Perhaps (1)" in markdown.render(document)
    assert 'data-verdict="perhaps"' in html.render(document)


def test_what_surely_belongs_agrees_where_it_is_told_in_the_same_words(document: dict[str, Any]) -> None:
    point = next(p for p in document["stories"][0]["points"] if p["question"] == "How many were injured?")
    doubt(document, "How many were injured?", (1, 1))
    assert view.standing(point) == "compatible"
    point["kind"] = "event"
    for account, words in zip(point["accounts"], ("Many were hurt", "many were hurt."), strict=True):
        for claim in account["claims"]:
            claim["value"] = "Some died" if claim["perhaps"] else words
    assert view.standing(point) == "agree"
    (account,) = view.sure(point)["accounts"]
    assert [claim["value"] for claim in account["claims"]] == ["Many were hurt"] * 2 + ["many were hurt."]
    told = terminal.render(document)
    assert told.index("= AGREE") < told.index("How many were injured?") < told.index("perhaps: Some died")


def test_explain_says_what_only_perhaps_belongs(document: dict[str, Any]) -> None:
    doubt(document, "How many were injured?", (1, 1))
    point = next(p for p in document["stories"][0]["points"] if p["question"] == "How many were injured?")
    text = explain(trail(document, point["id"]))
    assert text.count("perhaps: no claim of another report") == 1

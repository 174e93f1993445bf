"""One speaker's words in every view: versions, what differs in them, and what stands behind a point."""

import copy
from typing import Any

import pytest

from crosswire.present import html, markdown, terminal
from crosswire.present.spoken import spoken
from crosswire.present.view import by_id, labels
from crosswire.provenance import verify


def said(document: dict[str, Any]) -> Any:
    story = document["stories"][0]
    articles = by_id(document)
    return spoken(story, articles, labels(story, articles))


def test_the_terminal_brackets_what_differs(document: dict[str, Any]) -> None:
    text = terminal.render(document)
    assert "IN THEIR WORDS" in text
    assert '"[We have] no sign that [this] was deliberate' in text
    assert "[there was] no sign that [the blaze] was deliberate" in text
    assert "reported" in text.partition("IN THEIR WORDS")[2]


def test_markdown_sets_what_differs_in_bold(document: dict[str, Any]) -> None:
    assert '"**We have** no sign that **this** was deliberate' in markdown.render(document)


def test_the_page_marks_what_differs(document: dict[str, Any]) -> None:
    page = html.render(document)
    assert "<mark>We have</mark> no sign that <mark>this</mark> was deliberate" in page
    assert "2 reports, 2 origins" in page


def test_every_view_says_reports_and_origins_at_each_point(document: dict[str, Any]) -> None:
    for point in document["stories"][0]["points"]:
        told = len({claim["article"] for account in point["accounts"] for claim in account["claims"]})
        assert point["origins"] <= told
    for text in (terminal.render(document), markdown.render(document), html.render(document)):
        assert "3 reports, 2 origins" in text


def test_the_same_words_are_one_row_and_another_speaker_is_named(document: dict[str, Any]) -> None:
    wording = document["stories"][0]["wordings"][0]
    wording["versions"][1] = {**copy.deepcopy(wording["versions"][0]), "article": wording["versions"][1]["article"]}
    text = next(a["text"] for a in document["articles"] if a["id"] == wording["versions"][1]["article"])
    other = wording["versions"][1]
    other.update(start=0, end=len(text.splitlines()[0]), differs=[], said_by=["Marek Dahl"], quoted=True)
    ((speaker, (one,)),) = said(document)
    assert speaker == "Ilse Brandvold or Marek Dahl"
    assert one.disputed
    assert [version.said_by for version in one.versions] == ["Ilse Brandvold", "Marek Dahl"]


def test_a_dossier_without_wordings_or_origins_is_shown_all_the_same(document: dict[str, Any]) -> None:
    story = document["stories"][0]
    del story["wordings"]
    for point in story["points"]:
        del point["origins"]
    for text in (terminal.render(document), markdown.render(document), html.render(document)):
        assert "IN THEIR WORDS" not in text
        assert "In their words" not in text


DAMAGE = [
    ("end", 10**6, "outside of the text"),
    ("said_by", [], "said by nobody"),
    ("said_by", ["Zebulon Quark"], "does not speak"),
    ("differs", [[0, 5]], "what differs does not stand in it"),
    ("article", "article-none", "not of the story"),
]


@pytest.mark.parametrize(("key", "value", "fault"), DAMAGE)
def test_verify_re_reads_every_version(document: dict[str, Any], key: str, value: Any, fault: str) -> None:
    sound = [str(one) for one in verify(document) if "wording" in one.where]
    assert sound == []
    document["stories"][0]["wordings"][0]["versions"][0][key] = value
    assert any(fault in str(one) for one in verify(document) if "wording" in one.where)


def test_verify_counts_the_origins_again(document: dict[str, Any]) -> None:
    document["stories"][0]["wordings"][0]["origins"] = 9
    document["stories"][0]["points"][0]["origins"] = 9
    found = [str(one) for one in verify(document)]
    assert sum("9 origins" in one for one in found) == 2

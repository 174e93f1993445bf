"""JSON article records in the shapes that trafilatura, news-please and fundus write."""

import json
from typing import Any

import pytest

from crosswire.read import read
from crosswire.records import Article, Capture, Unreadable
from crosswire.settings import Settings

TEXT = (
    "A ferry and a gravel barge collided on Sunday morning off Lund Point.\nTwo people were hurt, the coast guard said."
)
TITLE = "Ferry and barge collide"
NO_TEXT = "JSON, but not an article record: no text, maintext or body in it"
TRAFILATURA = {
    "title": TITLE, "author": "Ann Lee", "hostname": "post.example", "date": "2025-03-02", "fingerprint": "f00d",
    "id": None, "license": None, "comments": "", "raw_text": "A ferry", "text": TEXT, "language": None,
    "source": "https://post.example/a", "source-hostname": "The Harbour Post", "excerpt": None,
}  # fmt: skip
NEWS_PLEASE = {
    "authors": ["Ann Lee", "Bo Ray"], "date_download": "2025-03-05 08:00:00",
    "date_modify": "2025-03-03 09:00:00+00:00", "date_publish": "2025-03-02 09:00:00", "description": "…",
    "filename": "x.json", "language": "en", "maintext": TEXT,
    "source_domain": "www.post.example", "title": TITLE, "url": "https://www.post.example/a",
}  # fmt: skip
FUNDUS = {
    "title": TITLE, "authors": ["Ann Lee"], "publishing_date": "2025-03-02 10:00:00+01:00", "topics": ["ferries"],
    "body": {"summary": ["Two people are hurt off Lund Point."], "sections": [
        {"headline": [], "paragraphs": ["A ferry and a gravel barge collided."]},
        {"headline": ["What the owners say"], "paragraphs": ["The owner said nothing.", "The crew was safe."]}]},
    "html": {"requested_url": "https://post.example/a", "responded_url": "https://post.example/b",
             "source_info": {"publisher": "The Harbour Post"}},
}  # fmt: skip


def result(record: Any) -> Article | Unreadable:
    return read(Capture("a.jsonl:3", json.dumps(record).encode(), "application/json"), Settings())


def article(record: Any) -> Article:
    found = result(record)
    assert isinstance(found, Article), found
    return found


def test_trafilatura() -> None:
    found = article(TRAFILATURA)
    assert found.text == f"{TITLE}\n\n{TEXT}"
    assert (found.title, found.author, found.published) == (TITLE, "Ann Lee", "2025-03-02")
    assert (found.outlet, found.address) == ("The Harbour Post", "https://post.example/a")
    assert [line.kind for line in found.lines] == ["title", "body", "body"]


def test_news_please() -> None:
    found = article(NEWS_PLEASE)
    assert found.text.endswith(TEXT)
    assert (found.author, found.published, found.modified) == (
        "Ann Lee, Bo Ray",
        "2025-03-02",
        "2025-03-03T09:00:00+00:00",
    )
    assert (found.outlet, found.address) == ("www.post.example", "https://www.post.example/a")


def test_fundus_keeps_its_sections() -> None:
    found = article(FUNDUS)
    assert [(line.kind, found.text[line.start : line.end]) for line in found.lines] == [
        ("title", TITLE),
        ("body", "Two people are hurt off Lund Point."),
        ("body", "A ferry and a gravel barge collided."),
        ("heading", "What the owners say"),
        ("body", "The owner said nothing."),
        ("body", "The crew was safe."),
    ]
    assert (found.published, found.outlet) == ("2025-03-02T10:00:00+01:00", "The Harbour Post")
    assert found.address == "https://post.example/b"


def test_fundus_body_as_plain_text() -> None:
    assert article({**FUNDUS, "body": TEXT}).text == f"{TITLE}\n\n{TEXT}"


def test_title_that_the_text_begins_with_is_not_doubled() -> None:
    assert article({"title": TITLE, "text": f"{TITLE}\n{TEXT}"}).text == f"{TITLE}\n{TEXT}"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"3_1": {"title": "", "outlet": "post.example"}}, NO_TEXT),
        ({"points": [], "reliance": []}, NO_TEXT),
        ({"text": ""}, NO_TEXT),
        ({"text": 5, "title": 7}, NO_TEXT),
        ([1, 2], "JSON, but not an article record: not an object"),
        (None, "JSON, but not an article record: not an object"),
    ],
)  # fmt: skip
def test_other_json_is_named(data: Any, said: str) -> None:
    found = result(data)
    assert isinstance(found, Unreadable)
    assert (found.source, found.error) == ("a.jsonl:3", said)


@pytest.mark.parametrize("data", [b'{"text": "A ferry', b'{"text": "a",}', b"{'text': 'a'}", b'{"a":' * 5000])
def test_broken_json_is_named(data: bytes) -> None:
    found = read(Capture("a.json", data, "application/json"), Settings())
    assert isinstance(found, Unreadable)
    assert found.error.startswith("broken JSON: ")
    assert "\n" not in found.error

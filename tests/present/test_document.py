"""The document: what goes out comes back, and what is no dossier is said in one line."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.errors import BadDossier
from crosswire.present import FORMAT, dump, from_document, load, to_document


def test_what_is_dumped_is_loaded_again(document: dict[str, Any]) -> None:
    assert load(dump(document)) == document
    assert load(dump(document).encode("utf-8-sig")) == document


def test_the_same_dossier_gives_the_same_characters() -> None:
    import port_maren

    assert dump(to_document(port_maren.dossier())) == dump(to_document(port_maren.dossier()))


def test_every_span_is_the_text_shown(document: dict[str, Any]) -> None:
    texts = {article["id"]: article["text"] for article in document["articles"]}
    claims = [claim for point in document["stories"][0]["points"] for a in point["accounts"] for claim in a["claims"]]
    assert len(claims) > 50
    assert all(texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"] for claim in claims)


def test_origins_are_counted_and_listed(document: dict[str, Any]) -> None:
    lineage = document["stories"][0]["lineage"]
    assert lineage["origins"] == len(lineage["origin_groups"]) == 4
    assert lineage["copies"][0]["share"] == 0.9231


def test_an_unbounded_signal_is_null() -> None:
    from crosswire.present.document import _signal
    from crosswire.records import Signal

    assert _signal(Signal("gap", float("inf"), -0.0, "no end"))["value"] is None
    assert json.dumps(_signal(Signal("gap", 1 / 3, -0.0, ""))["weight"]) == "0.0"


def broken(document: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return the document with one place changed; the value ``...`` takes the key out."""
    *way, last = path.split(".")
    holder: Any = document
    for step in way:
        holder = holder[int(step)] if step.isdigit() else holder[step]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("format", "crosswire.dossier/9", "is of format 'crosswire.dossier/9'"),
        ("format", ..., "has no format"),
        ("stories", {}, "stories: expected a list"),
        ("articles", ..., "articles: is missing"),
        ("articles.0.text", 7, "articles[0].text: expected text"),
        ("stories.0.points.3.accounts.0.claims.0.start", "0", "claims[0].start: expected a whole number"),
        ("stories.0.points.3.accounts.0.claims.0.start", True, "claims[0].start: expected a whole number"),
        ("stories.0.points.0.verdict", None, "points[0].verdict: expected text"),
        ("stories.0.lineage.copies.0.share", "much", "copies[0].share: expected a number"),
        ("stories.0.lineage", [], "lineage: expected an object"),
    ],
)
def test_what_is_no_dossier_is_said_in_one_line(document: dict[str, Any], path: str, value: Any, says: str) -> None:
    with pytest.raises(BadDossier) as caught:
        from_document(broken(document, path, value), "some.json")
    assert str(caught.value).startswith("some.json: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff\xfe\x00", b"null", b'"crosswire.dossier/1"', b"[" * 100_000])
def test_bytes_that_are_no_dossier(data: bytes) -> None:
    with pytest.raises(BadDossier, match=r"^bad\.json: "):
        load(data, "bad.json")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=4), lambda x: st.lists(x, max_size=3)))
def test_any_json_is_read_or_refused(value: object) -> None:
    with pytest.raises(BadDossier):
        from_document({"format": FORMAT, "articles": value, "unreadable": [], "stories": None})

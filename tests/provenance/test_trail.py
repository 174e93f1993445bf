"""Trails: a point is found by id or question, and leads to line, column and characters."""

from typing import Any

import pytest

from crosswire.errors import BadDossier, UnknownPoint
from crosswire.provenance import find_points, trail


def test_a_point_is_found_by_id_prefix_and_question(document: dict[str, Any]) -> None:
    point = document["stories"][0]["points"][3]
    for wanted in (
        point["id"],
        point["id"][:12],
        point["id"].removeprefix("point-"),
        "HARBOUR CLOSED",
        point["question"],
    ):
        assert trail(document, wanted).point == point["id"]


def test_a_claim_is_placed_by_line_and_column(document: dict[str, Any]) -> None:
    claim = trail(document, "harbour closed").accounts[0].claims[0]
    article = next(a for a in document["articles"] if a["id"] == claim.article)
    line = article["text"].splitlines()[claim.line - 1]
    assert line[claim.column - 1 :].startswith(claim.text)
    assert claim.before + claim.text + claim.after == line


@pytest.mark.parametrize("wanted", ["point-zzz", "nobody asks this", "", "  "])
def test_a_point_that_is_not_there(document: dict[str, Any], wanted: str) -> None:
    with pytest.raises(UnknownPoint, match="no point"):
        trail(document, wanted)


def test_a_question_that_fits_many_names_them(document: dict[str, Any]) -> None:
    with pytest.raises(UnknownPoint, match=r"points fit 'how many'.*How many were killed\?"):
        trail(document, "how many")
    assert len(find_points(document, "how many")) > 2


def test_a_trail_that_leads_nowhere_is_said(document: dict[str, Any]) -> None:
    claim = document["stories"][0]["points"][3]["accounts"][0]["claims"][0]
    claim["end"] += 1
    with pytest.raises(BadDossier, match="are not the claim"):
        trail(document, "harbour closed")
    claim["article"] = "article-none"
    with pytest.raises(BadDossier, match="article-none"):
        trail(document, "harbour closed")

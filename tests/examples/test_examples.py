"""The shipped example stories, end to end: every expectation of tests/examples/gold holds.

What Crosswire can't do yet is listed in the expectations as ``xfail`` with the reason; one that
begins to hold makes the test fail until its ``xfail`` is taken out.
"""

import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from facts import CHECKS, Reports

GOLD = Path(__file__).parent / "gold"
STORIES = sorted(path.name for path in GOLD.iterdir() if path.is_dir())


def expectations() -> Iterator[Any]:
    for story in STORIES:
        listed = tomllib.loads((GOLD / story / "expected.toml").read_text(encoding="utf-8"))["fact"]
        for fact in listed:
            marks = [pytest.mark.xfail(reason=fact["xfail"], strict=True)] if "xfail" in fact else []
            yield pytest.param(story, fact, id=f"{story}: {fact['name']}", marks=marks)


@pytest.mark.models
@pytest.mark.parametrize(("story", "fact"), list(expectations()))
def test_expectation(story: str, fact: dict[str, Any], reports_of: Callable[[str], Reports]) -> None:
    problem = CHECKS[fact["check"]](reports_of(story), fact)
    assert problem is None, problem


@pytest.mark.models
@pytest.mark.parametrize("story", STORIES)
def test_every_shown_word_is_the_articles_own(story: str, reports_of: Callable[[str], Reports]) -> None:
    reports = reports_of(story)
    texts = {article.id: article.text for article in reports.dossier.articles}
    for findings in reports.dossier.stories:
        assert findings.points
        for point in findings.points:
            for account in point.accounts:
                for answer in account.claims:
                    assert texts[answer.article][answer.start : answer.end] == answer.text


@pytest.mark.models
@pytest.mark.parametrize("story", STORIES)
def test_the_gold_is_verbatim(story: str, reports_of: Callable[[str], Reports]) -> None:
    gold = json.loads((GOLD / story / "gold.json").read_text(encoding="utf-8"))
    texts = {stem: article.text for stem, article in reports_of(story).articles.items()}
    quotes = [(m["doc"], m["quote"]) for point in gold["points"] for m in point["mentions"]]
    quotes += [(r["doc"], r["quote"]) for r in gold["reliance"]]
    quotes += [(a["doc"], part) for a in gold["attributions"] for part in (a["content"], a["cue"])]
    quotes += [(a["doc"], form) for a in gold["aliases"] for form in a["variants"]]
    assert [(doc, quote) for doc, quote in quotes if quote not in texts[doc]] == []
    assert {doc for copy in gold["copies"] for doc in copy["docs"]} <= set(texts)

"""On real articles nearly everything is prose: measured on the gold clusters where they are."""

import json
import os
from pathlib import Path

import pytest

from crosswire.read import read
from crosswire.records import Article, Capture
from crosswire.settings import Settings

GOLD = Path(os.environ.get("CROSSWIRE_GOLD", Path(__file__).parents[2] / ".." / "shared" / "gold"))


@pytest.mark.corpora
def test_gold_quotes_lie_in_prose_and_texts_are_verbatim() -> None:
    if not GOLD.is_dir():
        pytest.skip(f"no gold clusters at {GOLD}: set CROSSWIRE_GOLD")
    total = inside = 0
    for path in sorted(GOLD.glob("*/*.txt")):
        article = read(Capture(str(path), path.read_bytes(), "text/plain"), Settings())
        assert isinstance(article, Article), path
        assert article.text == path.read_bytes().decode()
        points = json.loads((path.parent / "gold.json").read_text())["points"]
        spoken = [article.text[line.start : line.end] for line in article.lines if line.kind in ("title", "body")]
        for quote in [m["quote"] for p in points for m in p["mentions"] if m["doc"] == path.stem]:
            total += 1
            inside += any(quote in words for words in spoken)
    assert total
    assert inside / total >= 0.99

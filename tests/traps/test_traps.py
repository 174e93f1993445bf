"""The known traps of telling who said something and where a report has it from, in invented words, each
by rules alone and with the tagger.

What Crosswire falls into still is marked in the tables, with the reason: ``xfail`` where both fall into
it, ``rules_xfail`` and ``tagger_xfail`` where one does. A row that begins to hold makes the test fail until
its mark is taken out.
"""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from crosswire.records import Claim

pytestmark = pytest.mark.models
Row = dict[str, Any]


def rows(name: str, asks: str = "") -> Iterator[Any]:
    """The rows of a table, or only those of them that ask for one thing (``words``, ``on``), in both ways."""
    for number, row in enumerate(tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))["row"], start=1):
        if asks and asks not in row:
            continue
        asked = row.get("words") or row.get("declined") or ", ".join(row.get("on", [["-"]])[0])
        for way in ("rules", "tagger"):
            reason = row.get("xfail") or row.get(f"{way}_xfail")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(row, way, id=f"{name.removesuffix('.toml')} {number}, {way}: {asked}", marks=marks)


def plain(names: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Names as they are compared: without case and leading article."""
    return tuple(" ".join(name.casefold().split()).removeprefix("the ").removeprefix("a ") for name in names)


def claim_of(text: str, words: str, found: tuple[Claim, ...]) -> Claim:
    """The claim that tells the words: the one that shares most of them, the shortest of equals."""
    start = text.index(words)
    end = start + len(words)
    shared = [(min(c.end, end) - max(c.start, start), c.start - c.end, c) for c in found]
    best = max(shared, key=lambda one: one[:2])
    assert best[0] > 0, f"no claim tells {words!r}: {[c.text for c in found]}"
    return best[2]


@pytest.mark.parametrize(
    ("row", "way"), [*rows("who_said.toml"), *rows("siblings.toml", "words"), *rows("trails.toml", "words")]
)
def test_who_said_it(row: Row, way: str, ways: dict[str, Callable[[str], Any]]) -> None:
    found = ways[way](row["text"])
    if "declined" in row:
        silent = [plain([s.name for s in a.chain]) for a in found.annotations.attributions if a.stance == "declined"]
        assert plain([row["declined"]]) in silent
        return
    claim = claim_of(row["text"], row["words"], found.claims)
    chain = plain([source.name for source in claim.said_by])
    assert chain in [plain(one) for one in (row["by"], *row.get("or", ()))], claim.text
    assert row.get("stance") in (None, claim.stance)
    assert row.get("polarity") in (None, claim.polarity)


@pytest.mark.parametrize(("row", "way"), [*rows("where_from.toml"), *rows("siblings.toml", "on")])
def test_where_it_came_from(row: Row, way: str, ways: dict[str, Callable[[str], Any]]) -> None:
    text = f"Outlet: {row['outlet']}\n\n{row['text']}" if "outlet" in row else row["text"]
    chains = [plain(c.on) for c in ways[way](text).annotations.citations]
    wanted = [plain(chain) for chain in row.get("on", ())]
    others = [plain(chain) for chain in row.get("or", ())]
    for chain in wanted:
        assert chain in chains or any(other in chains for other in others), chains
    named = {name for chain in chains for name in chain}
    assert named.isdisjoint(plain(row.get("never", [])))

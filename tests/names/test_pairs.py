"""Pairs of names: the list of our own always, the corpus of pairs where it is present, against their floors."""

import csv
from pathlib import Path

import pytest

import names as tool
from crosswire.text.name_match import SAME_NAME, match_names, name_keys

FOUND = tool.scores()
PATHS = (tool.SECOND, *tool.LISTS.values())
PAIRS = [pair for path in PATHS for pair in tool.our_pairs(path)]
OURS = ["second list, looked at", *(f"{name}, {half}" for name in tool.LISTS for half in tool.HALVES)]


@pytest.mark.parametrize("key", OURS)
def test_own_list_holds_its_floor(key: str) -> None:
    assert FOUND[key].f1 >= tool.load_floors()[key]


@pytest.mark.corpora
@pytest.mark.parametrize("key", ["corpus, looked at", "corpus, held back"])
def test_corpus_holds_its_floor(key: str) -> None:
    if key not in FOUND:
        pytest.skip("no corpus of names: set CROSSWIRE_CORPORA or put it into ../shared/corpora")
    assert FOUND[key].f1 >= tool.load_floors()[key]


@pytest.mark.parametrize("path", PATHS)
def test_the_list_is_whole(path: Path) -> None:
    pairs = tool.our_pairs(path)
    assert len(pairs) >= 160
    assert sum(not pair.same for pair in pairs) >= 70
    assert len({(pair.a, pair.b) for pair in pairs}) == len(pairs)
    with path.open(encoding="utf-8") as file:
        assert {row["same"] for row in csv.DictReader(file, delimiter="\t")} == {"0", "1"}


def test_every_join_has_its_reason_and_is_symmetric() -> None:
    for pair in PAIRS:
        one, other = match_names(pair.a, pair.b), match_names(pair.b, pair.a)
        assert one.score == pytest.approx(other.score), (pair.a, pair.b)
        assert one.reason


def test_names_that_match_share_a_key() -> None:
    """The index finds what the matcher joins; acronyms have an index of their own."""
    for pair in PAIRS:
        found = match_names(pair.a, pair.b)
        if found.score >= SAME_NAME and "initials" not in found.reason and "beginnings" not in found.reason:
            assert set(name_keys(pair.a)) & set(name_keys(pair.b)), (pair.a, pair.b)

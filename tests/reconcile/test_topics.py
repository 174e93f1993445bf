"""The words that stand for what a claim is about where syntax gives no question."""

import pytest

from crosswire.reconcile.topics import shortened


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the ferry sank off Tessel", "the ferry sank off Tessel"),
        ("the ferry that sank off Tessel on Monday was carrying forty people and a herd of goats", None),
        ("", ""),  # a claim of signs alone, as "-- --"
        ("the", "the"),
    ],
)
def test_the_first_words_of_a_claim_end_where_a_word_may_stand_last(words: str, shown: str | None) -> None:
    found = shortened(words)
    assert words.startswith(found)
    if shown is not None:
        assert found == shown

"""Parses that a tokeniser's text cut in two, put together: no word ever hangs on itself in a ring."""

from collections.abc import Callable

import pytest

from crosswire.annotate.mended import mended
from crosswire.annotate.mended_clauses import mended_clauses
from crosswire.records import Article, Parse

Parsed = Callable[[str], tuple[Article, Parse]]

CUT = [
    "Regina M . Bell , Nominee for Harbor General , Department of Boats and Piers .",
    "Ladell Boot went on leave and the team lost Lynn Hamm and P . J . Hull to injuries during the preseason .",
    "Maren Patrol Lt . J . R . Stone told reporters at 3 p . m . that the pier was shut .",
    "The level was 0 . 07 percent , under the limit of 0 . 08 percent , Officer Brian Pender told reporters .",
    "She was seen on Feb . 1 at the U . S . harbor office in Orsk at 11 a . m . with two men .",
]


@pytest.mark.parametrize("text", CUT)
def test_every_word_leads_up_to_a_verb(parsed: Parsed, text: str) -> None:
    article, parse = parsed(text)
    whole = mended_clauses(mended(article, parse))
    assert len(whole.sentences) == 1, [text[s.start : s.end] for s in whole.sentences]
    for i, token in enumerate(whole.tokens):
        steps = 0
        while whole.tokens[i].head != i and steps <= len(whole.tokens):
            i, steps = whole.tokens[i].head, steps + 1
        assert steps <= len(whole.tokens), token
        assert whole.tokens[i].dep == "ROOT", whole.tokens[i]

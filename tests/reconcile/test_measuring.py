"""Figures and years that only look as if they answered."""

from collections.abc import Callable

import pytest

from crosswire.reconcile.measuring import answering
from crosswire.records import Annotations, Article, Claim, Filler, Slot
from crosswire.text.syntax import Tree

pytestmark = pytest.mark.models

Read = Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]]

ROWS = (
    ("duration", "None of the other firms offered more than eight years.", False),
    ("duration", "No other offer was thought to be more than seven years.", False),
    ("duration", "The firm offered more than eight years.", True),
    ("duration", "No lifeboat came for 45 minutes.", True),
    ("count", "No more than 20 miners were hurt.", True),
    ("date", "The 1776 Commission released a report.", False),
    ("date", "The commission released a report in 1776.", True),
    ("date", "The 1967 killings shook Ordell.", True),
)
"""A kind, a sentence, whether its first figure or time answers a question of that kind."""


@pytest.mark.parametrize(("kind", "sentence", "answers"), ROWS)
def test_what_a_claim_denies_of_everybody_and_a_year_in_a_name_answer_nothing(
    read_text: Read, kind: str, sentence: str, answers: bool
) -> None:
    article, annotations, claims = read_text(sentence)
    claim = next(c for c in claims if (c.times if kind == "date" else c.quantities))
    filling = claim.times[0] if kind == "date" else claim.quantities[0]
    slot = Slot("occ-1", kind, "", (Filler(claim, filling),), ())  # type: ignore[arg-type]
    assert (answering(slot, {article.id: Tree(annotations.parse)}) is not None) == answers

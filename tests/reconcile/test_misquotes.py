"""One sentence quoted in two ways: a table of invented quotations, read by the real parser."""

from collections.abc import Callable

import pytest

from crosswire.reconcile.misquotes import asked_of_words, misquotes
from crosswire.records import Annotations, Article, Claim, Filler, Slot

pytestmark = pytest.mark.models

# Two reports, and the words that one of them has wrong (None: nothing).
ROWS = [
    (
        '"The harbor has the strength to carry the whole town," Ines Dorn said.',
        'Ines Dorn said: "The harbor has the money to carry the whole town."',
        ("the strength", "the money"),
    ),
    (
        '"We gave the crew all the time they needed and they wasted it," Ines Dorn said.',
        '"We gave the crew all the time they needed and they enjoyed it," Ines Dorn said.',
        ("they wasted", "they enjoyed"),
    ),
    (
        "“Nobody on this pier can believe what the divers found,” Ines Dorn said.",
        "“Nobody on this pier can believe what the divers heard,” Ines Dorn said.",
        ("divers found", "divers heard"),
    ),
    # Beside what one of them filled in; and with few telling words.
    (
        '"Two crews began to widen it on Monday because the tugs are large," Ines Dorn said.',
        '"Two crews began to deepen [the old harbor] on Monday because the tugs are large," Ines Dorn said.',
        ("to widen it", "to deepen"),
    ),
    (
        '"Who is going to carry the painted boats then?" Ines Dorn asked.',
        '"Who is going to carry the broken boats then?" Ines Dorn asked.',
        ("the painted", "the broken"),
    ),
    # Where only one of the two is a telling word.
    (
        '"The town does not have to carry anything through the winter now," Ines Dorn said.',
        '"The town does not have to carry all that through the winter now," Ines Dorn said.',
        ("carry anything", "carry all that"),
    ),
    # A pronoun for its noun, and spelling, inflection, contraction, abbreviation, figures.
    (
        '"If they restart the whole mill now they will carry the town through winter," Ines Dorn said.',
        '"If they restart it now they will carry the town through winter," Ines Dorn said.',
        None,
    ),
    (
        '"The harbor owes its painted boats to General Brik and the whole town," Ines Dorn said.',
        '"The harbor owes its painted boats to Gen. Brik and the whole town," Ines Dorn said.',
        None,
    ),
    (
        '"The neighbourhood has the strength to carry the whole town," Ines Dorn said.',
        '"The neighborhood has the strength to carry the whole town," Ines Dorn said.',
        None,
    ),
    (
        '"I wanted the whole town to carry the harbor home," Ines Dorn said.',
        '"I want the whole town to carry the harbor home," Ines Dorn said.',
        None,
    ),
    (
        '"I cannot see how the whole town carries the harbor," Ines Dorn said.',
        '"I can\'t see how the whole town carries the harbor," Ines Dorn said.',
        None,
    ),
    (
        '"We need seven tugs to carry the whole harbor home," Ines Dorn said.',
        '"We need 7 tugs to carry the whole harbor home," Ines Dorn said.',
        None,
    ),
    # In no marks of quotation, cut short or filled in.
    (
        'Ines Dorn said the harbor had the strength "to carry the whole town through winter."',
        'Ines Dorn said the harbor had the money "to carry the whole town through winter."',
        None,
    ),
    (
        '"The harbor has the strength to carry the whole town," Ines Dorn said.',
        '"The harbor has the [same vigor] to carry the whole town," Ines Dorn said.',
        None,
    ),
    (
        '"The harbor has the strength to carry the whole town," Ines Dorn said.',
        '"The harbor has the strength to carry," Ines Dorn said.',
        None,
    ),
    # Two sentences.
    (
        '"The harbor has the strength to carry the whole town," Ines Dorn said.',
        '"The harbor has no money and the town must pay for what the tugs broke," Ines Dorn said.',
        None,
    ),
]


@pytest.mark.parametrize(("one", "other", "words"), ROWS)
def test_words_that_only_one_report_can_have_right(
    read: Callable[..., tuple[Article, Annotations, tuple[Claim, ...]]],
    one: str,
    other: str,
    words: tuple[str, str] | None,
) -> None:
    reports = [read(text, None, None) for text in (one, other)]
    events = [Slot(c.article, "event", c.predicate, (Filler(c, None),), ()) for _, _, claims in reports for c in claims]
    notes = {article.id: found for article, found, _ in reports}
    found = list(misquotes(events, (), [article for article, _, _ in reports], notes))
    asked = [f"Did Ines Dorn say “{words[0]}” or “{words[1]}”"] if words else []
    assert [asked_of_words(slot) for slot, _ in found] == asked
    assert all(judgement.verdict == "conflict" and len(judgement.accounts) == 2 for _, judgement in found)

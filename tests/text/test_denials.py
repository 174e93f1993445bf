"""Whether words that deny tell so themselves."""

import pytest

from crosswire.text.denials import tells_denial

TOLD = [
    "the captain refused to leave",
    "Quist declined to say",
    "while failing to warn the crew",
    "the crew was unable to sail",
    "is unlikely to sail",
    "nor will he sail",
    "the ferry has yet to sail",
    "the ferry didn’ t sail",
    "he cannot sail",
    "without sailing",
]
NOT_TOLD = ["the ferry sailed", "the mayor likes her plan", "the pleasant crew sailed"]


@pytest.mark.parametrize("text", TOLD)
def test_a_denial_told_in_the_words(text: str) -> None:
    assert tells_denial(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_denial_in_the_words(text: str) -> None:
    assert not tells_denial(text)

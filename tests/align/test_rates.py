"""Exchange rates as the reports of a story give them."""

from collections.abc import Callable

import pytest

from crosswire.align.rates import Rates, exchange_rates
from crosswire.records import Annotations, Article, Quantity
from crosswire.text.answers import compare_answers

Sums = Callable[..., list[Quantity]]


@pytest.fixture(scope="module")
def sums(marked: Callable[..., tuple[Article, Annotations]]) -> Sums:
    """A function from texts to the sums of money in them."""
    return lambda *texts: [q for text in texts for q in marked(text)[1].quantities if q.kind == "money"]


TOLD = ("The robbers took 2 million euros ($2.6 million; £1.7 million) in rings.", "The loot was worth €4m ($5.2m).")


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("Thieves stole £910,000 of gems.", "Thieves stole $2.5 million of gems.", "disjoint"),
        ("Thieves stole £910,000 of gems.", "Thieves stole $1.4 million of gems.", "compatible"),
        ("Thieves stole 3 million euros of gems.", "Thieves stole $3.9 million of gems.", "compatible"),
        ("Thieves stole 3 million euros of gems.", "Thieves stole £3 million of gems.", "disjoint"),
        # One currency is compared as it stands, whatever the rate.
        ("Thieves stole $2.5 million of gems.", "Thieves stole $2.6 million of gems.", "disjoint"),
        # A rate that no report tells.
        ("Thieves stole 300,000 yen.", "Thieves stole $2.6 million.", "incomparable"),
    ],
)
def test_sums_meet_at_the_rates_that_are_told(sums: Sums, one: str, other: str, outcome: str) -> None:
    rates = exchange_rates(sums(*TOLD))
    a, b = (rates.priced(q) for q in sums(one, other))
    assert compare_answers(a, b).outcome == outcome
    assert compare_answers(b, a).outcome == outcome


def test_no_conversion_no_rate(sums: Sums) -> None:
    found = sums("It cost $5 million.", "It cost 3 million euros.")
    rates = exchange_rates(found)
    assert [rates.priced(q) for q in found] == found


def test_conversions_that_stand_apart_give_no_rate(sums: Sums) -> None:
    rates = exchange_rates(sums("It cost 2 million euros ($2.6 million).", "It cost 2 million euros ($4 million)."))
    assert rates == Rates("EUR", {"EUR": (1.0, 1.0)})

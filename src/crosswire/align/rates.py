"""Exchange rates as a story's reports give them: "2 million euros ($2.6 million; £1.7 million)"."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.records import Quantity
from crosswire.text.numbers import expressions, last_digit
from crosswire.text.units import UNKNOWN_CURRENCY

# A rate told by several reports holds between the lowest and the highest; conversions that stand further apart than
# this are of two days, or mistaken, and give no rate.
SPREAD = 1.15


@dataclass(frozen=True, slots=True)
class Rates:
    """What one unit of each currency is worth in ``common``, from the lowest to the highest that the words allow."""

    common: str
    worth: Mapping[str, tuple[float, float]]

    def priced(self, money: Quantity) -> Quantity:
        """A sum with what it is worth in the common currency; as it was where no report tells the rate."""
        if money.kind != "money" or money.unit not in self.worth:
            return money
        low, high = self.worth[money.unit]
        return replace(money, worth=(self.common, money.low * low, money.high * high))


def exchange_rates(sums: Sequence[Quantity]) -> Rates:
    """Read the rates from sums that are given in two currencies. The common currency is that which most of them are
    converted from. A converted figure is rounded: "$2.6 million" may stand for 2.55 to 2.65."""
    told: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for money in sums:
        if money.kind != "money" or not money.value or money.unit == UNKNOWN_CURRENCY.name:
            continue
        for other in expressions(money):
            if other.kind == "money" and other.value and other.unit not in (money.unit, UNKNOWN_CURRENCY.name):
                half = last_digit(other.value) / 2
                found = (money.value / (other.value + half), money.value / (other.value - half))
                told[money.unit, other.unit].append(found)
    counts = Counter(common for (common, _), found in told.items() for _ in found)
    if not counts:
        return Rates("", {})
    common = min(counts, key=lambda unit: (-counts[unit], unit))
    worth = {
        unit: (min(low for low, _ in found), max(high for _, high in found))
        for (first, unit), found in sorted(told.items())
        if first == common
    }
    kept = {unit: (low, high) for unit, (low, high) in worth.items() if high <= SPREAD * low}
    return Rates(common, {common: (1.0, 1.0), **kept})

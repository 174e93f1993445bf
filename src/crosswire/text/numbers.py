"""Numbers for the rest of Crosswire: parse them from words, and compare two stated quantities."""

import re
from typing import Literal, NamedTuple

from crosswire.records import Quantity
from crosswire.text.numerals import Number, find_numbers, parse_number
from crosswire.text.units import currency_before, unit_after

__all__ = ["Comparison", "Number", "Outcome", "compare", "find_numbers", "parse_number"]

Outcome = Literal["same", "compatible", "disjoint", "incomparable"]

# Two exact figures in different units are each rounded from one measurement: "60 miles" for 100 km
# is 3.4 % short, "68 miles" for 110 km 0.5 %. Conversions printed in news stay within 5 %.
CONVERSION = 0.05
# A ton is 907 kg, 1,000 or 1,016 by country, which reports seldom tell.
TONS = 0.12
# A round figure (one digit and zeros, a hundred or more) stands for values up to this far off.
ROUND_FIGURE = 0.05
# Of sums in whole billions or trillions headlines leave out the rest: "$3B" for $3.2 billion.
BILLION = 1e9
ROUND_SUM = 0.1
CUT_SHORT = 1e5  # so much the last digit stands for, at least, where a figure is written with "million" and cut short


class Comparison(NamedTuple):
    """How two quantities stand to each other, and why in a few words."""

    outcome: Outcome
    reason: str


def compare(a: Quantity, b: Quantity) -> Comparison:
    """Compare two quantities as intervals with hedge, rounding and unit.

    ``same``: one value in one unit. ``compatible``: both can hold (hedge, rounding, conversion, a
    vague word). ``disjoint``: both cannot. ``incomparable``: of another kind, unit or noun. An
    amount given in two units is met by either of them, but where the first figures of both are in
    one unit they must hold together too: a conversion that was copied does not mend them."""
    first = _compare(_view(a), _view(b))
    if first.outcome == "disjoint" and a.unit == b.unit and not _near(_view(a), _view(b), CONVERSION):
        return first
    best: Comparison | None = None
    for left in (_view(a), *expressions(a)):
        for right in (_view(b), *expressions(b)):
            found = _compare(left, right)
            if best is None or _RANK[found.outcome] < _RANK[best.outcome]:
                best = found
    assert best is not None
    return best


_RANK: dict[Outcome, int] = {"same": 0, "compatible": 1, "disjoint": 2, "incomparable": 3}


class View(NamedTuple):
    """One expression of a quantity, in its own and in its base unit."""

    kind: str
    unit: str
    base_unit: str
    value: float | None
    low: float
    high: float
    base_low: float
    base_high: float
    hedge: str | None
    noun: str | None
    text: str


def _view(q: Quantity) -> View:
    return View(q.kind, q.unit, q.base_unit, q.value, q.low, q.high, q.base_low, q.base_high, q.hedge, q.noun, q.text)


def expressions(q: Quantity) -> list[View]:
    """The further expressions of an amount: in a second unit that the text gives, in its story's common currency."""
    found: list[View] = []
    for text in q.also:
        for number in find_numbers(text):
            sign = currency_before(text, number.start)
            named = unit_after(text, number.end)
            unit = sign[0] if sign else named[0] if named else None
            if unit is None or number.form == "ordinal":
                continue
            bounds = number.low, number.high
            base = unit.to_base(number.low), unit.to_base(number.high)
            found.append(View(unit.kind, unit.name, unit.base, number.value, *bounds, *base, q.hedge, q.noun, text))
            break
    if q.worth:
        common, low, high = q.worth
        found.append(View("money", common, common, None, low, high, low, high, q.hedge, q.noun, q.text))
    return found


def _kinds_meet(a: View, b: View) -> bool:
    """Whether two quantities measure the same kind of thing."""
    if a.base_unit == b.base_unit:
        return True
    return a.kind == b.kind == "count" and (_open_noun(a) or _open_noun(b))


def _open_noun(view: View) -> bool:
    """Whether what is counted is left open ("killing five") or is only called people."""
    return view.unit in ("person", "item")


def _compare(a: View, b: View) -> Comparison:
    if not _kinds_meet(a, b):
        return _apart(a, b)
    if a.kind == "score" or b.kind == "score":
        same = (a.low, a.high) == (b.low, b.high)
        return Comparison("same" if same else "disjoint", "same score" if same else "different score")
    if _overlap(a.base_low, a.base_high, b.base_low, b.base_high) and not _exclude(a, b):
        return _together(a, b)
    if a.unit != b.unit and _near(a, b, TONS if "ton" in (a.unit, b.unit) else CONVERSION):
        return Comparison("compatible", "unit conversion")
    if _rounds(a, b) or _rounds(b, a):
        return Comparison("compatible", "rounding")
    return Comparison("disjoint", f"{a.text.strip()} against {b.text.strip()}")


def _apart(a: View, b: View) -> Comparison:
    """Two quantities that do not measure one thing."""
    counts = a.kind == b.kind == "count" and a.value is not None and not (a.hedge or b.hedge)
    if counts and a.value == b.value:
        return Comparison("compatible", "same number, other noun")
    return Comparison("incomparable", "different unit" if a.kind == b.kind else "different kind")


def _together(a: View, b: View) -> Comparison:
    """Two quantities whose intervals meet: one value, or two that hedge or range let be one."""
    if a.unit == b.unit and a.value is not None and a.value == b.value:
        exact = a.hedge == b.hedge or (a.low, a.high) == (b.low, b.high)
        return Comparison("same", "same value") if exact else Comparison("compatible", "same value, other hedge")
    if a.value is None or b.value is None:
        same = (a.base_low, a.base_high) == (b.base_low, b.base_high)
        return Comparison("same", "same range") if same else Comparison("compatible", "within range")
    if a.hedge or b.hedge:
        return Comparison("compatible", "within hedge")
    return Comparison("same", "unit conversion" if a.unit != b.unit else "same value")


def _overlap(low: float, high: float, other_low: float, other_high: float) -> bool:
    """Whether two closed intervals share a value, up to the error of floating point."""
    slack = 1e-9 * max(1.0, *(abs(x) for x in (low, high, other_low, other_high) if x != float("inf")))
    return low <= other_high + slack and other_low <= high + slack


BELOW = frozenset(("less than", "fewer than", "under", "below", "lower than"))
ABOVE = frozenset(("more than", "over", "above", "in excess of", "higher than"))
UP_TO = frozenset(("up to", "as many as", "as much as", "at most", "no more than", "not more than"))
SHORT_OF = frozenset(("nearly", "almost", "just under", "a little under", "approaching"))


def _exclude(a: View, b: View) -> bool:
    """Whether two figures exclude each other although what their words allow meets: one is said to be more and the
    other less than one and the same figure, or more than one round figure and about the next ("more than 100,000",
    "about 200,000"): neither is a figure that the other allows."""
    if a.value is None or b.value is None or a.unit != b.unit:
        return False
    if a.value == b.value:
        return bool({a.hedge, b.hedge} & (BELOW | UP_TO) and {a.hedge, b.hedge} & ABOVE)
    over, other = (a, b) if a.hedge in ABOVE else (b, a)
    return (
        over.hedge in ABOVE
        and other.hedge is not None
        and other.hedge not in ABOVE | BELOW
        and (other.value or 0.0) >= over.high
        and not other.low <= over.low <= other.high
        and not (
            other.hedge in SHORT_OF and other.value == over.high
        )  # "more than five", "nearly six": five and a half
    )


def _near(a: View, b: View, share: float) -> bool:
    """Whether two intervals come within a share of the larger value."""
    gap = max(a.base_low - b.base_high, b.base_low - a.base_high)
    finite = [abs(x) for x in (a.base_high, b.base_high, a.base_low, b.base_low) if x != float("inf")]
    return gap <= share * max(finite)


def _rounds(fine: View, rough: View) -> bool:
    """Whether ``rough`` is ``fine`` rounded: to fewer decimals ("6.1" for 6.12, "$1.4 billion" for
    $1.375 billion), or to a round hundred or more ("2,000" for 1,947); or cut short ("$138 million" for $138.7
    million), which at three digits is less than a hundredth."""
    if fine.value is None or rough.value is None or fine.kind in ("ordinal", "age"):
        return False
    value, target = fine.value, rough.value
    if fine.unit != rough.unit:
        return False
    fine_digits, rough_digits = _significant(value), _significant(target)
    if fine_digits <= rough_digits or value == 0:
        return False
    step = last_digit(target)
    if step >= CUT_SHORT and rough_digits >= 3 and 0 < value - target < step:
        return True
    if step < 1 or (rough.value >= 1000 and rough_digits >= 2):
        return abs(value - target) <= step / 2 * (1 + 1e-9)
    if target >= 100:
        share = ROUND_SUM if fine.kind == "money" and step >= BILLION else ROUND_FIGURE
        return abs(value - target) <= min(step / 2, share * target)
    # "2 weeks" for 1.8 or "3" for 2.7: whole numbers of a measure stand for decimals, counts do not.
    # A half is a statement of its own: "two years" and "two and a half" differ.
    return fine.kind != "count" and value != int(value) and abs(value - target) < step / 2


def _digits(value: float) -> str:
    """A value as written, in full."""
    figure = f"{value:.10g}"
    return f"{value:.0f}" if "e" in figure else figure


def _significant(value: float) -> int:
    figure = _digits(value)
    digits = re.sub(r"\D", "", figure).lstrip("0")
    return max(1, len(digits if "." in figure else digits.rstrip("0")))


def last_digit(value: float) -> float:
    """The unit of the last significant digit of a value: trailing zeros of a whole number are none."""
    digits = _digits(value)
    if "." in digits:
        return float(10.0 ** -len(digits.split(".")[1]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10.0**zeros)

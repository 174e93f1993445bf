"""Comparing two quantities or times that are known to answer one question."""

import math
import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TypeVar, cast

from crosswire.records import Quantity, TimeExpression
from crosswire.text.dates import Relation, relation
from crosswire.text.numbers import Comparison, compare, last_digit
from crosswire.text.numerals import table
from crosswire.text.units import UNKNOWN_CURRENCY, unit_named

Value = TypeVar("Value", Quantity, TimeExpression)
REMEMBERED = 1 << 16  # pairs of values whose comparison is kept
# A vague word ("several", "dozens") has no sharp edge, and a writer who has no figure yet takes one: another figure
# clashes with it only when it lies this many times beyond ("several" were held, "at least 24" were).
VAGUE = 3.0
MORE_THAN_A_DOZEN = re.compile(r"(?:more than|over|well over) a dozen\b", re.IGNORECASE)
# ... but the words for large numbers ("hundreds", "hundreds of thousands") reach half as far again as they say already.
LARGE = 1e3


# A figure of so many digits is told finely; figures that differ by less than so much of the larger do not clash for it.
FINE = 3
SLIGHT = 0.02
# From here on a figure is written with a word for its scale ("1.2 million"), which a slip can change.
SCALED = 1e5
# Currencies that a bare "$" may stand for, so that "$5 million" and "A$5 million" can be one amount.
DOLLARS = frozenset(("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"))
# Words of a time that name an edge: two different ones of a kind can't both be it ("since 2003", "since 2005").
EDGES = frozenset(("since", "until", "till", "by", "from", "starting"))


def compare_answers(a: Quantity, b: Quantity) -> Comparison:
    """Compare two quantities that answer one question: as ``compare``, but two counts are
    compared whatever their nouns ("12 people" and "a dozen passengers"), and a vague word clashes
    only with what is far from it."""
    return _compare_quantities(unplaced(a), unplaced(b))


def unplaced(found: Value) -> Value:
    """A quantity or a time wherever it stands: a hundred reports write few different ones."""
    return cast("Value", _unplaced(found))


@lru_cache(REMEMBERED)
def _unplaced(found: Quantity | TimeExpression) -> Quantity | TimeExpression:
    return replace(found, start=0, end=0)


@lru_cache(REMEMBERED)
def _compare_quantities(a: Quantity, b: Quantity) -> Comparison:
    if a.kind == b.kind == "count":
        a, b = _one_rate(a, b)
        b = replace(b, noun=a.noun, unit=a.unit, base_unit=a.base_unit)
    found = compare(a, b)
    if found.outcome == "compatible" and _told_finer(a, b):
        return Comparison("disjoint", f"{a.text.strip()} against {b.text.strip()}")
    if found.outcome == "incomparable" and a.kind == b.kind == "money" and one_figure(a, b):
        return _currencies(a, b)
    if found.outcome == "disjoint" and (_vague(a) or _vague(b)) and _near(a, b):
        return Comparison("compatible", "a vague word near it")
    if found.outcome == "disjoint" and a.kind == b.kind == "duration" and a.unit != b.unit and _rounded(a, b):
        return Comparison("compatible", "rounded to the longer unit")
    return found


def one_figure(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are one figure of two sizes: another unit, currency or scale stands beside it ("25 years",
    "25 months"; "$7.3 million", "€7.3 billion"). Two figures of two things are seldom the same figure."""
    if a.kind != b.kind:
        return False
    if a.unit.partition("/")[2] != b.unit.partition("/")[2]:
        return False  # "$2 a share" and "$2" are of two things
    if a.unit != b.unit and a.kind != "count":
        return (a.value, a.low, a.high) == (b.value, b.low, b.high) and a.high < math.inf
    if not a.value or not b.value:
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return low >= SCALED and any(math.isclose(high, low * scale) for scale in (1e3, 1e6, 1e9))


def _currencies(a: Quantity, b: Quantity) -> Comparison:
    """One figure in two currencies: another amount, but for dollars whose country one report leaves out."""
    bare = any(re.match(r"\W*\$", q.text) for q in (a, b))
    if UNKNOWN_CURRENCY.name in (a.unit, b.unit) or (bare and a.unit in DOLLARS and b.unit in DOLLARS):
        return Comparison("compatible", "a currency left open")
    return Comparison("disjoint", f"{a.text.strip()} against {b.text.strip()}")


def _told_finer(a: Quantity, b: Quantity) -> bool:
    """Whether one of two figures is told so finely that the other, about or exact, is not what it rounds to: "some
    180,000" is no 188,000."""
    if a.value is None or b.value is None or a.kind != b.kind or a.kind == "age" or a.unit != b.unit:
        return False
    if not {a.hedge, b.hedge} - {None} <= set(table("hedges.toml")["before"]["about"]):
        return False
    apart, larger = abs(a.value - b.value), max(abs(a.value), abs(b.value))
    fine = max(len(_figures(x)) for x in (a.value, b.value)) >= FINE
    return fine and apart > SLIGHT * larger and apart > max(_step(a.value), _step(b.value)) / 2 * (1 + 1e-9)


def _figures(value: float) -> str:
    """The significant figures of a value as written."""
    digits = f"{value:.10g}".lstrip("-0.")
    return digits.replace(".", "") if "." in digits else digits.rstrip("0")


def _step(value: float) -> float:
    """What a value is rounded to, as written: a five at its end is as round as a nought."""
    return last_digit(value) * (5 if _figures(value).endswith("5") else 1)


def _vague(a: Quantity) -> bool:
    """Whether no figure is given at all: "dozens", "more than a dozen", not "60 to 90" or "3-2"."""
    if a.kind == "count" and MORE_THAN_A_DOZEN.match(a.text):
        return True
    return a.value is None and a.hedge != "range" and a.kind != "score" and not re.search(r"\d", a.text)


def _one_rate(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Two counts for each unit of time ("12 jets a year", "a jet a month") brought to the first's."""
    units = [unit_named(q.unit.partition("/")[2]) for q in (a, b)]
    if units[0] is None or units[1] is None or {u.kind for u in units if u} != {"duration"} or units[0] == units[1]:
        return a, b
    times = units[0].factor / units[1].factor
    value = b.value * times if b.value is not None else None
    # A month is no exact twelfth of a year, nor are such figures exact: a twentieth either way.
    low, high = 0.95 * b.low * times, 1.05 * b.high * times
    return a, replace(b, value=value, low=low, high=high, base_low=low, base_high=high, hedge=b.hedge or "about")


def _rounded(a: Quantity, b: Quantity) -> bool:
    """Whether two durations in different units are within a quarter of the longer unit: eight
    days are about a week, 40 days are not a month."""
    units = [abs(q.base_low / q.value) for q in (a, b) if q.value]
    return len(units) > 1 and abs(a.base_low - b.base_low) <= max(units) / 4


def _near(a: Quantity, b: Quantity) -> bool:
    low, high = (a, b) if a.base_high < b.base_low else (b, a)
    scale = VAGUE if low.base_high < LARGE else 1.0
    return high.base_low <= scale * max(low.base_high, 1.0)


def compare_times(a: TimeExpression, b: TimeExpression) -> Relation:
    """Compare two times of one happening: as ``relation``, but the same words with an assumed
    anchor or with none are the same ("Thursday" in reports of the same week), and one edge stated twice ("since
    July 24", "since July 20") is compared by its own day."""
    return _compare_times(unplaced(a), unplaced(b))


@lru_cache(REMEMBERED)
def _compare_times(a: TimeExpression, b: TimeExpression) -> Relation:
    told_late = a.hedge == "by" and {a.grain, b.grain} <= CLOCK  # "out by 6.40" was out by 7 as well
    if a.hedge == b.hedge and a.hedge in EDGES and not told_late:
        a, b = replace(a, hedge=None), replace(b, hedge=None)
    found = relation(a, b)
    if a.text.lower() == b.text.lower() and "stated" not in (a.basis, b.basis) and _assumed_apart(found, a, b):
        return "same"
    if found == "disjoint" and (_fiscal(a) != _fiscal(b) or _turned(a, b) or _turned(b, a)):
        return "unknown" if _turned(a, b) or _turned(b, a) or _within_fiscal(a, b) else found
    return found


def _assumed_apart(found: Relation, a: TimeExpression, b: TimeExpression) -> bool:
    """Whether only an assumed anchor, or none, keeps one wording of two reports from being one time."""
    return found == "disjoint" or "absent" in (a.basis, b.basis)


# A time that is told wrongly is seldom off by more than so many days, by the coarser grain of the two.
NEAR = {"day": 7, "part": 7, "hour": 7, "minute": 7, "second": 7, "week": 21, "month": 93, "quarter": 183, "year": 1098}
CLOCK = frozenset(("hour", "minute", "second"))


def near_times(a: TimeExpression, b: TimeExpression) -> bool:
    """Whether two times that cannot both hold may be one time told otherwise: days no more than a week apart, as days
    of the week always are, months no more than three, years no more than three. A year is near no day, and a vague part
    of a day ("late at night") none of its hours."""
    grains = {a.grain, b.grain}
    least, finest = (f(NEAR.get(x, 0) for x in grains) for f in (max, min))
    if not finest or (least == NEAR["year"] and finest <= NEAR["day"]) or ("part" in grains and grains & CLOCK):
        return False
    if a.first and b.first:
        return abs((datetime.fromisoformat(a.first) - datetime.fromisoformat(b.first)).days) <= least
    days = [re.match(r"(?:XXXX|\d{4})-(\d\d)(?:-(\d\d))?", x.value) for x in (a, b)]
    if not all(days):
        return any("-WXX-" in x.value for x in (a, b)) or least > NEAR["day"]
    first, second = (int(m[1]) * 31 + int(m[2] or 1) for m in days if m)
    return abs(first - second) <= least


# A business year may begin nine months before the calendar year of its number, or end three after.
FISCAL = (timedelta(days=276), timedelta(days=92))


def _fiscal(a: TimeExpression) -> bool:
    return re.search(r"\bfiscal\b|\bFY\s?\d|\bfinancial year", a.text, re.IGNORECASE) is not None


def _within_fiscal(a: TimeExpression, b: TimeExpression) -> bool:
    """Whether a business year and a calendar time may share a part, whenever that year begins."""
    year, other = (a, b) if _fiscal(a) else (b, a)
    if not (year.first and year.last and other.first and other.last):
        return True
    first, last = datetime.fromisoformat(year.first) - FISCAL[0], datetime.fromisoformat(year.last) + FISCAL[1]
    return first < datetime.fromisoformat(other.last) and datetime.fromisoformat(other.first) < last


def _turned(a: TimeExpression, b: TimeExpression) -> bool:
    """Whether a date in figures is the other one with day and month in turned order ("09/06/2025")."""
    m = re.match(r"(\d{4})-(\d\d)-(\d\d)$", a.value)
    return bool(m and "/" in a.text and f"{m[1]}-{m[3]}-{m[2]}" == b.value)

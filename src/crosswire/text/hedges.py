"""Hedges: the words around a number that say how loosely it is meant, and the interval they allow."""

import re
from dataclasses import dataclass
from functools import cache

from crosswire.text.numerals import Number, alternatives, table

INFINITY = float("inf")

# "About 20" is said of 18 to 22: a tenth either way. Rounded figures in news rarely stray further,
# and a wider band would hide real clashes ("about 20 minutes" against "about 25"). A small number
# is rounded to its last digit ("about 3", "about 2 million"), so half of that where it is more.
TOLERANCE = 0.10


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge found beside a number: the span of its words, and its kind as in hedges.toml."""

    start: int
    end: int
    text: str
    kind: str


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, str]]:
    words = table("hedges.toml")
    before = {w: kind for kind, phrases in words["before"].items() for w in phrases}
    after = {w: kind for kind, phrases in words["after"].items() for w in phrases}
    left = re.compile(rf"(?:(?<![\w-])(?:{alternatives(before)}))(?:\s+(?:the|an?|another))?\s*$", re.IGNORECASE)
    right = re.compile(rf"\s*-?(?:{alternatives(after)})(?![\w-])", re.IGNORECASE)
    return left, right, before, after


_REACH = 40  # characters to the left of a number that can hold the longest hedge of the table


def hedge_before(text: str, start: int) -> Hedge | None:
    """The hedge that ends where a number (or its currency sign) starts."""
    left, _, kinds, _ = _patterns()
    offset = max(0, start - _REACH)
    m = left.search(text[offset:start])
    if m is None:
        return None
    words = re.sub(r"\s+", " ", m.group().strip().lower())
    words = re.sub(r" (?:the|an?|another)$", "", words) if words not in kinds else words
    if words not in kinds:
        return None
    first = offset + m.start() + (len(m.group()) - len(m.group().lstrip()))
    return Hedge(first, first + len(words), words, kinds[words])


def hedge_after(text: str, end: int) -> Hedge | None:
    """The hedge that follows a number or its unit ("20 or so", "50-plus")."""
    _, right, _, kinds = _patterns()
    m = right.match(text, end)
    if m is None:
        return None
    words = re.sub(r"\s+", " ", m.group().strip(" -").lower())
    kind = kinds.get(words) or kinds.get("-" + words)
    return Hedge(m.start(), m.end(), words, kind) if kind else None


def widen(number: Number, kind: str | None) -> tuple[float, float]:
    """The interval [low, high] that a number allows under a hedge of a kind.

    about: a tenth either way (or half the last digit's unit). nearly: as far below, never above.
    just_over: as far above, never below. over: up to the next round figure. at_least: from the
    number on. up_to, under: from zero to the number. No hedge: the number's own bounds."""
    low, high = number.low, number.high
    slack = _slack(high, number.step)
    match kind:
        case "about":
            return max(0.0, low - _slack(low, number.step)), high + slack
        case "nearly":
            return max(0.0, low - slack), high
        case "just_over":
            return low, high + slack
        case "over":
            # "More than 26,000" is said of 26,214, not of 31,000: the writer cut to the last digit
            # that is not a zero, so it reaches to the next one ("more than 50" to 60), or a tenth.
            return low, high + max(TOLERANCE * abs(high), _last_digit(high, number.step))
        case "at_least":
            return low, INFINITY
        case "up_to" | "under":
            return 0.0, high
        case _:
            return low, high


def _slack(value: float, step: float) -> float:
    """How far "about" reaches: half of the last digit's unit, but no more than a quarter ("about a
    dozen" is not 17), or a tenth where that is more."""
    return max(TOLERANCE * abs(value), min(step / 2, abs(value) / 4))


def _last_digit(value: float, step: float) -> float:
    """The unit of a value's last digit that is not a zero: 1,000 for 26,000, 10 for 50."""
    unit = min(step, abs(value)) or 1.0
    while unit * 10 <= abs(value) and value % (unit * 10) == 0:
        unit *= 10
    return unit

"""Units of measurement and currencies: their names in text, and conversion to base units."""

import re
from dataclasses import dataclass
from functools import cache

from crosswire.text.numerals import alternatives, table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: canonical ``name``, the ``kind`` of quantity, and value × factor + offset = base."""

    name: str
    kind: str
    base: str
    factor: float
    offset: float = 0.0

    def to_base(self, value: float) -> float:
        """A value in this unit, in its base unit (SI, seconds, ratio; money stays as it is)."""
        return value * self.factor + self.offset


@cache
def _tables() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    """Units by lower-case word, by abbreviation, and currencies by symbol."""
    words: dict[str, Unit] = {}
    short: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    data = table("units.toml")
    for row in data["unit"]:
        unit = Unit(row["name"], row["kind"], row["base"], float(row["factor"]), float(row.get("offset", 0.0)))
        words.update(dict.fromkeys(row["words"], unit))
        short.update(dict.fromkeys(row["abbreviations"], unit))
    for code, names in data["currency"].items():
        unit = Unit("USD", "money", "USD", 0.01) if code == "cent" else Unit(code, "money", code, 1.0)
        words.update(dict.fromkeys(names["words"], unit))
        symbols.update(dict.fromkeys(names["symbols"], unit))
    return words, short, symbols


def _hyphenated(words: dict[str, Unit]) -> str:
    """The words, a space in them matching a hyphen too ("1,500-square-kilometer")."""
    return alternatives(words).replace(r"\s+", r"(?:\s?-\s?|\s+)")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words, short, symbols = _tables()
    after = re.compile(
        rf"(?P<gap>\s?[-–‑]\s?|\s*)(?:(?P<word>(?i:{_hyphenated(words)}))(?![a-z])|(?P<short>{alternatives(short)})(?![\w²³/]))"
    )
    before = re.compile(rf"(?<![A-Za-z])(?:{alternatives(symbols)})\s*[-–]?\s*$")
    return after, before


# A sign that a wrong encoding ate: the amount is money, in a currency that the text no longer tells.
UNKNOWN_CURRENCY = Unit("XXX", "money", "XXX", 1.0)
_LOST_SIGN = re.compile("\ufffd+$")


def unit_after(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit that follows a number ending at ``end``, and where the unit's words end."""
    words, short, _ = _tables()
    m = _patterns()[0].match(text, end)
    if m is None:
        return None
    if m["word"]:
        return words.get(m["word"].lower()) or words[re.sub(r"[\s-]+", " ", m["word"].lower())], m.end()
    return short[re.sub(r"\s+", " ", m["short"])], m.end()


def currency_before(text: str, start: int) -> tuple[Unit, int] | None:
    """The currency whose sign stands before a number at ``start``, and where the sign starts."""
    offset = max(0, start - 8)
    m = _patterns()[1].search(text[offset:start])
    if m is None:
        lost = _LOST_SIGN.search(text[offset:start])
        return (UNKNOWN_CURRENCY, offset + lost.start()) if lost else None
    return _tables()[2][re.sub(r"\s+", " ", m.group().strip(" -–"))], offset + m.start()


def unit_named(name: str) -> Unit | None:
    """A unit by one of its words ("miles") or abbreviations ("km")."""
    words, short, symbols = _tables()
    return words.get(name.lower()) or short.get(name) or symbols.get(name)

"""Numbers that belong together: ranges, scores, compound amounts, and one amount in two units."""

import re
from dataclasses import dataclass, replace

from crosswire.annotate.counted import words
from crosswire.records import Quantity
from crosswire.text.hedges import widen
from crosswire.text.numerals import Number, alternatives
from crosswire.text.units import Unit, currency_before, unit_after

HIDDEN = "\0"


@dataclass(frozen=True, slots=True)
class MaskedLine:
    """A line of an article from ``offset`` on, with what is not a quantity (dates, telephone
    numbers) masked by ``HIDDEN``, character for character."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity in the making: absolute span, number (offsets in its line), unit, hedge kind."""

    start: int
    end: int
    number: Number
    unit: Unit
    hedge: str | None
    noun: str | None
    hedge_text: str | None = None
    also: tuple[str, ...] = ()

    @property
    def bounds(self) -> tuple[float, float]:
        """The interval in the unit itself, after the hedge."""
        return widen(self.number, self.hedge)

    @property
    def base(self) -> tuple[float, float]:
        """The interval in the base unit."""
        low, high = self.bounds
        return self.unit.to_base(low), self.unit.to_base(high)


@dataclass(frozen=True, slots=True)
class Joined:
    """Two numbers read as one: a range ("40 to 80") or a score ("53-47")."""

    number: Number
    start: int
    is_range: bool
    is_score: bool


_TO = re.compile(r"(?:\s*-)?\s*(?:to|or|[-–—]|‑|and)\s*", re.IGNORECASE)
_SCORE_GAP = re.compile(r"\s?(?:[-–]|to|\s?-\s?to\s?-\s?)\s?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|an?\s+estimated\s+)?\S{0,3}$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|just\s+|nearly\s+)?\S{0,3}$", re.IGNORECASE)


def ranges(text: str, left: Number, right: Number) -> Joined | None:
    """The range or score that two neighbouring numbers make, or None where they are two amounts.

    "from 5 to 10" is a change, not a range; "5 and 10" is a range only after "between"."""
    if {"ordinal", "vague"} & {left.form, right.form} or _two_units(text, left, right):
        return None
    if left.value is None or right.value is None:
        return None
    gap = text[left.end : right.start]
    if _is_score(text, left, right, gap):
        value = Number(
            left.start, right.end, text[left.start : right.end], "digits", None, left.value, right.value, 1.0
        )
        value = replace(value, low=min(left.value, right.value), high=max(left.value, right.value))
        return Joined(value, left.start, False, True)
    unit = unit_after(text, left.end)
    end = unit[1] if unit else left.end
    sign = currency_before(text, right.start)
    gap = text[end : sign[1] if sign else right.start]
    m = _TO.fullmatch(gap)
    if m is None:
        return None
    word = gap.strip().lower()
    between = _BETWEEN.search(text[max(0, left.start - 40) : left.start])
    if (word == "and") != (between is not None):
        return None
    if word == "to" and _FROM.search(text[max(0, left.start - 30) : left.start]):
        return None
    if word == "or" and (left.form, right.form) == ("digits", "digits") and right.value > 2 * left.value:
        return None
    low, high = left.value, right.value
    scale = right.step if right.step >= 1000 else 1.0
    for factor in (1e12, 1e9, 1e6, 1e3):
        if right.step < 1 or scale < 1000:
            break
        if high % (factor / 1000) == 0 and high >= factor and low < 1000 and low < high / factor * 1.0001 and not unit:
            low *= factor
            break
    if not low < high:
        return None
    start = left.start
    if between:
        start = max(0, left.start - 40) + between.start()
    first_sign = currency_before(text, left.start)
    if first_sign:
        start = min(start, first_sign[1])
    number = Number(right.start, right.end, text[start : right.end], right.form, None, low, high, right.step)
    return Joined(number, start, True, False)


def _two_units(text: str, left: Number, right: Number) -> bool:
    """Whether the first figure has a unit that is not the second's: "fell by 6.4% to 54.10 crowns"."""
    first, second = unit_after(text, left.end), unit_after(text, right.end)
    return first is not None and first[1] <= right.start and (second is None or second[0] != first[0])


def _is_score(text: str, left: Number, right: Number, gap: str) -> bool:
    if (
        not _SCORE_GAP.fullmatch(gap)
        or left.form != "digits"
        or right.form != "digits"
        or "." in left.text + right.text
    ):
        return False
    if _is_bare(text, left, right, gap) and (_is_record(text, left, right) or _is_losing_record(text, left, right)):
        return True
    follow = re.match(
        rf"\s*(?:{alternatives(words()['score_words'])})\b", text[right.end : right.end + 20], re.IGNORECASE
    )
    verb = rf"\b(?:{alternatives(words()['score_verbs'])})\s*(?:was\s*)?$"
    before = re.search(verb, text[max(0, left.start - 20) : left.start], re.IGNORECASE)
    if follow:
        return True
    return before is not None and (left.value or 0) >= (right.value or 0) and unit_after(text, right.end) is None


_RECORD_GAP = re.compile(r"\s?[-–]\s?")


def _is_bare(text: str, left: Number, right: Number, gap: str) -> bool:
    """Whether nothing but a hyphen stands at two figures: no unit, no currency, no comma of thousands."""
    bare = unit_after(text, right.end) is None and currency_before(text, left.start) is None
    return bare and "," not in left.text and _RECORD_GAP.fullmatch(gap) is not None


def _is_record(text: str, left: Number, right: Number) -> bool:
    """Whether two figures with a hyphen are a score or a record ("lifted his record to 52-3"): ranges rise."""
    falls = (left.value or 0) >= (right.value or 0)
    small = (left.value or 0) < 1000 and len(right.text) <= 3
    alone = not text[left.start - 1 : left.start].strip("( ,[") and text[right.end : right.end + 1] not in ("/", "%")
    return falls and small and alone


_STOOD = re.compile(
    r"\b(?:fell|dropped|slipped|sank|improved?|rose|went|are|is|was|were|stands?|stood|starte?d?|opened|finished|"
    r"record)(?: (?:just|now|only|only just))?(?: (?:to|at|of|with an?))? $",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;)]|on\b|in\b|at\b|this\b|last\b|with\b|and\b|despite\b|since\b|over\b|for\b|$)")
GAMES = 200  # more in a season no record has


def _is_losing_record(text: str, left: Number, right: Number) -> bool:
    """Whether two figures with a hyphen that rise are what a side has won and lost, not a range: "the Gulls (5-10)",
    "fell to 2-6 at home"."""
    if (left.value or 0) + (right.value or 0) > GAMES:
        return False
    before, after = text[max(0, left.start - 30) : left.start], text[right.end : right.end + 12]
    if re.search(r"\b[A-Z][\w.]+ \( ?$", before):
        return re.match(r" ?[,)]", after) is not None
    return _STOOD.search(before) is not None and _ENDS.match(after) is not None


def third_part(text: str, score: Number, following: Number) -> Number | None:
    """A record with its draws ("45-7-2") where a third figure follows a score, else None."""
    if following.form != "digits" or following.value is None or "." in following.text:
        return None
    if _RECORD_GAP.fullmatch(text[score.end : following.start]) is None:
        return None
    low, high = min(score.low, following.value), max(score.high, following.value)
    return replace(score, end=following.end, text=text[score.start : following.end], low=low, high=high)


_SHARE_GAP = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+|each\s+)?", re.IGNORECASE)
# Wholes of which a share is told ("one in five", "six out of 10"); "two out of seven" counts things.
_WHOLES = frozenset((3, 4, 5, 6, 8, 10, 12, 20, 25, 50, 100, 1000, 10_000, 100_000))


def share(text: str, left: Number, right: Number) -> Number | None:
    """The share that two neighbouring numbers tell ("one in five voters"), or None."""
    gap = _SHARE_GAP.fullmatch(text[left.end : right.start])
    if gap is None or left.value is None or right.value not in _WHOLES or not 0 < left.value < right.value:
        return None
    if {left.form, right.form} - {"digits", "words"} or left.value != int(left.value) or left.value > 10 < right.value:
        return None
    explicit = "every" in gap.group().lower() or "each" in gap.group().lower()
    if "out" in gap.group().lower() and not (explicit or right.value >= 10):
        return None
    if unit_after(text, right.end) or not re.match(r"\s+(?!and\b|or\b|to\b)[a-z]+", text[right.end :]):
        return None
    value = left.value / right.value
    return Number(left.start, right.end, text[left.start : right.end], "fraction", value, value, value, 0.01)


_SUM_GAP = re.compile(r"(?:\s*|\s*-\s*|,?\s+and\s+|,\s*)")


def compound(drafts: list[Draft], text: str, offset: int) -> list[Draft]:
    """Join amounts of one measure in falling units: "6 feet 2 inches", "two hours and 15 minutes"."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if last is not None and _adds_to(last, draft, text[last.end - offset : draft.start - offset]):
            part = (draft.number.value or 0.0) * draft.unit.factor / last.unit.factor
            value = (last.number.value or 0.0) + part
            step = draft.number.step * draft.unit.factor / last.unit.factor
            number = replace(last.number, value=value, low=value, high=value, step=step)
            kept[-1] = replace(last, end=draft.end, number=number, noun=draft.noun or last.noun)
        else:
            kept.append(draft)
    return kept


def _adds_to(last: Draft, draft: Draft, gap: str) -> bool:
    same = last.unit.kind == draft.unit.kind and last.unit.kind in ("length", "duration", "mass", "age")
    falling = draft.unit.factor < last.unit.factor
    exact = last.number.value is not None and draft.number.value is not None and draft.hedge is None
    ratio = last.unit.factor / draft.unit.factor if same else 0.0
    fits = exact and (draft.number.value or 0) < ratio <= 60.5
    return same and falling and exact and fits and _SUM_GAP.fullmatch(gap) is not None


_OPEN = re.compile(r"\s*(?:[\(\[/]|,?\s*or\s|,|;|,?\s*equivalent\s+to\s)\s*(?:or\s+)?(?:an?\s+)?", re.IGNORECASE)
# Two expressions of one amount are rounded apart: "60 miles" for 100 km is 3.4 % off, "70 miles"
# for 110 km 2.4 %; money by the day's rate is told apart by its sign alone.
CONVERSION_SLACK = 0.15


def conversion(drafts: list[Draft], text: str, offset: int) -> list[Draft]:
    """Join an amount with its conversion: "100 kilometers (60 miles)", "2 million euros ($2.6 million)"."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        also = text[draft.start - offset : draft.end - offset].strip()
        if last is not None and (
            _converts(last, draft, text[last.end - offset : draft.start - offset])
            or _in_other_dollars(text[last.start - offset : last.end - offset], also, text[last.end - offset :])
        ):
            end = draft.end
            if "(" in text[last.start - offset : draft.start - offset] and text[end - offset : end - offset + 1] == ")":
                end += 1
            kept[-1] = replace(last, end=end, noun=last.noun or draft.noun, also=(*last.also, also))
        else:
            kept.append(draft)
    return kept


def _converts(last: Draft, draft: Draft, gap: str) -> bool:
    opened = _OPEN.fullmatch(gap)
    if opened is None or last.unit.name == draft.unit.name or last.unit.kind != draft.unit.kind:
        return False
    if last.unit.kind == "money":
        return "(" in gap or "/" in gap or "or" in gap.split() or (bool(last.also) and gap.strip() in (";", ","))
    if last.unit.kind not in ("length", "area", "mass", "volume", "speed", "temperature"):
        return False
    a, b = _middle(last), _middle(draft)
    return abs(a - b) <= CONVERSION_SLACK * max(abs(a), abs(b))


def _in_other_dollars(amount: str, also: str, behind: str) -> bool:
    """Whether an amount in dollars of a named land stands in those of the reader's own in brackets: "$US1 million
    ($1.5 million)"."""
    lands = [re.search(r"[A-Z]\$|\$[A-Z]", words) for words in (amount, also)]
    dollars = "$" in amount and also.startswith("$")
    return (
        dollars
        and (lands[0] is None) != (lands[1] is None)
        and re.match(rf"\s?\({re.escape(also)}", behind) is not None
    )


def _middle(draft: Draft) -> float:
    low, high = draft.number.low, draft.number.high
    return draft.unit.to_base((low + high) / 2)


def finished(draft: Draft, text: str) -> Quantity:
    """The record of a draft; the words are sliced from the article's text."""
    low, high = draft.bounds
    base_low, base_high = draft.base
    kind = draft.unit.kind
    return Quantity(
        draft.start,
        draft.end,
        text[draft.start : draft.end],
        kind,  # type: ignore[arg-type]
        draft.number.value,
        low,
        high,
        draft.unit.name,
        draft.hedge_text,
        draft.noun,
        base_low,
        base_high,
        draft.unit.base,
        draft.also,
    )

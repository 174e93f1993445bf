"""What measures a number: its unit, an age, a magnitude, a rate."""

import re

from crosswire.annotate.counted import Counter, words
from crosswire.annotate.quantity_joins import MaskedLine
from crosswire.text.numerals import Number, alternatives
from crosswire.text.units import Unit, unit_after, unit_named

YEAR = Unit("year", "age", "year", 1.0)
MAGNITUDE = Unit("magnitude", "magnitude", "magnitude", 1.0)
_OLD = re.compile(r"\s?-?\s?(years?|months?|weeks?|days?)\s?-?\s?olds?\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages|age\s+of|the\s+age\s+of)\s*(?:between\s*)?$", re.IGNORECASE)
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude[\s:-]*(?:of\s+)?$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(
    r"\s?[-–]?\s?magnitude\b|\s+(?:in|of)\s+magnitude\b|\s+on\s+the\s+(?:open-ended\s+)?(?:Richter|moment|magnitude|Mercalli)(?:[\s-]+magnitude)?(?:\s+scale)?",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:measur(?:ed|ing)|registered|registering|(?:aftershock|quake|tremor)s?\s+of)\s*(?:at\s+)?$", re.IGNORECASE
)
_QUAKE = re.compile(
    rf"\s*[-–]?\s*(?:[a-z]+\s+)?(?:{alternatives(['earthquake', 'quake', 'temblor', 'tremor', 'aftershock'])})s?\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s*(?:per|each|every|an?|/)\s+([a-z]+)\b|\s*-?\s*(?:a)\s*-?\s*(day|week|month|year)\b|/([a-z]+)\b", re.IGNORECASE
)
_HALF_A = re.compile(r"\bhalf\s+an?\s+|\bhalf\s?-\s?|\bquarter\s+of\s+an?\s+", re.IGNORECASE)


def unit_of(text: str, number: Number) -> tuple[Unit | None, int]:
    """The unit whose words follow a number, and where they end; None and the number\'s end without one."""
    old = _OLD.match(text, number.end)
    if old:
        word = old[1].lower().rstrip("s")
        measure = unit_named(word)
        years = measure.factor / 31_556_952 if measure else 1.0
        return Unit(word, "age", "year", years), old.end()
    magnitude = _MAGNITUDE_AFTER.match(text, number.end)
    if magnitude:
        return MAGNITUDE, magnitude.end()
    half = _HALF_A.match(text, number.start)
    if number.form == "fraction" and half:
        named = unit_after(text, half.end())
        if named and named[0].kind in ("duration", "length"):
            return named
    named = unit_after(text, number.end)
    if named is None:
        named = _unit_past_more(text, number.end)
    if named is None:
        return None, number.end
    unit, end = named
    if unit.name == "pound" and _is_sterling(text, number, end):
        return unit_named("£"), end
    if unit.kind == "money" and text[number.end : end].strip().lower() in ("won", "rand") and number.form == "words":
        return None, number.end
    return unit, end


_CONVERTED = re.compile(r"\s*[(/]\s*(?:about |around |some )?(?:US|A|C)?\s?[$€]|\s+(?:sterling|in cash)\b")
_NEAR = 40  # characters on either side whose words may tell money from weight


def _is_sterling(text: str, number: Number, end: int) -> bool:
    """Whether "pounds" are money: converted into money, a million or more of them of nothing that is weighed, or
    beside words of money. "500 pounds of rice" and "a 500-pound bomb" are weighed."""
    behind = text[end : end + _NEAR]
    if _CONVERTED.match(behind):
        return True
    if "-" in text[number.end : end]:
        return False
    of = re.match(r"\s+of\s+(?:[\w’'-]+\s+)?([\w’'-]+)", behind)
    if of:
        return any(w.lower() in words()["sterling"] for w in of.group().split())
    before = re.split(r"[.;:]", text[max(0, number.start - _NEAR) : number.start])[-1].lower().split()
    return number.low >= 1e6 or any(w in words()["sterling"] for w in before)


_MORE = re.compile(
    r"\s+(?:more|additional|extra|long|full|whole|consecutive|straight|short|further)(?=\s)", re.IGNORECASE
)


def _unit_past_more(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit after a word that may stand between ("five more minutes", "ten full days")."""
    m = _MORE.match(text, end)
    return unit_after(text, m.end()) if m else None


def age_or_magnitude(line: MaskedLine, number: Number, counter: Counter, start: int) -> tuple[Unit, int, int] | None:
    """The unit of a number that is an age or a magnitude by what stands around it, with its end and start."""
    text = line.text
    left = text[:start]
    value = number.value if number.value is not None else number.low
    m = _MAGNITUDE_BEFORE.search(left[-30:])
    if m and 0 <= value < 11:
        return MAGNITUDE, number.end, start - (len(left[-30:]) - m.start())
    if (
        number.step < 1
        and value < 11
        and number.form == "digits"
        and (_QUAKE.match(text, number.end) or _MEASURED.search(left[-30:]))
    ):
        return MAGNITUDE, number.end, number.start
    m = _AGED.search(left[-30:])
    if m and value < 120:
        return YEAR, number.end, start - (len(left[-30:]) - m.start())
    if number.form == "digits" and number.step == 1 and 0 < value < 115 and _stands_after_name(line, number, counter):
        return YEAR, number.end, number.start
    return None


def _stands_after_name(line: MaskedLine, number: Number, counter: Counter) -> bool:
    """Whether a bare figure is set off after a name or a person's noun ("Gomes, 61,"; "Gomes (61)")."""
    left, right = line.text[: number.start].rstrip(), line.text[number.end :].lstrip()
    opener = left[-1:]
    if opener not in (",", "(") or (
        right[:1] not in (",", ")", ";", "") and not re.match(r"\.(\s|$)|and\b|of\b", right)
    ):
        return False
    i = counter.before(line.offset + len(left) - 1)
    return i is not None and (counter.tokens[i].pos == "PROPN" or counter.tokens[i].text in ("Jr.", "Sr.", "II", "III"))


def rate_after(text: str, end: int) -> tuple[str, int] | None:
    """What an amount is per ("a barrel", "per month"), and where those words end."""
    m = _RATE.match(text, end)
    if m is None:
        return None
    word = next(g for g in m.groups() if g).lower()
    unit = unit_named(word)
    explicit = m.group().strip().lower().startswith(("per", "/"))
    if explicit or (unit is not None and unit.kind == "duration") or word in words()["per_words"]:
        return (unit.name if unit else word), m.end()
    return None

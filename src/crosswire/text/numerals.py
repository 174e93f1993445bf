"""Numbers in running text, in digits and in words: where they stand and what they name."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Form = Literal["digits", "words", "vague", "fraction", "ordinal"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written. ``value`` is None for a vague word ("dozens"); ``low``/``high`` bound
    what the words allow before any hedge (equal to the value for an exact number). ``step`` is
    the unit of the last digit written (0.1 million for "1.3 million"): what rounding can hide."""

    start: int
    end: int
    text: str
    form: Form
    value: float | None
    low: float
    high: float
    step: float


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML table that stands beside this module, read once."""
    return tomllib.loads(files("crosswire.text").joinpath(name).read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, a space matching any run of them."""
    return "|".join(re.escape(w).replace("\\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _words(section: str) -> dict[str, float]:
    return {word: float(value) for word, value in table("numerals.toml")[section].items()}


# A decimal that a tokeniser broke ("6. 1 - magnitude", "$2. 5 million") is joined only where what
# stands around it shows that a figure goes on; elsewhere ". 10" opens the next sentence.
_BEFORE = r"(?:(?<=agnitude\s)|(?<=agnitude-)|(?<=agnitude\s-\s)|(?<=agnitude\sof\s)|(?<=measured\s)|(?<=measuring\s))"
_AFTER = (
    r"(?=\s?(?:[-–]\s?[a-z]|%|°|(?:per\s?cent|pct|bn|m|million|billion|trillion|km|kms|miles?|feet|foot|ft|inch\w*|degrees?|points?|hours?|years?|"
    r"tons?|tonnes?|kgs?|kilo\w*|pounds?|lit\w+|met\w+|mag\w*|on\sthe\s|earthquake|quake|temblor|tremor)\b))"
)
_BROKEN = (
    r"(?:(?<=[$£€¥])|(?<=[$£€¥]\s))\d{1,3}\.\s\d{1,3}(?![\d,])",  # "$2. 5"
    _BEFORE + r"\d{1,2}\.\s\d(?![\d,])",
    r"\d{1,3}\.\s\d{1,2}" + _AFTER,
    r"\d{1,2}\.\s\d(?=[.,)])",
    r"\d{1,2}\.\s0(?![\d:/%]|\.\d)",  # no sentence opens with a lone 0
    r"(?:(?<=\baround\s)|(?<=\babout\s))\d\.\s\d(?!\d)",
)
# A space may have come behind the comma ("2, 000"), but there is none in "6-foot-9, 260 pounds".
_THOUSANDS = r"(?:\d{1,3}(?:,\d{3})+|(?<![-–])(?<![-–]\s)\d{1,3}(?:,\s?\d{3})+)(?!\d)(?:\.\d+)?"
_FIGURE = rf"(?:(?:{'|'.join(_BROKEN)})(?!,\d)|{_THOUSANDS}" + r"|\d+(?:\.\d+)?|\.\d+)"
_JOIN = r"(?:\s?[-–‑]\s?|\s+)"
# "m" and "b" also mean metre and byte: they scale a figure only beside money or a crowd.
_MILLIONS = re.compile(
    r"\s?[-–]?\s?(?:euros?|dollars?|pounds?|yuan|yen|rupees?|rubles?|roubles?|kronor|francs?"
    r"|people|users|viewers|customers|voters|homes|members|followers)\b"
)


@cache
def _patterns() -> re.Pattern[str]:
    small, tens = alternatives(_words("small")), alternatives(_words("tens"))
    below_hundred = rf"(?:(?:{tens})(?:{_JOIN}(?:one|two|three|four|five|six|seven|eight|nine))?|{small})\b"
    below_thousand = rf"(?:(?:{below_hundred}|an?){_JOIN}hundred(?:\s+(?:and\s+)?{below_hundred})?|{below_hundred})"
    big = alternatives(w for w in _words("scales") if w not in ("hundred", "dozen"))
    scale = rf"(?:{big}|hundred|dozen)s?\b"
    and_half = r"(?:\s+and\s+(?:a|one)\s+half|\s?-\s?and\s?-\s?a\s?-\s?half)\b"
    glyphs = "".join(table("numerals.toml")["glyphs"])
    mixed = rf"\d{{1,3}}(?:\s|\s?-\s?)[1-9]/[1-9]\d?(?![\w/])|\d{{1,3}}\s?[{glyphs}]"
    suffix = r"(?:\s?(?:mln|mn|mil|bn|bln|tn|trn)\b|(?:mm|[kmb])(?![\w²³/]))"
    of_scale = rf"(?:(?:an?|one)\s+(?:quarter|third)|three(?:\s?-\s?|\s+)quarters)\s+of\s+an?{_JOIN}{scale}"
    spelled = (
        rf"{of_scale}|"
        rf"(?:half(?:\s+an?)?|an?\s+half){_JOIN}{scale}"
        rf"|(?:{below_thousand}(?:{and_half})?|an?)(?:{_JOIN}(?:{big}|dozen)\b(?:\s+(?:and\s+)?{below_thousand}(?!\s+hundred))*)+"
        rf"|{below_thousand}(?:{and_half})?"
        rf"|an?\s+hundred\b|(?:hundred|thousand|dozen)\b(?=\s+[a-z]+s\b)"
    )
    fraction_words = alternatives(_words("fractions"))
    fraction = (
        rf"(?!{of_scale})"
        rf"(?:(?:one|two|three|four|five|six|seven|eight|nine)(?:\s?-\s?|\s+)(?:{fraction_words})s?\b(?!\s+(?:hundred|time|day|year)s?\b)"
        r"|an?\s+(?:third|quarter|half|fifth|tenth)\b(?=\s+(?:of|the|more|less|fewer|higher|lower|as)\b|\s*[,.;)])"
        rf"|(?<=between\s)half\b|half\b(?!\s+an?{_JOIN}{scale})(?=\s+(?:of|the|a|an|its|their|his|her|our|those|these|all|as|that|what)\b|\s*[,;)])"
        rf"|(?<![\w.,/])[1-9]/[1-9]0?(?![\w/])|[{glyphs}])"
    )
    vague_words = alternatives(table("numerals.toml")["vague"])
    vague = (
        rf"(?:several|a\s+few|the\s+last\s+few|few|a\s+couple(?:\s+of)?){_JOIN}(?:{big}|hundred|dozen)\b"
        rf"|(?:{vague_words})\b|(?<=past\s)few\b|(?<=last\s)few\b|(?<=next\s)few\b|(?<=first\s)few\b|(?<=coming\s)few\b"
    )
    ordinals = alternatives(_words("ordinals"))
    ordinal = rf"\d{{1,3}}(?:,\d{{3}})*(?:st|nd|rd|th)\b|(?:(?:{tens})\s?-\s?)?(?:{ordinals})\b"
    return re.compile(
        # "$US1 million": the letters of a currency stand between its sign and the figure.
        rf"(?:(?<!\w)|(?<=\$[AC])|(?<=\$(?:US|NZ|HK)))(?:(?P<vague>{vague})|(?P<fraction>{fraction})|(?P<mixed>(?:{mixed})(?:{_JOIN}{scale})?)"
        rf"|(?P<ordinal>{ordinal})"
        rf"|(?<!\d[.,:/])(?P<digits>{_FIGURE})(?![\d])(?P<suffix>{suffix})?(?P<half>{and_half})?(?P<scale>(?:{_JOIN}{scale})*)"
        rf"|(?P<words>{spelled}))",
        re.IGNORECASE,
    )


def _scale(word: str) -> float:
    return _words_cached("scales").get(word) or _words_cached("scales").get(word.removesuffix("s"), 1.0)


@cache
def _words_cached(section: str) -> dict[str, float]:
    return _words(section)


def _spelled(text: str) -> tuple[float, float]:
    """The value of a number in words, and its step: the scale that its last word names."""
    small, tens = _words_cached("small"), _words_cached("tens")
    total, current, step = 0.0, 0.0, 1.0
    part, of, whole = text.lower().partition(" of a")
    if of:
        value, step = _spelled("a" + whole)
        return value * _fraction(part), step / 100
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in small or word in tens:
            current, step = current + small.get(word, tens.get(word, 0.0)), 1.0
        elif word in ("a", "an"):
            current = current or 1.0 if "half" not in text.lower() else current
        elif word == "half":
            current, step = current + 0.5, 0.5
        elif word == "hundred":
            current, step = (current or 1.0) * 100, 100.0
        elif word in ("dozen", "dozens"):
            current, step = (current or 1.0) * 12, 12.0 * min(step, 1.0)
        elif (scale := _scale(word)) > 1:
            total, current, step = total + (current or 1.0) * scale, 0.0, scale * min(step, 1.0)
    return total + current, step


def _figure(digits: str) -> tuple[float, float]:
    """The value of a figure and the unit of its last digit."""
    plain = re.sub(r"[,\s]", "", digits)
    decimals = len(plain.split(".")[1]) if "." in plain else 0
    return float(plain), 10.0**-decimals


def _scales(text: str, match: re.Match[str], suffix: str) -> bool:
    """Whether a letter after a figure scales it ("$2m", "2m euros", "3M", "$20MM") or is a unit ("100m", "20mm")."""
    if suffix in "kKMB" or (len(suffix) > 1 and suffix.lower() != "mm"):
        return True
    money = text[: match.start()].rstrip()[-1:] in ("$", "£", "€", "¥", "₹", "₽", "₩")
    return money or _MILLIONS.match(text, match.end("suffix")) is not None


def _mixed(text: str) -> tuple[float, float]:
    glyphs = _words_cached("glyphs")
    head = re.match(r"(\d+)(?=\s?[^\d\s/])|(\d+)(?=\s?-?\s?\d+/)", text)
    whole = float(head.group()) if head and not re.match(r"\d+/", text) else 0.0
    slash = re.search(r"([1-9])/([1-9]\d?)", text)
    part = int(slash[1]) / int(slash[2]) if slash else sum(glyphs[c] for c in text if c in glyphs)
    value, step = whole + part, part
    for word in re.findall(r"[a-z]{2,}", text.lower()):
        value, step = value * _scale(word), step * _scale(word)
    return value, step


def _fraction(text: str) -> float:
    words = re.findall(r"[a-z]+", text.lower())
    if not words:
        return _mixed(text)[0]
    part = _words_cached("fractions").get(words[-1]) or _words_cached("fractions")[words[-1].removesuffix("s")]
    return _words_cached("small").get(words[0], 1.0) * part if len(words) > 1 else part


def _ordinal(text: str) -> float:
    figure = re.match(r"[\d,]+", text)
    if figure:
        return float(figure.group().replace(",", ""))
    words = re.findall(r"[a-z]+", text.lower())
    return _words_cached("tens").get(words[0], 0.0) * (len(words) > 1) + _words_cached("ordinals")[words[-1]]


def _vague(text: str) -> tuple[float, float]:
    phrase = " ".join(text.lower().split())
    ranges: dict[str, list[float]] = table("numerals.toml")["vague"]
    if phrase in ranges:
        return float(ranges[phrase][0]), float(ranges[phrase][1])
    words = phrase.replace("-", " ").split()
    low, high = (2.0, 3.0) if "couple" in words else ranges["several" if "several" in words else "a few"]
    scale = _scale(words[-1]) if words[-1] in table("numerals.toml")["scales"] else 1.0
    return low * scale, (high + (scale > 1)) * scale


_FIGURES = frozenset("0123456789.½⅓⅔¼¾⅕⅛")
_WORD = re.compile(r"[A-Za-z]+|(?<!\d)\d|(?<!\w)\.(?=\d)|[½⅓⅔¼¾⅕⅛]")


@cache
def _openers() -> frozenset[str]:
    """The words that can open a number: every other word is passed over without a look."""
    found = {"a", "an", "half", "few", "several", "the", "hundred", "thousand", "dozen"}
    for section in ("small", "tens", "ordinals", "vague"):
        found |= {word.split()[0] for word in table("numerals.toml")[section]}
    return frozenset(found)


def find_numbers(text: str) -> Iterator[Number]:
    """Every number in a text, from left to right: figures, words, fractions, ordinals, vague words.

    Figures survive a tokeniser's breaks ("20, 000", "6. 1 - magnitude"). Whether a number counts
    anything is not decided here: years, street numbers and "one" as a pronoun are given too."""
    reached = 0
    for word in _WORD.finditer(text):
        if word.start() < reached or not (word.group()[0] in _FIGURES or word.group().lower() in _openers()):
            continue
        m = _patterns().match(text, word.start())
        if m is None:
            continue
        start, end, words = m.start(), m.end(), m.group()
        reached = end
        if m["vague"]:
            low, high = _vague(words)
            yield Number(start, end, words, "vague", None, low, high, high - low)
        elif m["fraction"]:
            value = _fraction(words)
            yield Number(start, end, words, "fraction", value, value, value, 0.01)
        elif m["ordinal"]:
            value = _ordinal(words)
            yield Number(start, end, words, "ordinal", value, value, value, 1.0)
        else:
            if m["mixed"]:
                value, step = _mixed(words)
            elif m["digits"]:
                value, step = _figure(m["digits"])
                suffix = (m["suffix"] or "").strip()
                if suffix and _scales(text, m, suffix):
                    factor = table("numerals.toml")["suffixes"][suffix.lower()]
                    value, step = value * factor, step * factor
                elif suffix:
                    end = m.end("digits")
                    words = text[start:end]
                if m["half"]:
                    value, step = value + 0.5, 0.5
                for word in re.findall(r"[a-z]+", (m["scale"] or "").lower()):
                    value, step = value * _scale(word), step * _scale(word)
            else:
                value, step = _spelled(words)
            form: Form = "words" if m["words"] else "digits"
            yield Number(start, end, words, form, value, value, value, step)


def parse_number(text: str) -> Number | None:
    """The one number that a text consists of, or None when it is anything else."""
    stripped = text.strip()
    found = list(find_numbers(stripped))
    return found[0] if len(found) == 1 and (found[0].start, found[0].end) == (0, len(stripped)) else None

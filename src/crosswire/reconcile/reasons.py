"""The reason of a verdict, in one line that an editor understands."""

import re
from collections.abc import Mapping, Sequence

from crosswire.reconcile.additions import added
from crosswire.reconcile.elements import SPEAK
from crosswire.reconcile.judgement import Judgement
from crosswire.records import Account, Filler, PointKind, Quantity, Slot, TimeExpression
from crosswire.text.answers import compare_times
from crosswire.text.numbers import Comparison
from crosswire.text.syntax import Tree

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
WORDS = frozenset(NUMBERS) | frozenset(
    ("ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "a", "an")
    + ("the", "at", "about", "around", "nearly", "almost", "some", "several", "dozens", "hundreds", "thousands", "more")
    + (
        "less",
        "fewer",
        "over",
        "under",
        "just",
        "approximately",
        "only",
        "between",
        "up",
        "as",
        "early",
        "late",
        "last",
    )
)
"""Words that are written small within a sentence."""
WHOLE: tuple[PointKind, ...] = ("event", "polarity", "status")
"""Kinds of points that whole claims answer."""
NAMED = 3
"""Up to this many outlets are named; more are counted."""
SHOWN = 60
"""Characters of an answer that is shown in a reason."""
LOOSE = "They may tell of different things."
"""Said of what only perhaps belongs together."""

Outlets = Mapping[str, str]
"""The outlet of an article, by its id, where it is known."""


def reason(
    slot: Slot,
    judgement: Judgement,
    accounts: Sequence[Account],
    between: str | None,
    outlets: Outlets,
    texts: Mapping[str, str],
    trees: Mapping[str, Tree],
    asked: str,
    doubtful: bool,
) -> str:
    """Say why a point has its verdict: who tells what, then what explains it. ``texts`` and ``trees`` are those of the
    story's articles, by id; ``asked`` is the question; ``doubtful`` says that nothing in it surely belongs."""
    told = list(dict.fromkeys(c.article for a in accounts for c in a.claims))
    if judgement.verdict == "single":
        return f"Only {_reports(told, outlets)} tells this."
    if judgement.verdict == "agree":
        return _agreed(slot, judgement, accounts, told, outlets) + (f" {LOOSE}" if doubtful else "")
    if judgement.verdict == "compatible" and slot.kind == "event":
        if doubtful:
            return f"{LOOSE} Nothing in them clashes."
        more = added(slot, asked, texts, trees)
        return _sentence(_adding(*more, outlets) if more else judgement.reason)
    if judgement.verdict == "conflict" and judgement.clash and slot.kind not in WHOLE:
        said = [_says(accounts[i], between, outlets) for i in judgement.clash]
        if said[0].startswith("one report") and said[1].startswith("one report"):
            said[1] = said[1].replace("one report", "another", 1)
        return _sentence("; ".join(said) + _at_their_rate([judgement.accounts[i][1] for i in judgement.clash]))
    return _sentence(judgement.reason)


def _adding(who: Sequence[str], found: Sequence[str], outlets: Outlets) -> str:
    """Which reports add what."""
    shown = " and ".join(f"“{brief(text)}”" for text in found[:2])
    return f"{_reports(who, outlets)} {'adds' if len(who) == 1 else 'add'} {shown}; nothing clashes"


def _agreed(
    slot: Slot, judgement: Judgement, accounts: Sequence[Account], told: Sequence[str], outlets: Outlets
) -> str:
    """Who agrees, on what, and whether they are independent."""
    who = _reports(told, outlets)
    one = all(a.origins == 1 for a in accounts) and len(accounts) == 1 and len(told) > 1
    rest = ", from one origin" if one else ""
    if slot.kind in WHOLE:
        alike = judgement.reason if judgement.reason.startswith(SPEAK) else "tell it alike"
        return _sentence(f"{who} {'say the same' if slot.kind == 'event' else alike}{rest}")
    words = sorted({c.value for a in accounts for c in a.claims}, key=lambda w: (len(w), w))
    differ = [w for w in words if w.lower() != accounts[0].answer.lower()]
    wording = f" (also as “{brief(differ[0])}”)" if differ else ""
    return _sentence(f"{who} give {brief(accounts[0].answer)}{wording}{rest}")


def _at_their_rate(sides: Sequence[Sequence[Filler]]) -> str:
    """Where two sums in two currencies are held against each other: at whose rate."""
    sums = [f.filling for side in sides for f in side[:1] if isinstance(f.filling, Quantity) and f.filling.worth]
    return ", which differ at the rates that the reports give" if len({q.unit for q in sums}) > 1 else ""


def _says(account: Account, between: str | None, outlets: Outlets) -> str:
    """ "3 reports say 5.9 (Geological Survey)"; between speakers, "Halvik says 20 minutes"."""
    articles = list(dict.fromkeys(c.article for c in account.claims))
    speakers = {c.said_by[0] if c.said_by else None for c in account.claims}
    speaker = next(iter(speakers)) if len(speakers) == 1 else None
    answer = brief(account.answer)
    if speaker and speaker[:1].islower() and not re.match(r"(?:an?|the|one|two|some|several|his|her|their)\b", speaker):
        speaker = f"the {speaker}"
    if between == "speakers" and speaker:
        return f"{speaker} says {answer}"
    verb = "says" if len(articles) == 1 else "say"
    return f"{_reports(articles, outlets)} {verb} {answer}" + (f" ({speaker})" if speaker else "")


def _reports(articles: Sequence[str], outlets: Outlets) -> str:
    """The outlets by name where they are few and known, else how many reports."""
    names = [outlets[a] for a in articles if a in outlets]
    if len(names) == len(articles) <= NAMED and len(set(names)) == len(names):
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    count = NUMBERS[len(articles)] if len(articles) < len(NUMBERS) else str(len(articles))
    return f"{count} report{'s' if len(articles) != 1 else ''}"


def met_quantities(a: Quantity, b: Quantity, found: Comparison) -> str:
    """Why two figures that are not the same can both hold."""
    wide, narrow = (a, b) if (a.base_high - a.base_low) >= (b.base_high - b.base_low) else (b, a)
    inside = wide.base_low <= narrow.base_low and narrow.base_high <= wide.base_high
    covers = f"“{wide.text}” covers {narrow.text}" if inside else f"“{a.text}” and “{b.text}” meet as they are hedged"
    explained: dict[str, str] = {
        "within hedge": covers,
        "within range": covers,
        "rounding": f"{a.text} and {b.text} differ by rounding",
        "unit conversion": f"{a.text} is {b.text} in other units",
        "same value, other hedge": f"“{a.text}” and “{b.text}”: one number, hedged differently",
        "same number, other noun": f"“{a.text}” and “{b.text}”: one number, the things named differently",
        "a vague word near it": f"“{(a if a.value is None else b).text}” gives no exact figure",
    }
    return explained.get(found.reason, f"{a.text} and {b.text} can both hold: {found.reason}")


def met_times(a: TimeExpression, b: TimeExpression) -> str:
    """Why two times that are not the same can both hold."""
    found = compare_times(a, b)
    if a.text.lower() == b.text.lower():
        return f"“{a.text}” in both, placed by each report's own date"
    if a.value == b.value:
        return f"“{a.text}” and “{b.text}”: one date, written differently"
    if found in ("contains", "overlaps") and a.first and a.last and b.first and b.last:
        wide, narrow = (a, b) if a.first <= b.first and b.last <= a.last else (b, a)
        if (
            wide.first
            and narrow.first
            and wide.last
            and narrow.last
            and wide.first <= narrow.first <= narrow.last <= wide.last
        ):
            return f"“{narrow.text}” lies within “{wide.text}”"
        return f"“{a.text}” and “{b.text}” overlap"
    if a.first and a.last and b.first and b.last and (a.last <= b.first or b.last <= a.first):
        return f"“{a.text}” and “{b.text}” can be one time in two zones"
    loose = next((t for t in (a, b) if t.first is None), None)
    if loose is not None and found != "contains":
        return f"“{a.text}” and “{b.text}”: the report does not say enough to place “{loose.text}”"
    return f"“{a.text}” and “{b.text}” differ in precision only"


def brief(text: str, limit: int = SHOWN) -> str:
    """The text on one line, cut at a word; a figure in words as it stands in mid-sentence."""
    line = " ".join(text.split())
    if line.split("-")[0].split(" ")[0].lower() in WORDS:
        line = line[:1].lower() + line[1:]
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + "…"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."

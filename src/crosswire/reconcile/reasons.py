"""The reason of a verdict, in one line that an editor understands."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from crosswire.reconcile.judgement import Judgement
from crosswire.reconcile.printed import is_tag
from crosswire.records import Account, Argument, Claim, Filler, PointKind, Quantity, Slot, TimeExpression
from crosswire.text.answers import compare_times
from crosswire.text.names import word_set
from crosswire.text.numbers import Comparison

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

MOST_OF_A_NAME = 7
"""Words of a name with what describes it; what is longer is a clause."""
STEM = 4
"""Letters of a noun's lemma by which its plural is known."""
TELLING = 3
"""Longer words that a stretch has, to be shown as what one report adds."""
JOINING = frozenset(
    "with while which that this these those though when where what there they them their from into about after before "
    "could would should were have been than then because will some such also".split()
)
"""Words on which no such stretch begins or ends."""

REACH = 7
"""So many words a stretch is made longer by, at most, to be a whole phrase."""
ENDING = frozenset(
    "and or but who which that while when where after before as because since in at on during with from for about amid"
    " despite until if though although so".split()
)
"""Words before which a phrase may end."""
DETERMINERS = frozenset("a an the his her their its my our your this these those some any no".split())
LINKS = ENDING | frozenset(
    "to of by into over under between through against is are was were be been being has have had".split()
)
"""Words behind which a phrase begins, and on which none ends."""
WORD_BEFORE = re.compile(r"([$£€]?[\w’'.,%-]*[\w’'%])(?: - |[ -])$")
WORD_BEHIND = re.compile(r"(?: - |[ -])([$£€]?\w[\w’'%-]*(?:[.,]\d+)*)")

NO_NEWS = re.compile(
    r"\b(?:said|says|told|tells|according to|tweeted|wrote)\b|www|https?|\w/\w|\.\s?com\b", re.IGNORECASE
)
"""In a stretch of words: who spoke, and addresses; no report adds these."""

Outlets = Mapping[str, str]
"""The outlet of an article, by its id, where it is known."""


def reason(
    slot: Slot,
    judgement: Judgement,
    accounts: Sequence[Account],
    between: str | None,
    outlets: Outlets,
    texts: Mapping[str, str],
) -> str:
    """Say why a point has its verdict: who tells what, then what explains it. ``texts`` are those of the story's
    articles, by id."""
    told = list(dict.fromkeys(c.article for a in accounts for c in a.claims))
    if judgement.verdict == "single":
        return f"Only {_reports(told, outlets)} tells this."
    if judgement.verdict == "agree":
        return _agreed(slot, accounts, told, outlets)
    if judgement.verdict == "compatible":
        added = _added(slot, outlets, texts) if slot.kind == "event" else None
        return _sentence(added or judgement.reason)
    if judgement.verdict == "conflict" and judgement.clash and slot.kind not in WHOLE:
        said = [_says(accounts[i], between, outlets) for i in judgement.clash]
        if said[0].startswith("one report") and said[1].startswith("one report"):
            said[1] = said[1].replace("one report", "another", 1)
        return _sentence("; ".join(said) + _at_their_rate([judgement.accounts[i][1] for i in judgement.clash]))
    return _sentence(judgement.reason)


def _agreed(slot: Slot, accounts: Sequence[Account], told: Sequence[str], outlets: Outlets) -> str:
    """Who agrees, on what, and whether they are independent."""
    who = _reports(told, outlets)
    one = all(a.origins == 1 for a in accounts) and len(accounts) == 1 and len(told) > 1
    rest = ", from one origin" if one else ""
    if slot.kind in WHOLE:
        return _sentence(f"{who} {'say the same' if slot.kind == 'event' else 'tell it alike'}{rest}")
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


def _added(slot: Slot, outlets: Outlets, texts: Mapping[str, str]) -> str | None:
    """What some reports tell that the others lack, in their own words: figures, times and names, else the longest
    stretch of words that no other report has."""
    claims = [f.claim for f in slot.fillers]
    told: dict[tuple[str, ...], list[str]] = {}
    nothing_else = True
    for claim in (claim for claim in claims if not is_tag(claim)):
        others = [other for other in claims if other.article != claim.article]
        figures = _figures(claim, others)
        nothing_else = nothing_else and not figures
        for text in _nowhere(figures, others, texts) + _names(claim, others, texts):
            who = tuple(dict.fromkeys(c.article for c in claims if text.lower() in c.text.lower()))
            if who:
                told.setdefault(who, []).append(text)
    if not told and nothing_else:
        stretches = [(_stretch(c, [x for x in claims if x.article != c.article]), c.article) for c in claims]
        text, article = max(stretches, key=lambda pair: (not NO_NEWS.search(pair[0]), len(pair[0])))
        told = {(article,): [text]} if text and not NO_NEWS.search(text) else {}
    if not told:
        return None
    who, found = max(told.items(), key=lambda item: len(_apart(item[1])))
    shown = " and ".join(f"“{brief(text)}”" for text in _apart(found)[:2])
    return f"{_reports(who, outlets)} {'adds' if len(who) == 1 else 'add'} {shown}; nothing clashes"


def _stretch(claim: Claim, others: Sequence[Claim]) -> str:
    """The longest stretch of a claim's words of which no other claim has one, but for the little ones between; "" where
    that is not ``TELLING``, or nothing that another claim tells as well."""
    known = {word[:STEM] for other in others for word in re.findall(r"[^\W_]+", other.text.lower())}
    words = [(m.start(), m.end(), m.group().lower()) for m in re.finditer(r"[^\W_]+(?:[’'][^\W_]+)*", claim.text)]
    best, shared = (0, 0), False
    run: list[tuple[int, int, str]] = []
    for start, end, word in (*words, (0, 0, "")):
        if word and (len(word) < STEM or word[:STEM] not in known):
            run.append((start, end, word))
            continue
        shared |= bool(word)
        while run and (len(run[0][2]) < STEM or run[0][2] in JOINING):
            run.pop(0)
        while run and (len(run[-1][2]) < STEM or run[-1][2] in JOINING):
            run.pop()
        if sum(len(word) >= STEM for *_, word in run) >= TELLING:
            best = max(best, (run[0][0], run[-1][1]), key=lambda span: span[1] - span[0])
        run = []
    return rounded(claim.text, *best) if shared and best[1] else ""


def rounded(text: str, start: int, end: int) -> str:
    """A stretch of a text, made longer to where a phrase begins and ends: "suspended over" to "officers suspended over
    the fire"; "" where that is too far."""
    first = start
    for _ in range(REACH):
        before = WORD_BEFORE.search(text[:first])
        if before is None or before[1].lower() in LINKS:
            break
        first = before.start(1)
        if before[1].lower() in DETERMINERS:
            start = first
            break
    for _ in range(REACH):
        behind, last = WORD_BEHIND.match(text[end:]), text[start:end].split()[-1].lower()
        if behind is None or (behind[1].lower() in ENDING and last not in LINKS | DETERMINERS):
            break
        end += behind.end()
    else:
        return ""
    words = text[start:end].split(" ")
    while words and words[-1].lower() in LINKS | DETERMINERS | {"not"}:
        words.pop()
    return " ".join(words).rstrip(" ,;:–—-")


@cache
def titles() -> frozenset[str]:
    """Words before a name that tell no new name."""
    return word_set("titles") | word_set("honorifics")


def _apart(texts: Iterable[str]) -> list[str]:
    """Texts without those that another one holds."""
    kept = list(dict.fromkeys(texts))
    return [t for t in kept if not any(t != other and t.lower() in other.lower() for other in kept)]


def _figures(claim: Claim, others: Sequence[Claim]) -> list[str]:
    """The figures and times of a claim that none of the others has, in whatever words."""
    values = {q.value for other in others for q in other.quantities}
    days = {t.value for other in others for t in other.times}
    found = [
        counted
        for q in claim.quantities
        if q.kind != "ordinal" and q.value not in values and (counted := _counted(claim, q))
    ]
    return found + [t.text for t in claim.times if t.kind in ("date", "time") and t.value not in days]


def _nowhere(figures: Sequence[str], others: Sequence[Claim], texts: Mapping[str, str]) -> list[str]:
    """Those of a claim's figures and times that the reports of the others have nowhere; "now" tells nothing."""
    elsewhere = _texts(others, texts)
    told = (text for text in dict.fromkeys(figures) if text.lower() not in ("now", "today", "recently"))
    return [text for text in told if not re.search(rf"(?<!\w){re.escape(text.lower())}(?!\w)", elsewhere)]


def _names(claim: Claim, others: Sequence[Claim], texts: Mapping[str, str]) -> list[str]:
    """The names of a claim that the reports of the others have nowhere: whom one names another may only call "he"."""
    known = " ".join(other.text.lower() for other in others)
    names = {a.name for other in others for a in other.arguments if a.name}
    elsewhere = _texts(others, texts)
    found = []
    for argument in claim.arguments:
        words = re.findall(r"[^\W\d_]{3,}", argument.text)
        capitals = [w for w in words if w[0].isupper() and w.lower() not in titles()]
        opening = argument.name is None and capitals == words[:1]  # a capital that only begins the sentence
        if not capitals or opening or argument.name in names or len(words) > MOST_OF_A_NAME:
            continue
        if not _is_dateline(claim, argument) and not any(w.lower() in elsewhere for w in capitals):
            found.append(argument.text)
    return [text for text in dict.fromkeys(found) if text.lower() not in known and not NO_NEWS.search(text)]


def _texts(claims: Sequence[Claim], texts: Mapping[str, str]) -> str:
    """The texts of the claims' reports, in small letters."""
    return " ".join(texts.get(key, "").lower() for key in sorted({claim.article for claim in claims}))


def _counted(claim: Claim, quantity: Quantity) -> str | None:
    """A figure with what it counts, as far as it stands close behind; None where nothing tells what a bare small number
    counts."""
    if any(c.isdigit() for c in quantity.text) or " " in quantity.text:
        return quantity.text
    noun = re.escape((quantity.noun or "")[:STEM])
    found = re.search(rf"\b{re.escape(quantity.text)}\s+(?:[\w-]+\s+){{0,2}}{noun}\w*", claim.text) if noun else None
    return found.group() if found else None


def _is_dateline(claim: Claim, argument: Argument) -> bool:
    """Whether a name only says where a report was written: "TARN - The bridge ..."."""
    behind = claim.text[argument.end - claim.start :]
    return argument.start == claim.start and re.match(r"[^a-z]{0,24}(?:—|–|--| - )", behind) is not None


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

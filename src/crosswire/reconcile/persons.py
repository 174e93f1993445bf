"""What stands right beside a person's name: the age, and where the person lives."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.reconcile.judgement import Judgement, cut_to, group_fillers, shortest_first, told_by_article
from crosswire.reconcile.roles import Namebook
from crosswire.records import (
    Annotations,
    Argument,
    Article,
    Claim,
    Filler,
    Mention,
    Name,
    PointKind,
    Quantity,
    Signal,
    Slot,
)
from crosswire.text.gazetteer import compare_places, readings
from crosswire.text.publication import published_within

# "Ann Lee, 40", "Ann Lee (40", "Ann Lee, aged 40"; "40-year-old Ann Lee", "40-year-old miner Ann Lee".
BEHIND = re.compile(r",\s*(?:aged?\s+)?|\s*\(\s*(?:aged?\s+)?|\s+is\s+")
BEFORE = re.compile(r"(?:\s+(?!of\b|to\b|by\b|with\b|from\b|in\b|and\b|who\b)[\w'’]+){0,3}\s+")
# "Ann Lee, 40, of Sall", "Ann Lee, of Sall", "Ann Lee, who lived in Sall": behind a bare "of" may stand what somebody
# is of by office.
HOME = re.compile(
    r"(?:,\s*\(?\d\d\)?,?\s+of|,\s+of|(?:,\s*\d\d)?,?\s+who\s+live[sd]\s+in|\s+live[sd]\s+in)\s+(?=[A-Z])"
)
REACH = 40
MONTH = 31  # days


def told_of_people(
    slots: Sequence[Slot], names: Sequence[Name], articles: Sequence[Article], annotations: Mapping[str, Annotations]
) -> Iterator[tuple[Slot, Judgement]]:
    """Yield a conflict for each person of whom reports tell different ages or homes right beside the full name.

    A name is one question by itself, wherever it stands: an age or a home beside it needs no link of the claims. Ages
    clash where they are a year apart, or a slip of one digit or of the digits' order; others may be years apart in
    fact, or a father's and his son's, unless the reports are known to be of one month. Homes clash where they are two
    towns, or two places that no gazetteer knows. What a report gives both of, it tells apart itself. ``slots`` are the
    story's, whose event slots hold every claim; ``names`` its joined names."""
    book, claims = Namebook(names), told_by_article(slots)
    occurrence = {claim.id: home for told in claims.values() for claim, home in told}
    found: dict[tuple[str, PointKind], list[Filler]] = {}
    for article in articles:
        if notes := annotations.get(article.id):
            shortest = shortest_first(claims.get(article.id, ()))
            for name, kind, filler in _told(article, notes, shortest, book):
                found.setdefault((name, kind), []).append(filler)
    by_id = {article.id: article for article in articles}
    for (name, kind), fillers in sorted(found.items()):
        groups = group_fillers(fillers, lambda a, b: _text(a) == _text(b))
        pairs = [(i, j) for i in range(len(groups)) for j in range(i + 1, len(groups))]
        clash = next(((i, j) for i, j in pairs if _clash(groups[i], groups[j], by_id)), None)
        if clash:
            accounts = tuple((_shown(group[0]), group) for group in groups)
            left, right = (accounts[n][0] for n in clash)
            signal = Signal("told of one person beside the name", 1.0, 0.0, f"{left} / {right}")
            slot = Slot(occurrence[fillers[0].claim.id], kind, name, tuple(fillers), ())
            yield slot, Judgement("conflict", f"{left} against {right}.", accounts, (signal,), clash)


def unasked(
    found: Iterable[tuple[Slot, Judgement]], judged: Iterable[tuple[Slot, Judgement]]
) -> list[tuple[Slot, Judgement]]:
    """What of ``found`` is no conflict of ``judged`` already: none of those holds something of both its sides."""
    shown = [{_at(f) for f in slot.fillers} for slot, told in judged if told.verdict == "conflict"]
    return [
        (slot, own)
        for slot, own in found
        if not any(all(any(_at(f) in told for f in own.accounts[n][1]) for n in own.clash or ()) for told in shown)
    ]


def _at(filler: Filler) -> tuple[str, int]:
    """Where the answer of a filler stands."""
    return filler.claim.article, filler.filling.start if filler.filling else filler.claim.start


def asked_of_person(slot: Slot) -> str | None:
    """What a slot of this module asks; None for any other slot."""
    filling = slot.fillers[0].filling
    if slot.kind == "place" and isinstance(filling, Argument) and filling.role == "attribute":
        return f"Where did {slot.about} live"
    age = slot.kind == "quantity" and isinstance(filling, Quantity) and filling.kind == "age"
    return f"How old was {slot.about}" if age and slot.about[:1].isupper() and not slot.links else None


def _told(
    article: Article, notes: Annotations, claims: Sequence[Claim], book: Namebook
) -> Iterator[tuple[str, PointKind, Filler]]:
    """The ages and homes that an article tells beside full names, with the claim around each cut to the name and it."""
    named = [m for m in notes.mentions if m.form in ("name", "part")]
    places = {e.id for e in notes.entities if e.kind == "place"}
    at = {m.start: m for m in named if m.entity in places or readings(m.text)}
    ages = [q for q in notes.quantities if q.kind == "age" and q.value is not None and q.hedge is None]
    for mention in named:
        name = book.joined(article.id, mention.text)
        if name is None or " " not in name or book.kind(name) != "person":
            continue
        whole = " " in mention.text  # "Lee, 12" may be a son
        told: list[tuple[PointKind, Quantity | Argument]] = [
            ("quantity", age) for age in ages if whole and _is_beside(article.text, mention, age)
        ]
        match = HOME.match(article.text, mention.end)
        if match and (place := at.get(match.end())):
            told.append(
                ("place", Argument("attribute", place.start, place.end, place.text, place.text, None, place.text))
            )
        for kind, filling in told:
            start, end = min(mention.start, filling.start), max(mention.end, filling.end)
            if own := cut_to(article, notes, start, end, claims):
                yield name, kind, Filler(own, filling)


def _is_beside(text: str, mention: Mention, age: Quantity) -> bool:
    """Whether an age stands right behind a name, or before it with no more than what somebody is between."""
    if mention.end <= age.start <= mention.end + REACH:
        return BEHIND.fullmatch(text, mention.end, age.start) is not None
    if age.end <= mention.start <= age.end + REACH:
        return "-" in text[age.start : age.end] and BEFORE.fullmatch(text, age.end, mention.start) is not None
    return False


def _clash(one: Sequence[Filler], other: Sequence[Filler], articles: Mapping[str, Article]) -> bool:
    """Whether what two groups tell of one person cannot both hold, and no report tells both."""
    if {f.claim.article for f in one} & {f.claim.article for f in other}:
        return False
    p, q = one[0].filling, other[0].filling
    if isinstance(p, Quantity) and isinstance(q, Quantity) and p.value is not None and q.value is not None:
        near = [_in_one_month(a, b, articles) for a in one for b in other]
        return any(near) or (None in near and _slip(int(p.value), int(q.value)))
    if not (isinstance(p, Argument) and isinstance(q, Argument)):
        return False
    known = [bool(readings(x.text)) for x in (p, q)]
    lie = compare_places(p.text, q.text)
    shared = set(p.text.lower().split()) & set(q.text.lower().split())
    return lie in ("near", "apart") or (not any(known) and not shared)


def _slip(one: int, other: int) -> bool:
    """Whether one age may be the other mistaken: a year off, in one digit, or with its digits turned."""
    digits = [f"{age:02d}" for age in (one, other)]
    tens = digits[0][1:] == digits[1][1:]
    return abs(one - other) == 1 or tens or digits[0] == digits[1][::-1]


def _in_one_month(a: Filler, b: Filler, articles: Mapping[str, Article]) -> bool | None:
    """Whether two reports are of one month; None where it is not known."""
    windows = [published_within(articles[f.claim.article]) for f in (a, b)]
    if windows[0] is None or windows[1] is None:
        return None
    return abs((windows[0][0] - windows[1][0]).days) <= MONTH


def _text(filler: Filler) -> str:
    """What two fillers give alike: the years, or the place."""
    filling = filler.filling
    return f"{filling.value:g}" if isinstance(filling, Quantity) and filling.value else _shown(filler).lower()


def _shown(filler: Filler) -> str:
    assert filler.filling is not None
    return filler.filling.text

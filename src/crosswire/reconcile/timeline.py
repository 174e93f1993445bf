"""The story's dated happenings in order."""

from collections.abc import Iterable, Mapping, Sequence

from crosswire.records import Claim, Point, TimeExpression, TimelineEntry

# Before a time, these say that it bounds what happened.
BOUNDS = frozenset(("since", "until", "till", "before", "after", "from", "by"))

Dated = tuple[TimeExpression, Claim]


def timeline(points: Iterable[Point], claims: Iterable[Claim]) -> tuple[TimelineEntry, ...]:
    """One entry for each occurrence that two articles or more tell of and date: the time that
    most of them give, of those the narrowest, with the claim that gives it. In order of time,
    what begins together by what ends first; the same time and words stand once."""
    by_id = {claim.id: claim for claim in claims}
    entries: list[TimelineEntry] = []
    seen: set[object] = set()
    for point in points:
        if point.verdict == "single" or point.occurrence in seen:
            continue
        dated = _dated(point, by_id)
        if not dated:
            continue
        time, claim = _chosen(dated)
        entry = TimelineEntry(time.first, time.last, time.text, claim.text, point.id)
        seen.add(point.occurrence)
        if (entry.start, entry.end, entry.text) not in seen:
            seen.add((entry.start, entry.end, entry.text))
            entries.append(entry)
    return tuple(sorted(entries, key=lambda e: (e.start or "9999", e.end or "9999", e.point)))


def _dated(point: Point, claims: Mapping[str, Claim]) -> list[Dated]:
    """The times at which a point's claims place it, as far as they can be placed."""
    answers = [claims[a.claim] for account in point.accounts for a in account.claims if a.claim in claims]
    return [(time, claim) for claim in answers for time in claim.times if _placed(time) and _happens(claim, time)]


def _placed(time: TimeExpression) -> bool:
    """Whether a time is a stretch of a calendar: not "now", not a duration, not "every Monday"."""
    if time.kind not in ("date", "time") or "_REF" in time.value or time.grain == "none":
        return False
    return time.first is not None and time.last is not None and time.first < time.last


def _happens(claim: Claim, time: TimeExpression) -> bool:
    """Whether a claim says that something happened, or is planned to, at a time: not only since
    it, until it or from it on."""
    before = claim.text[: max(0, time.start - claim.start)].lower().split()
    bounded = bool(before) and before[-1] in BOUNDS
    return claim.polarity == "affirmed" and claim.status in ("actual", "planned") and not bounded


def _chosen(dated: Sequence[Dated]) -> Dated:
    articles: dict[tuple[str | None, str | None], set[str]] = {}
    for time, claim in dated:
        articles.setdefault((time.first, time.last), set()).add(claim.article)
    return min(dated, key=lambda d: (-len(articles[d[0].first, d[0].last]), _width(d[0])))


def _width(time: TimeExpression) -> int:
    order = ("second", "minute", "hour", "part", "day", "week", "month", "quarter", "year")
    return order.index(time.grain) if time.grain in order else len(order)

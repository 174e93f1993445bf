"""The story's dated happenings in order."""

from collections.abc import Iterable

from crosswire.records import Claim, Point, TimelineEntry


def timeline(points: Iterable[Point], claims: Iterable[Claim]) -> tuple[TimelineEntry, ...]:
    """One entry for each dated point that two articles or more tell of, by its first claim with a
    time that can be placed; in order of time, what can't be placed at the end."""
    by_id = {claim.id: claim for claim in claims}
    entries: list[TimelineEntry] = []
    seen: set[str] = set()
    for point in points:
        if point.verdict == "single" or point.occurrence in seen:
            continue
        dated = [
            (time, by_id[answer.claim])
            for account in point.accounts
            for answer in account.claims
            if answer.claim in by_id
            for time in by_id[answer.claim].times
            if time.kind in ("date", "time") and time.first
        ]
        if dated:
            time, claim = dated[0]
            seen.add(point.occurrence)
            entries.append(TimelineEntry(time.first, time.last, time.text, claim.text, point.id))
    return tuple(sorted(entries, key=lambda e: (e.start or "9999", e.end or "9999", e.point)))

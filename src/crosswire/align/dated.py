"""Which times of a claim say when it happened."""

import re

from crosswire.records import Annotations, Claim, TimeExpression
from crosswire.text.mentioned import mentioned

# "PORT SALL, Sept 3 (Borough Wire) - ": a report's own place and day, before its first claim.
DATELINE = re.compile(r"\s*\([^)]{2,40}\)\s*[-–—]|\s*[-–—]{1,2}\s")
PLACE = re.compile(r"[A-Z][A-Z .'-]+, ")
# "… in Port Tarn, …", "… in Sall"
HERE = re.compile(r"\s+in\s+[A-Z][^,;:.()]{1,40},\s*(?:or\s+)?")
THERE = re.compile(r"\s+in\s+(?:the\s+(?:\w+\s+){0,2})?[A-Z]")
DETERMINED = re.compile(r"\b(?:an?|the|his|her|its|their|this|that|[a-z]+['’]s)\s+$", re.IGNORECASE)
YEAR = re.compile(r"(?:[A-Z]\w+\.? )?(?:\d{1,2}, )?(?:19|20)\d\d")
# "Won 2019 Lowland Games", not "in 2019 Lowland won".
PLACED = re.compile(
    r"\b(?:in|since|by|until|till|from|of|for|during|to|through|between|after|before)\s+$", re.IGNORECASE
)


def dates(claim: Claim, time: TimeExpression, notes: Annotations) -> bool:
    """Whether a time of a claim may say when: it stands in no dateline, in no longer name ("Ordell Today") and before
    no thing's name or noun that it only tells apart from others."""
    before, after = claim.text[: max(0, time.start - claim.start)], claim.text[time.end - claim.start :]
    if (PLACE.match(before) and DATELINE.match(after)) or _told_elsewhere(claim, time, before, after):
        return False
    return not (_is_of_thing(time, before, after) or _is_in_name(claim, time, notes))


def _told_elsewhere(claim: Claim, time: TimeExpression, before: str, after: str) -> bool:
    """Whether a clock's time has just been told by the clocks of another place: "at 11 a.m. in Tarn, 9 p.m. on Monday
    in Sall". One moment is one answer, the first."""
    return time.kind == "time" and any(
        first.kind == "time"
        and first.end <= time.start
        and HERE.fullmatch(before[first.end - claim.start :])
        and THERE.match(after)
        for first in claim.times
    )


def _is_of_thing(time: TimeExpression, before: str, after: str) -> bool:
    """Whether a year, or a month of one, stands before a thing's name or noun ("a 2008 van", "the March 1967 flood"),
    and not when anything was done."""
    if YEAR.fullmatch(time.text) is None:
        return False
    determined = re.match(r"\s[A-Za-z]", after) is not None and DETERMINED.search(before) is not None
    return determined or (re.match(r"\s[A-Z]", after) is not None and bool(before) and PLACED.search(before) is None)


def _is_in_name(claim: Claim, time: TimeExpression, notes: Annotations) -> bool:
    """Whether a time without a figure is the end of a name."""
    if re.search(r"\d", time.text):
        return False
    return any(m.start < time.start and time.end <= m.end for m, _ in mentioned(claim, notes))

"""Times as intervals: what a TimeML value allows, and how two stated times stand to each other."""

import re
from calendar import monthrange
from datetime import datetime, timedelta
from typing import Literal

from crosswire.records import TimeExpression

Relation = Literal["same", "contains", "overlaps", "disjoint", "unknown"]
Interval = tuple[datetime, datetime]

_DAY = timedelta(days=1)
# Parts of a day as hours [from, to). News uses them loosely, so they overlap: "night" runs into
# the small hours of the next day, "evening" into the night, and "2 a.m." is "early in the morning".
PARTS = {
    "MO": (0, 12),
    "DT": (6, 18),
    "MI": (11, 14),
    "AF": (12, 18),
    "EV": (16, 24),
    "NI": (18, 30),
    "DA": (3, 8),
    "EM": (0, 6),
}
_SEASONS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 15)}


def _moment(year: int, month: int = 1, day: int = 1) -> datetime:
    """The start of a day, with months past December in the next year."""
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, day)


def interval(value: str) -> Interval | None:
    """The half-open interval of a fully placed TimeML date or time value, or None.

    "2018" is a year, "199" a decade, "2018-04" a month, "2018-W16" a week, "2018-W16-WE" its
    weekend, "2018-SU" a season, "2018-Q2" a quarter, "2018-04-17TEV" an evening, "2018-04-17T09:30"
    a minute. A value with X (a part unknown) or a reference ("PRESENT_REF") has no interval."""
    value = re.sub(r"(Z|[+-]\d\d:\d\d)$", "", value) if "T" in value else value
    try:
        return _of_years(value) or _of_months(value) or _of_days(value)
    except (ValueError, OverflowError):
        return None


def _of_years(value: str) -> Interval | None:
    """A year, a decade, a century, and the parts of a year that are not counted in months."""
    if re.fullmatch(r"\d{2,3}", value):
        length = 10 if len(value) == 3 else 100
        return _moment(int(value) * length or 1), _moment(int(value) * length + length)
    if m := re.fullmatch(r"(?:FY)?(\d{4})", value):
        return _moment(int(m[1])), _moment(int(m[1]) + 1)
    return None


def _of_months(value: str) -> Interval | None:
    """A month, quarter, half or season."""
    m = re.fullmatch(r"(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(SP|SU|FA|WI))", value)
    if m is None:
        return None
    if m[2]:
        first, last = int(m[2]), int(m[2]) + 1
    elif m[3]:
        first, last = 3 * int(m[3]) - 2, 3 * int(m[3]) + 1
    elif m[4]:
        first, last = 6 * int(m[4]) - 5, 6 * int(m[4]) + 1
    else:
        first, last = _SEASONS[m[5]]
    return _moment(int(m[1]), first), _moment(int(m[1]), last)


def _of_days(value: str) -> Interval | None:
    """A week, a weekend, a day, and what lies within one."""
    if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = datetime.fromisocalendar(int(m[1]), int(m[2]), 1)
        # A weekend is said from Friday evening on.
        return (monday + 4.75 * _DAY, monday + 7 * _DAY) if m[3] else (monday, monday + 7 * _DAY)
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?", value):
        return _clock(datetime(int(m[1]), int(m[2]), int(m[3])), m[4])
    return None


def _clock(day: datetime, time: str | None) -> Interval | None:
    if not time:
        return day, day + _DAY
    if time in PARTS:
        first, last = PARTS[time]
        return day + timedelta(hours=first), day + timedelta(hours=last)
    m = re.fullmatch(r"(\d\d)(?::(\d\d))?(?::(\d\d))?", time)
    if m is None:
        return None
    start = day + timedelta(hours=int(m[1]), minutes=int(m[2] or 0), seconds=int(m[3] or 0))
    return start, start + (timedelta(seconds=1) if m[3] else timedelta(minutes=1) if m[2] else timedelta(hours=1))


def zone_minutes(value: str) -> int | None:
    """Minutes east of UTC that a TimeML time value states, or None."""
    if "T" not in value:
        return None
    if value.endswith("Z"):
        return 0
    m = re.search(r"([+-])(\d\d):(\d\d)$", value)
    return (1 if m[1] == "+" else -1) * (int(m[2]) * 60 + int(m[3])) if m else None


def iso(moment: datetime) -> str:
    """A moment as the records write it: local, to the minute."""
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def month_days(year: int, month: int) -> int:
    """How many days a month has."""
    return monthrange(year, month)[1]


def duration_seconds(value: str) -> tuple[float, float] | None:
    """The bounds in seconds of a TimeML duration ("P2W", "PT90M"), with half a unit of slack for a
    rounded count; None for one without a count ("PXD")."""
    m = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)(DE|CE|[YMWDHS])", value)
    if m is None:
        return None
    unit = {"Y": 31_556_952, "W": 604_800, "D": 86_400, "H": 3600, "S": 1, "DE": 315_569_520, "CE": 3_155_695_200}
    seconds = 60 if (m[1], m[3]) == ("T", "M") else 2_629_746 if m[3] == "M" else unit[m[3]]
    count = float(m[2])
    return (count - 0.5) * seconds, (count + 0.5) * seconds


# ---------------------------------------------------------------- relation

_OPEN_LEFT = ("before", "by", "until", "till", "no later than")
_OPEN_RIGHT = ("after", "since", "from", "starting")


def _bounds(a: TimeExpression) -> Interval | None:
    if a.first is None or a.last is None:
        return None
    low, high = datetime.fromisoformat(a.first), datetime.fromisoformat(a.last)
    shift = zone_minutes(a.value)
    if shift is not None and 1 < low.year < 9999:
        low, high = low - timedelta(minutes=shift), high - timedelta(minutes=shift)
    if a.hedge in _OPEN_LEFT:
        low = datetime.min
    if a.hedge in _OPEN_RIGHT:
        high = datetime.max
    return low, high


def relation(a: TimeExpression, b: TimeExpression) -> Relation:
    """How the times of two expressions stand to each other.

    ``same``: one interval (or one value, or durations that a rounded count allows); ``contains``:
    one lies within the other; ``overlaps``: they share a part, or their hedges do; ``disjoint``:
    both cannot hold; ``unknown``: the words do not tell ("Tuesday" against "last week" with no
    date; "recently" against anything). Half-known values ("XXXX-05-06", a bare weekday, a bare
    clock time) are compared by the parts that both know."""
    if a.kind == "set" or b.kind == "set":
        return "same" if a.kind == b.kind and a.value == b.value else "unknown"
    if "duration" in (a.kind, b.kind):
        return _durations(a, b) if a.kind == b.kind else "unknown"
    left, right = _bounds(a), _bounds(b)
    if left is not None and right is not None:
        if _zones_differ(a, b):
            return _loosely(left, right)
        return _intervals(left, right)
    if a.value == b.value and "_REF" not in a.value and re.search(r"\d|W", a.value) and not (a.hedge or b.hedge):
        return "same"
    return _parts(a, b)


def _intervals(a: Interval, b: Interval) -> Relation:
    if a == b:
        return "same"
    if (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]):
        return "contains"
    return "overlaps" if a[0] < b[1] and b[0] < a[1] else "disjoint"


def _zones_differ(a: TimeExpression, b: TimeExpression) -> bool:
    """Whether one time states its zone and the other, a clock time too, does not."""
    return (zone_minutes(a.value) is None) != (zone_minutes(b.value) is None)


def _loosely(a: Interval, b: Interval) -> Relation:
    """Compare where a zone is unknown: local clocks stand up to 14 hours from UTC."""
    exact = _intervals(a, b)
    if exact in ("same", "contains", "overlaps"):
        return exact
    gap = max(a[0] - b[1], b[0] - a[1])
    return "disjoint" if gap > timedelta(hours=14) else "unknown"


def _durations(a: TimeExpression, b: TimeExpression) -> Relation:
    if a.value == b.value and "X" not in a.value:
        return "same"
    left, right = duration_seconds(a.value), duration_seconds(b.value)
    if left is None or right is None:
        return "unknown"
    if left[0] < right[1] and right[0] < left[1]:
        return "overlaps"
    if (a.hedge or b.hedge) and left[0] < right[1] * 1.2 and right[0] < left[1] * 1.2:
        return "overlaps"
    return "disjoint"


_FIELDS = ("year", "month", "day", "weekday", "clock")


def _fields(a: TimeExpression) -> dict[str, str]:
    """The calendar parts that a value fixes; a placed day also fixes its weekday."""
    value = a.value
    date, _, time = value.partition("T")
    fields: dict[str, str] = {}
    if m := re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?", date):
        parts = zip(("year", "month", "day"), m.groups(), strict=True)
        fields = {name: part for name, part in parts if part and "X" not in part}
        if len(fields) == 3:
            day = interval(date)
            if day:
                fields["weekday"] = str(day[0].isoweekday())
    elif m := re.fullmatch(r"(\d{4}|XXXX)-W(?:\d\d|XX)-(\d)", date):
        fields["weekday"] = m[2]
        if m[1] != "XXXX":
            fields["year"] = m[1]
    if time:
        fields["clock"] = re.sub(r"(Z|[+-]\d\d:\d\d)$", "", time)
    return fields


def _hours(clock: str) -> tuple[float, float] | None:
    if clock in PARTS:
        return float(PARTS[clock][0]), float(PARTS[clock][1])
    m = re.fullmatch(r"(\d\d)(?::(\d\d))?(?::\d\d)?", clock)
    if m is None:
        return None
    hour = int(m[1]) + int(m[2] or 0) / 60
    return hour, hour + (1 / 60 if m[2] else 1.0)


# "About nine" said of 8.45 or 9.15: half an hour either way.
_CLOCK_SLACK = 0.5


def _clocks(a: TimeExpression, b: TimeExpression, left: str, right: str) -> Relation:
    one, two = _hours(left), _hours(right)
    if one is None or two is None:
        return "unknown"
    zones = zone_minutes(a.value), zone_minutes(b.value)
    if None not in zones:
        shift = (zones[1] or 0) - (zones[0] or 0)
        two = (two[0] - shift / 60, two[1] - shift / 60)
    elif zones != (None, None):
        return "same" if one == two else "unknown"
    if one == two:
        return "same" if a.hedge == b.hedge else "overlaps"
    low, high = _loosen(one, a.hedge), _loosen(two, b.hedge)
    # The small hours belong to the night before as well as to the new day.
    for turn in (0.0, 24.0, -24.0):
        moved = (high[0] + turn, high[1] + turn)
        if (low[0] <= moved[0] and moved[1] <= low[1]) or (moved[0] <= low[0] and low[1] <= moved[1]):
            return "contains"
        if low[0] < moved[1] and moved[0] < low[1]:
            return "overlaps"
    return "disjoint"


def _loosen(hours: tuple[float, float], hedge: str | None) -> tuple[float, float]:
    if hedge is None:
        return hours
    if hedge in ("before", "by", "until", "shortly before", "just before"):
        return (hours[0] - (24 if hedge in ("before", "by", "until") else _CLOCK_SLACK), hours[0])
    if hedge in ("after", "since", "from", "shortly after", "just after"):
        return (hours[0], hours[1] + (24 if hedge in ("after", "since", "from") else _CLOCK_SLACK))
    return hours[0] - _CLOCK_SLACK, hours[1] + _CLOCK_SLACK


def _parts(a: TimeExpression, b: TimeExpression) -> Relation:
    left, right = _fields(a), _fields(b)
    shared = [f for f in _FIELDS if f in left and f in right]
    if not shared:
        return "unknown"
    calendar = [f for f in shared if f != "clock"]
    if any(left[f] != right[f] for f in calendar):
        if a.hedge in _OPEN_LEFT + _OPEN_RIGHT or b.hedge in _OPEN_LEFT + _OPEN_RIGHT:
            return "unknown"
        return _neighbours(left, right)
    if "clock" in shared:
        clocks = _clocks(a, b, left["clock"], right["clock"])
        return clocks if clocks != "same" or set(left) == set(right) else "contains"
    if not calendar:
        return "unknown"
    return "contains" if set(left) != set(right) else "overlaps" if a.hedge or b.hedge else "same"


def _neighbours(left: dict[str, str], right: dict[str, str]) -> Relation:
    """Two different days are disjoint, but for the night that runs from one into the next."""
    if {f for f in ("year", "month", "day") if f in left and f in right and left[f] != right[f]} == set():
        gap = (int(right["weekday"]) - int(left["weekday"])) % 7
        if (gap == 1 and left.get("clock") == "NI" and "clock" not in right) or (
            gap == 6 and right.get("clock") == "NI" and "clock" not in left
        ):
            return "unknown"
    return "disjoint"

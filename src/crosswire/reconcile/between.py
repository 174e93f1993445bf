"""Between whom a conflict stands: between reports, or between speakers."""

from collections.abc import Sequence
from typing import Literal

from crosswire.records import Filler


def between(left: Sequence[Filler], right: Sequence[Filler]) -> Literal["reports", "speakers"]:
    """Two accounts stand between speakers when each is said by somebody throughout, and nobody
    says both; else the reports themselves differ, in their own voice or of one speaker."""
    first, second = _speakers(left), _speakers(right)
    if first is None or second is None or first & second:
        return "reports"
    return "speakers"


def _speakers(fillers: Sequence[Filler]) -> frozenset[str] | None:
    names = [f.claim.said_by[0].name if f.claim.said_by else None for f in fillers]
    return None if None in names or not names else frozenset(n for n in names if n)

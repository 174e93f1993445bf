"""Who left it out, and whether that report could have known."""

from collections.abc import Collection, Sequence
from datetime import datetime

from crosswire.records import Article, Silence
from crosswire.text.publication import published_within


def silences(telling: Collection[str], articles: Sequence[Article]) -> tuple[Silence, ...]:
    """The articles (in order) without a claim for a point. One published after a report that
    tells could have known; one published before all of them could not have had it from them;
    None where the stated times do not order the two."""
    told = [published_within(a) for a in articles if a.id in telling]
    return tuple(Silence(a.id, _could_have_known(published_within(a), told)) for a in articles if a.id not in telling)


Window = tuple[datetime, datetime] | None


def _could_have_known(own: Window, told: Sequence[Window]) -> bool | None:
    known = [window for window in told if window]
    if own is None or not known:
        return None
    if any(last <= own[0] for _, last in known):
        return True
    if len(known) == len(told) and all(own[1] < first for first, _ in known):
        return False
    return None

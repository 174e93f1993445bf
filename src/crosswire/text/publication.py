"""When an article was published, as numbers that compare."""

from datetime import UTC, datetime, timedelta

from crosswire.records import Article

# Clocks run up to this far ahead of and behind UTC.
EASTMOST, WESTMOST = timedelta(hours=14), timedelta(hours=12)


def published_within(article: Article) -> tuple[datetime, datetime] | None:
    """The earliest and latest instant at which the article can have been published, by what its
    source states: a date or a time without a zone holds in any zone; None when nothing is stated."""
    if not article.published:
        return None
    try:
        moment = datetime.fromisoformat(article.published)
    except ValueError:
        return None
    if moment.tzinfo is not None:
        return moment, moment
    last = moment + timedelta(days=1) if _is_day(article.published) else moment
    return moment.replace(tzinfo=UTC) - EASTMOST, last.replace(tzinfo=UTC) + WESTMOST


def order(article: Article) -> tuple[bool, str, str, str]:
    """Sort key: by publication, undated last, then by source and id. A date alone stands after
    the times of that day: what came when is not known, and it should not pass for the first."""
    within = published_within(article)
    if within is None or article.published is None:
        return True, "", article.source, article.id
    if _is_day(article.published):
        return False, article.published + "T24", article.source, article.id
    moment = datetime.fromisoformat(article.published)
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return False, moment.isoformat()[:19], article.source, article.id


def _is_day(published: str) -> bool:
    return len(published) == len("2025-03-02")

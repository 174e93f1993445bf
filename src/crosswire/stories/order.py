"""When an article was published, as numbers that compare."""

from datetime import UTC, date, datetime, timedelta

from crosswire.records import Article


def published_within(article: Article) -> tuple[datetime, datetime] | None:
    """The earliest and latest instant at which the article can have been published, by what its
    source states: a date alone spans a day in every zone; None when nothing is stated."""
    if not article.published:
        return None
    try:
        if len(article.published) == 10:
            day = datetime.combine(date.fromisoformat(article.published), datetime.min.time(), UTC)
            return day - timedelta(hours=14), day + timedelta(hours=36)
        moment = datetime.fromisoformat(article.published)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
        return moment - timedelta(hours=14), moment + timedelta(hours=12)
    return moment, moment


def order(article: Article) -> tuple[bool, str, str, str]:
    """Sort key: by publication, undated last, then by source and id."""
    within = published_within(article)
    moment = "" if within is None else (within[0] + (within[1] - within[0]) / 2).astimezone(UTC).isoformat()
    return within is None, moment, article.source, article.id

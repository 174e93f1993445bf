"""The dossier: everything about a set of articles, as one record."""

from dataclasses import dataclass

from crosswire.records.article import Article, Unreadable
from crosswire.records.finding import StoryFindings


@dataclass(frozen=True, slots=True)
class Dossier:
    """``articles`` in order of publication then source; ``unreadable`` what gave none;
    ``stories`` the largest first."""

    articles: tuple[Article, ...]
    unreadable: tuple[Unreadable, ...]
    stories: tuple[StoryFindings, ...]

"""Programmes on which something was said: "on CBS's “Face the Port”", "told NBC's “Today”", "on “Meet the Press”"."""

import re
from functools import cache

from crosswire.annotate.citation_media import media, outlet_in
from crosswire.annotate.citation_scan import span
from crosswire.records import Article, Citation

REACH = 80  # characters before a programme in which a word tells that something was said there
_WORD = r"[A-Z0-9&][\w&'’.]*"
_TITLE = (
    rf"[\"“‘']{{1,2}}\s?(?P<show>{_WORD}(?:[ -](?:{_WORD}|of|the|and|in|at|on|to|with|for|a)){{0,6}})"
    r"[,.!?]?\s?[\"”’']{1,2}"
)
_TITLE_OWNED = rf"(?:['’]\s?s?|\s(?:news\s)?(?:program(?:me)?|show|series))?,?\s+{_TITLE}"
_ON = re.compile(r"\b(?:on|told|tells|telling|to|during|with|by|from|for)\s+(?:[\w'’.-]+\s+){0,3}$")
# What makes a title behind "on" that of a programme, and not of a book or a song.
_SPOKEN = re.compile(
    r"(?i)\b(?:sa(?:id|ys?|ying)|told|tells?|speak\w*|spoke|appear\w*|interview\w*|asked|argu\w+|claim\w*|guest|"
    r"defend\w*|announc\w+)\b[^.!?\n]*\bon\s+(?:[a-z]+(?:['’]s)?\s+){0,3}$"
)


@cache
def _owned() -> re.Pattern[str]:
    """An outlet with a programme of its own behind it."""
    outlets = "|".join(p.pattern for p in (media().listed, media().shaped))
    return re.compile(rf"(?P<outlet>{outlets}){_TITLE_OWNED}")


_BARE = re.compile(rf"(?<!\w){_TITLE}")


def shows(article: Article) -> list[Citation]:
    """The programmes on which an article says that something was said; one with its outlet is the outlet's."""
    text = article.text
    titles = list(_BARE.finditer(text))
    outlets = _owned().finditer(text) if titles else ()  # slow, and none where there is no title
    owned = [m for m in outlets if _ON.search(_before(text, m.start()))]
    bare = [m for m in titles if _SPOKEN.search(_before(text, m.start())) or _is_known(m["show"])]
    bare = [m for m in bare if not any(o.start() <= m.start() and m.end() <= o.end() for o in owned)]
    found = [span(text, *m.span(), [outlet_in(m["outlet"]) or m["outlet"]]) for m in owned]
    return found + [span(text, *m.span(), [m["show"].rstrip(",.")]) for m in bare]


def _is_known(title: str) -> bool:
    return media().shows.fullmatch(title.rstrip(",.")) is not None


def _before(text: str, at: int) -> str:
    """The words of the sentence before a place, within reach."""
    return re.split(r"[.!?]\s|\n", text[max(0, at - REACH) : at])[-1]

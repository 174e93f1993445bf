"""Whole reports that name another as their source: credit lines, agency datelines, bylines."""

import re

from crosswire.records import Annotations, Article
from crosswire.stories.quotes import inside
from crosswire.stories.words import words
from crosswire.text.origins import is_agency, same_outlet

# "Source: ANI", "Credit: Harbor Wire", "Via AFP"
CREDIT_LINE = re.compile(r"^\W*(?:sources?|credits?|via|text)\b\s*[:–—-]\s*(?P<name>[^|/;]{2,50}?)\W*$", re.IGNORECASE)
# "PORT ELLEN, March 2 (Harbor Wire) -", "(Harbor Wire) -"
DATELINE = re.compile(r"^(?:[A-Z][\w .,'’/-]{1,60})?\((?P<name>[A-Z][\w .'’&-]{1,40})\)\s*[-–—:]")
# Share of the body's words that one named outlet is said to have reported, from which it is the
# source of the whole: a rewrite puts nearly every sentence in its source's mouth.
WHOLE = 0.5


def credited(article: Article) -> tuple[str, ...]:
    """Names that the article's credit line, byline or dateline gives as the source of its text,
    in text order. The article's own outlet is not one."""
    names = []
    for line in article.lines:
        text = article.text[line.start : line.end]
        if line.kind in ("credit", "byline", "dateline") and (match := CREDIT_LINE.match(text)):
            names.append(match["name"])
        elif line.kind in ("credit", "byline") and is_agency(bare := re.sub(r"(?i)^\W*by\s+|\W+$", "", text)):
            names.append(bare)
        elif line.kind in ("body", "dateline") and (match := DATELINE.match(text)):
            names.append(match["name"])
    if article.author and is_agency(article.author):
        names.append(article.author)
    return tuple(name for name in dict.fromkeys(names) if not (article.outlet and same_outlet(name, article.outlet)))


def whole_source(article: Article, annotations: Annotations | None) -> tuple[str, str] | None:
    """The one outlet that all of the article is from, and the reason in words; else None."""
    names = credited(article)
    if len(names) == 1:
        return names[0], f"credits {names[0]}"
    if annotations is None:
        return None
    body = words(article, "body")
    spans: dict[str, list[tuple[int, int]]] = {}
    for said in annotations.attributions:
        for source in said.chain:
            if source.kind == "media" and not (article.outlet and same_outlet(source.name, article.outlet)):
                spans.setdefault(source.name, []).extend(said.contents)
    for name in sorted(spans):
        share = sum(inside(spans[name], word.start, word.end) for word in body) / max(1, len(body))
        if share >= WHOLE:
            return name, f"puts {share:.0%} of its words in the mouth of {name}"
    return None

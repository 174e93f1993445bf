"""What a page states about itself: JSON-LD, then OpenGraph and other meta tags, then <time>.

trafilatura and htmldate keep only the day of a date, so times with their zones are read here.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from crosswire.read.dates import iso, read_dates
from crosswire.read.tables import article_types, places

OUTSIDE = (
    "ancestor::*[self::aside or self::nav or self::footer or contains(@class,'related')"
    " or contains(@class,'comment') or contains(@id,'comment')]"
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page states. Times are ISO 8601 with their zone where one is given; ``language`` is
    a primary subtag."""

    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    modified: str | None
    address: str | None
    language: str | None
    notes: tuple[str, ...] = ()


def page_facts(tree: html.HtmlElement, address: str | None) -> PageFacts:
    """Read a page's metadata. ``address`` is where it was fetched, where it was."""
    linked, tags = _linked(tree), _meta(tree)
    where = address or _clean(tags.get("address")) or _first(tree.xpath("//link[@rel='canonical']/@href"))
    outlet = linked.get("outlet") or _clean(tags.get("outlet"))
    published = _when(linked.get("published"), tags.get("published"), _time(tree, "published"))
    modified = _when(linked.get("modified"), tags.get("modified"), _time(tree, "modified"))
    notes: tuple[str, ...] = ()
    if published is None and (published := _in_address(where)):
        notes = ("the day of publication is read from the page's address",)
    title = _headline(tree, _clean(tags.get("title")) or linked.get("title") or _window_title(tree))
    language = _first(tree.xpath("/html/@lang|/html/@xml:lang"))
    return PageFacts(
        title=_without_outlet(title, outlet),
        outlet=outlet or _host(where),
        author=_author(linked.get("author") or tags.get("author")),
        published=published,
        modified=modified,
        address=where if where and where.startswith(("http://", "https://")) else None,
        language=language.lower().split("-")[0] if language else None,
        notes=notes,
    )


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        if name and tag.get("content", "").strip():
            found.setdefault(name, tag.get("content").strip())
    return {field: next((found[n] for n in names if n in found), "") for field, names in places("meta").items()}


def _linked(tree: html.HtmlElement) -> dict[str, str]:
    """The facts of the first article in the page's JSON-LD."""
    things: list[dict[str, Any]] = []
    for script in tree.xpath("//script[contains(translate(@type,'LDJSON','ldjson'),'ld+json')]"):
        try:
            things.extend(_things(json.loads((script.text or "").strip().rstrip(";"), strict=False)))
        except (ValueError, RecursionError):
            continue
    ranked = [(rank, thing) for thing in things if (rank := _rank(thing)) is not None]
    article = min(ranked, key=lambda pair: pair[0])[1] if ranked else {}
    names = {thing.get("@id"): thing.get("name") for thing in things if thing.get("@id") and thing.get("name")}
    read = {
        "title": _text(article.get("headline")),
        "outlet": _named(article.get("publisher"), names),
        "author": _named(article.get("author") or article.get("creator"), names),
        "published": _text(article.get("datePublished") or article.get("dateCreated")),
        "modified": _text(article.get("dateModified")),
    }
    return {field: value for field, value in read.items() if value}


def _things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _things(item)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author"):
            if key in value:
                yield from _things(value[key])


def _rank(thing: dict[str, Any]) -> int | None:
    kinds, types = thing.get("@type"), article_types()
    known = [types.index(k) for k in (kinds if isinstance(kinds, list) else [kinds]) if k in types]
    return min(known) if known else None


def _named(value: Any, names: dict[Any, Any]) -> str:
    if isinstance(value, list):
        return ", ".join(name for item in value if (name := _named(item, names)))
    if isinstance(value, dict):
        return _text(value.get("name")) or _text(names.get(value.get("@id")))
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return (
        " ".join(html.fromstring(f"<i>{value}</i>").text_content().split()) if isinstance(value, str) and value else ""
    )


def _time(tree: html.HtmlElement, which: str) -> str | None:
    """The first <time datetime> that dates the article itself, not a comment or another story."""
    prop = "datePublished" if which == "published" else "dateModified"
    stated = tree.xpath(f"//*[@itemprop='{prop}']/@datetime|//*[@itemprop='{prop}']/@content")
    if stated:
        return str(stated[0])
    for mark in tree.xpath("//time[@datetime]"):
        around = " ".join(
            filter(
                None,
                (
                    mark.get("class"),
                    mark.get("itemprop"),
                    mark.getparent().get("class"),
                    mark.getparent().text_content()[:40],
                ),
            )
        ).lower()
        outside = mark.xpath(OUTSIDE)
        changed = re.search(r"updat|modif|edited", around) is not None
        if not outside and changed == (which == "modified"):
            return str(mark.get("datetime"))
    return None


def _when(*stated: str | None) -> str | None:
    for words in stated:
        if words:
            dates = read_dates(words)
            value = iso(words) or (dates[0].value if dates else None)
            if value:
                return value
    return None


def _in_address(address: str | None) -> str | None:
    found = (
        re.search(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)", urlsplit(address).path) if address else None
    )
    return iso(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}") if found else None


def _host(address: str | None) -> str | None:
    host = urlsplit(address).hostname if address and "://" in address else None
    return host.removeprefix("www.") if host else None


def _window_title(tree: html.HtmlElement) -> str | None:
    words = " ".join((tree.findtext(".//title") or "").split())
    parts = re.split(r"\s+[|–—·-]\s+", words)
    return (parts[0] if len(parts) > 1 and len(parts[0].split()) >= 3 else words) or None


def _headline(tree: html.HtmlElement, stated: str | None) -> str | None:
    """The headline that readers see, where the page's metadata has it in other words; else what
    the metadata states, which may be shortened or meant for search engines."""
    shown = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    if not stated:
        return max(shown, key=len, default=None) or None
    words = set(re.findall(r"\w+", stated.lower()))
    for line in shown:
        own = set(re.findall(r"\w+", line.lower()))
        if len(own) >= 3 and len(own & words) >= 0.5 * min(len(own), len(words)):
            return line
    return stated


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Cut the outlet's name off a headline's end: "Ferry sinks | Harbour Post"."""
    cut = re.fullmatch(r"(.{12,}?)\s+[|–—·-]\s+([^|]{2,40})", title or "")
    if cut and outlet:
        named, end = ("".join(re.findall(r"\w", words.lower())) for words in (outlet, cut[2]))
        return cut[1] if end.startswith(named) or named.startswith(end) else title
    return title


def _author(words: str | None) -> str | None:
    words = re.sub(r"^by\s+", "", " ".join((words or "").split()), flags=re.IGNORECASE)
    return words if words and not words.startswith(("http://", "https://")) else None


def _clean(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


def _first(found: Any) -> str | None:
    return next((str(item).strip() for item in found if str(item).strip()), None)

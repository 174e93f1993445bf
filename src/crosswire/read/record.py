"""One JSON article record, as trafilatura, news-please and fundus write them."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from crosswire.errors import UnreadableSource
from crosswire.read.dates import iso, read_dates
from crosswire.read.draft import Draft
from crosswire.read.lines import mark
from crosswire.read.tables import places
from crosswire.records import LineKind


def read_record(source: str, text: str, notes: tuple[str, ...] = ()) -> Draft:
    """Read one JSON record. Its title, where the text does not begin with it, becomes the first
    line. Raises UnreadableSource for broken JSON and for JSON that holds no article."""
    try:
        record = json.loads(text.lstrip("\ufeff"))
    except RecursionError:
        raise UnreadableSource(source, "broken JSON: nested too deeply") from None
    except ValueError as error:
        raise UnreadableSource(source, f"broken JSON: {str(error).splitlines()[0]}") from None
    if not isinstance(record, dict):
        raise UnreadableSource(source, "JSON, but not an article record: not an object")
    record = {**_inner(record), **record}
    blocks = list(_blocks(record))
    if not blocks:
        raise UnreadableSource(source, "JSON, but not an article record: no text, maintext or body in it")
    title = _words(record, "title")
    if title and _plain(title) not in _plain(blocks[0][0].lstrip().split("\n")[0]):
        blocks.insert(0, (title, "title"))
    return _draft(record, title, blocks, notes)


def _draft(
    record: dict[str, Any], title: str | None, blocks: list[tuple[str, LineKind | None]], notes: tuple[str, ...]
) -> Draft:
    text, given = "", []
    for words, kind in blocks:
        text += "\n\n" if text else ""
        if kind:
            given.append((len(text), len(text) + len(words), kind))
        text += words
    address = _words(record, "address")
    return Draft(
        text=text,
        lines=mark(text, given),
        outlet=_outlet(record),
        title=title,
        author=_words(record, "author"),
        published=_when(record, "published"),
        modified=_when(record, "modified"),
        address=address if address and address.startswith(("http://", "https://")) else None,
        declared=_words(record, "language"),
        notes=notes,
    )


def _inner(record: dict[str, Any]) -> dict[str, Any]:
    """What fundus keeps of the page: its addresses in ``html``, its outlet in ``html.source_info``."""
    page = record.get("html")
    if not isinstance(page, dict):
        return {}
    about = page.get("source_info")
    return {**page, **(about if isinstance(about, dict) else {})}


def _blocks(record: dict[str, Any]) -> Iterator[tuple[str, LineKind | None]]:
    """The record's text: one string as it is, or fundus's summary and sections block by block."""
    for key in places("record")["text"]:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            yield value, None
            return
        if isinstance(value, dict | list) and value:
            yield from _nested(value)
            return


def _nested(value: Any, kind: LineKind | None = None) -> Iterator[tuple[str, LineKind | None]]:
    if isinstance(value, str):
        words = " ".join(value.split())
        if words:
            yield words, kind
    elif isinstance(value, list):
        for item in value:
            yield from _nested(item, kind)
    elif isinstance(value, dict):
        yield from _nested(value.get("summary"))
        yield from _nested(value.get("headline"), "heading")
        yield from _nested(value.get("paragraphs"))
        yield from _nested(value.get("sections"))


def _words(record: dict[str, Any], field: str) -> str | None:
    for key in places("record")[field]:
        value = record.get(key)
        if isinstance(value, list):
            value = ", ".join(str(v.get("name") if isinstance(v, dict) else v) for v in value if v)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return None


def _outlet(record: dict[str, Any]) -> str | None:
    """The outlet's name, or the host of its address where no name is stated."""
    name = _words(record, "outlet") or _words(record, "address")
    host = urlsplit(name).hostname if name and name.startswith(("http://", "https://")) else None
    return host.removeprefix("www.") if host else name


def _when(record: dict[str, Any], field: str) -> str | None:
    for key in places("record")[field]:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            dates = read_dates(value)
            return iso(value) or (dates[0].value if dates else None)
    return None


def _plain(words: str) -> str:
    return " ".join(words.lower().split())

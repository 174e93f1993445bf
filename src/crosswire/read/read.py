"""From a capture's bytes to an article's text, or to the reason why there is none."""

import hashlib

from crosswire.errors import UnreadableSource
from crosswire.read.decode import binary_kind, decode
from crosswire.read.draft import Draft
from crosswire.read.plain import read_plain
from crosswire.read.record import read_record
from crosswire.read.tongue import english_or_reason
from crosswire.records import Article, Capture, Unreadable, content_id
from crosswire.settings import Settings

LONGEST = 1_000_000  # characters, some 170,000 words: a book, and more than the parser takes at once


def read(capture: Capture, settings: Settings) -> Article | Unreadable:
    """Read one capture. Gives the article, or in one line why it holds none: it is empty, too
    large, binary, broken, without an article, or not in English."""
    try:
        return _article(capture, _draft(capture, settings))
    except UnreadableSource as refusal:
        return Unreadable(refusal.source, refusal.reason)


def _draft(capture: Capture, settings: Settings) -> Draft:
    if len(capture.data) > settings.max_bytes:
        raise UnreadableSource(capture.source, f"larger than {settings.max_bytes:,} bytes")
    if not capture.data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableSource(capture.source, "empty")
    if kind := binary_kind(capture.data):
        raise UnreadableSource(capture.source, f"{kind}, not text")
    if capture.media_type == "text/html":
        from crosswire.read.page import read_page  # trafilatura takes most of a second to import

        return read_page(capture)
    try:
        text, notes = decode(capture.data, capture.charset)
    except UnicodeError:
        raise UnreadableSource(capture.source, "text in no known encoding") from None
    if len(text) > LONGEST:
        raise UnreadableSource(capture.source, f"too long for an article: {len(text):,} characters")
    if capture.media_type == "application/json":
        return read_record(capture.source, text, notes)
    return read_plain(text, notes)


def _article(capture: Capture, draft: Draft) -> Article:
    if not any(line.kind in ("body", "title") for line in draft.lines):
        raise UnreadableSource(capture.source, "no article in it: not one line of prose")
    language = english_or_reason(draft)
    if not language.english:
        raise UnreadableSource(capture.source, language.reason)
    digest = hashlib.sha256(capture.data).hexdigest()
    return Article(
        id=content_id("article", digest),
        source=capture.source,
        text=draft.text,
        outlet=draft.outlet,
        title=draft.title,
        author=draft.author,
        published=draft.published,
        modified=draft.modified,
        language="en",
        address=capture.address or draft.address,
        lines=draft.lines,
        digest=digest,
        notes=(*draft.notes, *language.notes),
    )

"""An HTML page to its article: the text by trafilatura, the facts from the page's own metadata."""

import logging
import re
from collections.abc import Iterator

import trafilatura
from lxml import etree, html

from crosswire.errors import UnreadableSource
from crosswire.read.decode import decode
from crosswire.read.draft import Draft
from crosswire.read.layout import ends_sentence
from crosswire.read.lines import fields, mark
from crosswire.read.pagefacts import PageFacts, page_facts
from crosswire.records import Capture, LineKind

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports on standard error what we report as records
META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
# trafilatura's own tags, and HTML's where it fell back on another extractor's tree
BLOCKS = frozenset(
    (
        *("head", "p", "item", "quote", "cell", "row", "list", "table", "body", "main", "code", "div", "section"),
        *("article", "li", "ul", "ol", "dl", "dd", "dt", "tr", "td", "blockquote", "pre"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
CONTINUES = re.compile(r"[a-z,.;:)]|['’](?:s|re|ll|ve|d)\b")
HEADS = frozenset(("head", "h1", "h2", "h3", "h4", "h5", "h6"))
BREAKS = ("lb", "br", "hr")


def read_page(capture: Capture) -> Draft:
    """Read an HTML page: its headline and its article's paragraphs, one a line, without menus,
    comments and captions. Raises UnreadableSource when the page holds no article."""
    try:
        source, notes = decode(capture.data, _stated_charset(capture))
    except UnicodeError:
        raise UnreadableSource(capture.source, "text in no known encoding") from None
    tree = _parse(source, capture.source)
    facts = page_facts(tree, capture.address)
    found = trafilatura.bare_extraction(source, url=capture.address, include_comments=False, with_metadata=False)
    if found is None or isinstance(found, dict) or found.body is None:
        raise UnreadableSource(capture.source, "an HTML page with no article in it")
    return _draft(capture, facts, _whole(_blocks(found.body)), notes)


def _stated_charset(capture: Capture) -> str | None:
    meta = META_CHARSET.search(capture.data[:4096])
    return capture.charset or (meta.group(1).decode("ascii") if meta else None)


def _parse(source: str, name: str) -> html.HtmlElement:
    """Parse markup that may state an encoding, which lxml refuses in a string of characters."""
    try:
        return html.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", source.lstrip("\ufeff")))
    except (etree.LxmlError, ValueError):
        raise UnreadableSource(name, "an HTML page with no article in it") from None


def _draft(capture: Capture, facts: PageFacts, blocks: list[tuple[str, str]], notes: tuple[str, ...]) -> Draft:
    title = facts.title or next((words for tag, words in blocks if tag == "head"), None)
    if title and not any(_same(title, words) for _, words in blocks[:3]):
        blocks = [("head", title), *blocks]
    text, given, seen = "", [], False
    for tag, words in blocks:
        text += "\n\n" if text else ""
        kind: LineKind | None = None
        if title and not seen and _same(title, words):
            kind, seen = "title", True
        elif tag == "head":
            kind = "heading"
        if kind:
            given.append((len(text), len(text) + len(words), kind))
        text += words
    lines = mark(text, given)
    if not any(line.kind == "body" and line.end - line.start >= 40 for line in lines):
        raise UnreadableSource(capture.source, "an HTML page with no article in it")
    stated = {field.name: field.value for field in reversed(fields(text, lines)) if field.value}
    return Draft(
        text=text,
        lines=lines,
        outlet=facts.outlet,
        title=title,
        author=facts.author or stated.get("author"),
        published=facts.published or stated.get("published"),
        modified=facts.modified or stated.get("modified"),
        address=facts.address,
        declared=facts.language,
        notes=(*notes, *facts.notes),
    )


def _same(left: str, right: str) -> bool:
    """Whether two headlines have the same words."""
    return re.findall(r"\w+", left.lower()) == re.findall(r"\w+", right.lower())


def _blocks(element: etree._Element, tag: str = "p") -> Iterator[tuple[str, str]]:
    """The blocks of trafilatura's tree in order: the tag that holds each, and its words."""
    run = element.text or ""
    for child in element:
        name = child.tag if isinstance(child.tag, str) else ""
        if name in BLOCKS or name in BREAKS:
            yield from _block(tag, run)
            run = ""
            if name in BLOCKS:
                yield from _blocks(child, "head" if name in HEADS else "p")
        elif name != "graphic":
            run += "".join(child.itertext())
        run += child.tail or ""
    yield from _block(tag, run)


def _whole(blocks: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put paragraphs together again that a link or an advertisement had broken in two."""
    joined: list[tuple[str, str]] = []
    for tag, words in blocks:
        if joined and joined[-1][0] == tag == "p" and not ends_sentence(joined[-1][1]) and CONTINUES.match(words):
            joined[-1] = (tag, joined[-1][1] + ("" if words[0] in "'’,.;:)" else " ") + words)
        else:
            joined.append((tag, words))
    return joined


def _block(tag: str, run: str) -> Iterator[tuple[str, str]]:
    words = " ".join(run.split())
    if words:
        yield tag, words

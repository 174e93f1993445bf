"""What was fetched and what was read from it: captures, articles, and what could not be read."""

from dataclasses import dataclass
from typing import Literal

LineKind = Literal[
    "body",  # prose that may hold claims
    "title",  # the article's own headline
    "heading",  # a headline or section heading in the middle of the text
    "byline",  # "By Ann Lee"
    "dateline",  # a line that only says where and when: "date 2025-03-02"
    "credit",  # "Source: ANI", "With reporting by ..."
    "caption",  # a picture's caption or credit
    "furniture",  # menus, "Leave a Reply", "You must be logged in", share buttons, related links
]


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes as fetched. ``source`` is the path or address as given (a record inside a
    container adds its place, ``dump.jsonl:3``). ``media_type`` is a guess from the name or the
    server (``text/plain``, ``text/html``, ``application/json`` for one article record).
    ``fetched_at`` is an ISO 8601 instant, or None for a local file. ``address`` is the final
    http(s) address where there is one."""

    source: str
    data: bytes
    media_type: str
    address: str | None = None
    fetched_at: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that gave no article, with the reason in one line."""

    source: str
    error: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or line of an article's text (offsets without the closing break; hard-wrapped
    lines of one paragraph are one Line) and what it is.
    Only ``body`` lines (and ``title``, as context) may hold claims."""

    start: int
    end: int
    kind: LineKind


@dataclass(frozen=True, slots=True)
class Article:
    """The text read from a capture. Offsets everywhere count Unicode code points of ``text``.
    ``published`` and ``modified`` are ISO 8601 (date, or date-time with zone) as stated by the
    source, never assumed; None when nothing states them. ``lines`` covers every non-blank line.
    ``digest`` is the SHA-256 of the capture's bytes, the end of every trail."""

    id: str
    source: str
    text: str
    outlet: str | None
    title: str | None
    author: str | None
    published: str | None
    modified: str | None
    language: str | None
    address: str | None
    lines: tuple[Line, ...]
    digest: str
    notes: tuple[str, ...] = ()

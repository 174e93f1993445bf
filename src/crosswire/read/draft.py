"""What the three readers (page, record, plain text) hand to ``read``."""

from dataclasses import dataclass

from crosswire.records import Line


@dataclass(frozen=True, slots=True)
class Draft:
    """An article's text, lines and stated facts, before its language is known. ``declared`` is
    the language that the page or record states."""

    text: str
    lines: tuple[Line, ...]
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    address: str | None = None
    declared: str | None = None
    notes: tuple[str, ...] = ()

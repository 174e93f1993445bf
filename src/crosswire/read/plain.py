"""Plain text and Markdown: the file's own characters, verbatim, with its lines marked."""

import re

from crosswire.read.draft import Draft
from crosswire.read.lines import fields, mark
from crosswire.records import LineKind


def read_plain(text: str, notes: tuple[str, ...] = ()) -> Draft:
    """Read a plain text. Its title, outlet, author and times are those that its own header and
    footer lines state; nothing is added and no character changed."""
    lines = mark(text, front_matter(text))
    stated: dict[str, str] = {}
    remarks = list(notes)
    for field in fields(text, lines):
        if field.value:
            stated.setdefault(field.name, field.value)
        elif field.name in ("published", "modified"):
            remarks.append(f"the date in {field.words!r} can be read in two ways, so it is left open")
    title = next((text[line.start : line.end] for line in lines if line.kind == "title"), None)
    return Draft(
        text=text,
        lines=lines,
        outlet=stated.get("outlet"),
        title=stated.get("title") or (title and re.sub(r"\s+", " ", title).strip("#*_ ").strip('"')),
        author=stated.get("author"),
        published=stated.get("published"),
        modified=stated.get("modified"),
        address=stated.get("address"),
        notes=tuple(remarks),
    )


def front_matter(text: str) -> list[tuple[int, int, LineKind]]:
    """The spans of a Markdown file's YAML header that are no fields of their own: its fences."""
    found = re.match(r"\ufeff?(---)[ \t]*\r?\n(?:.*\r?\n){1,40}?(---)[ \t]*(?:\r?\n|\Z)", text)
    return [(*found.span(1), "furniture"), (*found.span(2), "furniture")] if found else []

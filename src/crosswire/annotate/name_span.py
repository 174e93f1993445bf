"""A place in the text that names something, before names are joined."""

from dataclasses import dataclass

from crosswire.records import NameKind


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A span that names something: ``name`` is tidy and without ``title``, which stood before it."""

    start: int
    end: int
    text: str
    name: str
    kind: NameKind
    title: str | None
    government: bool = False

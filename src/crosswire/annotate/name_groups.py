"""What the names stage gathers for one entity."""

from collections import Counter as Tally
from dataclasses import dataclass, field
from typing import Literal

from crosswire.annotate.name_span import NameSpan

Form = Literal["name", "part", "role", "acronym", "pronoun", "nationality"]


@dataclass(slots=True)
class Group:
    """The spans that one entity has gathered so far."""

    key: str
    kinds: Tally[str] = field(default_factory=Tally)
    forms: Tally[str] = field(default_factory=Tally)
    titles: set[str] = field(default_factory=set)
    spans: list[tuple[NameSpan, Form]] = field(default_factory=list)

    @property
    def tokens(self) -> list[str]:
        """The words of its fullest form, plain."""
        return self.key.split()

"""How likely two figures that cannot both hold answer one question."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from crosswire.align.bearing import bearings
from crosswire.align.figures import SIDES, likelihood, surroundings
from crosswire.align.held import Held, LazyLink
from crosswire.claims import extract
from crosswire.ports import Vectors
from crosswire.records import Annotations, Article, Link

Marker = Callable[..., tuple[Article, Annotations]]
LINK = LazyLink(0.5, lambda: Link("a", "b", 0.5, ()))


def held(marked: Marker, text: str, name: str) -> Held:
    """The first quantity of a text's claims."""
    article, notes = marked(text, name)
    claim = next(c for c in extract(article, notes) if c.quantities)
    quantity = claim.quantities[0]
    return Held(claim, quantity, bearings(article, notes)[quantity.start], people_of(claim.text), rows(1, 2, 3, 4))


def people_of(text: str) -> frozenset[str]:
    """The words of the people named in a text of these tests."""
    return frozenset(word.lower() for word in text.split() if word in ("Pavel", "Quist", "Roland", "Brik"))


def rows(*directions: int) -> Vectors:
    """Vectors of what surrounds a figure, each along an axis."""
    found = np.zeros((SIDES, 8), dtype=np.float32)
    for row, direction in enumerate(directions):
        found[row, direction] = 1.0
    return found


@pytest.mark.models
def test_what_surrounds_a_figure(marked: Marker) -> None:
    article, notes = marked("The storm tore 40 roofs off in Ordell. Seven died.")
    forty, seven = notes.quantities
    told = [article.text[s[0] : s[1]] if s else None for s in surroundings(notes.parse, forty.start, forty.end)]
    assert told == ["storm tore", "roofs off", "The storm tore", "roofs off in Ordell."]
    alone = [article.text[s[0] : s[1]] if s else None for s in surroundings(notes.parse, seven.start, seven.end)]
    assert alone == [None, "died.", None, "died."]


@pytest.mark.models
def test_like_surroundings_speak_for_one_question(marked: Marker) -> None:
    a, b = held(marked, "The storm tore 40 roofs off.", "a"), held(marked, "The storm tore 65 roofs off.", "b")
    alike = likelihood(a, b, LINK)
    unlike = likelihood(a, replace(b, around=rows(5, 6, 7, 0)), LINK)
    assert alike is not None
    assert unlike is not None
    assert unlike < alike
    assert likelihood(a, replace(b, around=None), LINK) is None  # what surrounds them is not known


ORDERED = [
    # Nearer figures, and such as are not everywhere, are rather of one thing.
    ("The storm tore 40 roofs off.", "The storm tore 45 roofs off.", "The storm tore 4,000 roofs off."),
    ("The storm tore 40 roofs off.", "The storm tore 45 roofs off.", "The storm tore 45 sails off."),
    ("Quist won 46 bouts.", "Pavel Quist won 47 bouts.", "Roland Brik won 47 bouts."),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "likely", "unlikely"), ORDERED)
def test_what_speaks_for_one_question(marked: Marker, one: str, likely: str, unlikely: str) -> None:
    first, more, less = (held(marked, text, name) for text, name in ((one, "a"), (likely, "b"), (unlikely, "c")))
    found = [likelihood(a, b, LINK) for a, b in ((first, more), (more, first), (first, less))]
    assert found[0] == found[1]
    assert (found[0] or 0.0) > (found[2] or 0.0)

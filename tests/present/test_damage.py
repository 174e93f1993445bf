"""However a dossier is damaged, it is refused in one line, or shown and verified without a crash."""

import copy
import os
from collections.abc import Callable, Iterator
from typing import Any

import port_maren
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.errors import BadDossier, UnknownPoint
from crosswire.present import from_document, html, markdown, terminal, to_document
from crosswire.present.explain import explain
from crosswire.provenance import trail, verify

SOUND = to_document(port_maren.dossier())
JUNK = st.sampled_from([..., None, True, -1, 10**9, 0.5, "", "x", "\ud800", "2027-99-99", [], [0], ["x"], {}, {"x": 1}])


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value, the first three of each list."""
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value[:3]) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


PLACES = list(places(SOUND))


@settings(max_examples=int(os.environ.get("CROSSWIRE_DAMAGE", "50")))
@given(st.sampled_from(PLACES), JUNK)
def test_a_damaged_dossier_never_crashes(path: tuple[Any, ...], junk: Any) -> None:
    document = copy.deepcopy(SOUND)
    *way, last = path
    holder: Any = document
    for key in way:
        holder = holder[key]
    if junk is ...:
        del holder[last]
    else:
        holder[last] = junk
    if refused(from_document, document):
        return
    assert all("\n" not in str(fault) for fault in verify(document))
    for show in (terminal.render, markdown.render, html.render, told):
        refused(show, document)


def refused(what: Callable[[dict[str, Any]], Any], document: dict[str, Any]) -> bool:
    """Whether the document is refused, in one line; anything but a refusal is raised."""
    try:
        what(document)
    except (BadDossier, UnknownPoint) as error:
        return "\n" not in str(error) or pytest.fail(str(error))
    return False


def told(document: dict[str, Any]) -> str:
    return explain(trail(document, "how long did the fire burn"))

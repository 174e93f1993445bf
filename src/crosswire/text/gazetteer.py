"""Which place lies in which: countries, states and towns by their names."""

import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Literal

# Towns this near each other may be one place told in two ways, a suburb or a district of the other.
NEAR_KM = 120.0

Lie = Literal["same", "within", "holds", "near", "apart"]


@dataclass(frozen=True, slots=True)
class Place:
    """One reading of a place's name: a country (two letters of ISO 3166), a state of it, or a town there by its degrees
    north and east."""

    country: str
    state: str | None = None
    town: tuple[float, float] | None = None


def readings(name: str) -> frozenset[Place]:
    """The places that a name may mean; none where it is not known."""
    found = _gazetteer().get(_key(name), frozenset())
    if found or "," not in name:
        return found
    small, large = (readings(part) for part in name.split(",", 1))
    return frozenset(p for p in small if any(_within(p, q) for q in large))


@lru_cache(1 << 14)
def compare_places(one: str, other: str) -> Lie | None:
    """How the first of two named places lies to the second: the "same" place, "within" it, one that "holds" it or is
    "near" it, by some reading of their names; "apart" by every one; None where either name is not known."""
    pairs = list(product(readings(one), readings(other)))
    ways: tuple[tuple[Lie, Callable[[Place, Place], bool]], ...] = (
        ("same", lambda p, q: p == q),
        ("within", _within),
        ("holds", lambda p, q: _within(q, p)),
        ("near", _near),
    )
    found = (lie for lie, lies_so in ways if any(lies_so(p, q) for p, q in pairs))
    return next(found, "apart") if pairs else None


def _within(small: Place, large: Place) -> bool:
    """Whether one place lies in the other, or may: of which state a town is may not be known."""
    if small.country != large.country or large.town is not None:
        return False
    return large.state in (None, small.state) or (small.state is None and small.town is not None)


def _near(p: Place, q: Place) -> bool:
    return p.town is not None and q.town is not None and _distance(*p.town, *q.town) <= NEAR_KM


def _distance(north: float, east: float, other_north: float, other_east: float) -> float:
    """Kilometres between two places given in degrees, along the great circle (haversine formula)."""
    a, b, c, d = map(math.radians, (north, east, other_north, other_east))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))


def _key(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", name.lower()).removeprefix("the ").split())


@cache
def _gazetteer() -> Mapping[str, frozenset[Place]]:
    """What each name may mean: of gazetteer.tsv (GeoNames) and gazetteer.toml."""
    data = files("crosswire.text")
    found: defaultdict[str, set[Place]] = defaultdict(set)
    for row in data.joinpath("gazetteer.tsv").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            country, state, north, east, names = row.split("\t")
            place = Place(country, state or None, (float(north), float(east)) if north else None)
            for name in names.split("|"):
                found[_key(name)].add(place)
    table = tomllib.loads(data.joinpath("gazetteer.toml").read_text("utf-8"))
    for code, forms in table["countries"].items():
        for form in forms:
            found[_key(form)].add(Place(code))
    for code, states in table["states"].items():
        for state, forms in states.items():
            for form in forms:
                found[_key(form)].add(Place(code, state))
    return {name: frozenset(places) for name, places in found.items()}

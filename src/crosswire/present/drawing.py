"""A story's lineage as a small SVG drawing: a lane for each origin, an arrow for each debt."""

import re
from collections.abc import Mapping
from html import escape

from crosswire.present.view import Item, clean, when

STEP, LANE, LEFT, TOP, RADIUS = 150, 92, 74, 30, 9
"""Pixels: between articles, between lanes, to the first article, to the first lane; of a dot."""


HEAD = """<svg class="lineage" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" \
aria-label="Who has it from whom: {origins} origins of {articles} articles">"""
TIP = """<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto" \
markerUnits="userSpaceOnUse"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>"""


def draw(story: Item, articles: Mapping[str, Item], names: Mapping[str, str], roots: Mapping[str, str]) -> str:
    """Return the drawing as SVG: articles from left to right in order of publication, one lane an
    origin; a solid arrow for copied passages, a dashed one for a named source."""
    groups = story["lineage"].get("origin_groups", ())
    lanes = {key: number for number, group in reversed(list(enumerate(groups))) for key in group["articles"]}
    at = {
        key: (LEFT + STEP * column + STEP // 2, TOP + LANE * lanes.get(key, 0) + 22)
        for column, key in enumerate(story["articles"])
    }
    width, height = LEFT + STEP * len(at) + 20, TOP + LANE * max(1, len(groups)) + 8
    parts = [HEAD.format(width=width, height=height, origins=len(groups), articles=len(at)), TIP]
    for number, group in enumerate(groups):
        parts.append(_lane(number, group, roots, width))
    for key, (x, y) in at.items():
        outside = [name for name in _sources(story, key) if _inside(name, key, story, articles) is None]
        parts.append(_article(x, y, names[key], when(articles[key]), outside))
    parts += _copies(story, at, names) + _debts(story, at, articles, names)
    return "".join(parts) + "</svg>"


def _lane(number: int, group: Item, roots: Mapping[str, str], width: int) -> str:
    y = TOP + LANE * number - 12
    letters = roots.get(group["articles"][0], "").split() if group["articles"] else []
    letter = letters[0] if len(letters) == 1 else chr(ord("A") + number) if number < 26 else str(number + 1)
    return (
        f'<rect class="lane" x="4" y="{y}" width="{width - 8}" height="{LANE - 10}" rx="8"/>'
        f'<text class="letter" x="24" y="{y + 48}">{letter}<title>{escape(clean(group["reason"]))}</title></text>'
    )


def _article(x: int, y: int, name: str, stated: str, outside: list[str]) -> str:
    debts = (
        f'<text class="debt" x="{x}" y="{y + 52}">from {escape(_short(", ".join(outside), 24))}</text>'
        if outside
        else ""
    )
    return (
        f'<g><circle class="dot" cx="{x}" cy="{y}" r="{RADIUS}"/>'
        f'<text class="name" x="{x}" y="{y + 25}">{escape(_short(name, 22))}</text>'
        f'<text class="time" x="{x}" y="{y + 39}">{escape(_clock(stated))}</text>{debts}</g>'
    )  # fmt: skip


def _copies(story: Item, at: Mapping[str, tuple[int, int]], names: Mapping[str, str]) -> list[str]:
    parts = []
    for copy in story["lineage"]["copies"]:
        if copy["from"] in at and copy["to"] in at:
            share = round(100 * copy["share"])
            title = f"{names[copy['to']]} shares {share}% of its words with {names[copy['from']]}"
            parts.append(
                _arrow(at[copy["from"]], at[copy["to"]], "copy", f"{share}% shared", title, 1.2 + 3 * copy["share"])
            )
    return parts


def _debts(
    story: Item, at: Mapping[str, tuple[int, int]], articles: Mapping[str, Item], names: Mapping[str, str]
) -> list[str]:
    copied = {(copy["from"], copy["to"]) for copy in story["lineage"]["copies"]}
    found: dict[tuple[str, str], str] = {}
    for key in story["articles"]:
        for name in _sources(story, key):
            giver = _inside(name, key, story, articles)
            if giver and (giver, key) not in copied:
                found.setdefault((giver, key), f"{names[key]} names {clean(name)} as its source")
    return [_arrow(at[giver], at[taker], "names", "names it", title, 1.5) for (giver, taker), title in found.items()]


def _arrow(start: tuple[int, int], end: tuple[int, int], kind: str, label: str, title: str, stroke: float) -> str:
    (x1, y1), (x2, y2) = start, end
    gap = (RADIUS + 4) * (1 if x2 > x1 else -1)
    x1, x2 = x1 + gap, x2 - gap
    if y1 == y2 and abs(x2 - x1) <= STEP:
        path, lx, ly = f"M{x1} {y1}L{x2} {y2}", (x1 + x2) // 2, y1 - 7
    elif y1 == y2:
        path, lx, ly = (
            f"M{x1} {y1}C{x1 + gap * 3} {y1 - 30} {x2 - gap * 3} {y2 - 30} {x2} {y2}",
            (x1 + x2) // 2,
            y1 - 26,
        )
    else:
        middle = (x1 + x2) // 2
        path, lx, ly = f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}", middle, (y1 + y2) // 2 - 4
    return (
        f'<g class="{kind}"><title>{escape(clean(title))}</title>'
        f'<path d="{path}" stroke-width="{stroke:.1f}" marker-end="url(#tip)"/>'
        f'<text x="{lx}" y="{ly}">{label}</text></g>'
    )


def _sources(story: Item, key: str) -> list[str]:
    named = [name for item in story["lineage"]["reliance"] if item["article"] == key for name in item["on"]]
    return list(dict.fromkeys(clean(name) for name in named))


def _inside(name: str, key: str, story: Item, articles: Mapping[str, Item]) -> str | None:
    """The other article of the story whose outlet is the one that is named, if there is one."""
    wanted = _words(name)
    for other in map(str, story["articles"]):
        outlet = _words(articles[other].get("outlet") or "")
        if other != key and wanted and outlet and (wanted <= outlet or outlet <= wanted):
            return other
    return None


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", name.casefold())) - {"the", "news", "agency"}


def _short(text: str, size: int) -> str:
    text = clean(text)
    return text if len(text) <= size else text[: size - 1].rstrip() + "…"


def _clock(stated: str) -> str:
    return stated or "time not stated"

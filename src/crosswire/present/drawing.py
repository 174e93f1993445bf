"""A story's lineage as a small SVG drawing: a lane for each origin, an arrow for each debt."""

from collections.abc import Mapping
from html import escape

from crosswire.present.view import Item, clean, letter, when
from crosswire.text.origins import same_outlet

LANE, LEFT, TOP, RADIUS = 100, 56, 16, 9
"""Pixels: from lane to lane, to the first article, to the first lane; of a dot."""
WIDTH, NARROW, WIDE = 1376, 140, 230
"""Pixels that the page has, and the least and most from article to article."""
HEAD = """<svg class="lineage" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" \
aria-label="Who has it from whom: {origins} origins of {articles} articles">"""
TIP = """<defs><marker id="tip-{id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" \
orient="auto" markerUnits="userSpaceOnUse"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>"""
Spot = tuple[int, int]
Debt = tuple[str, str, str, float]
"""Kind, label, title, and the width of its arrow."""


def draw(story: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> str:
    """Return the drawing as SVG: articles from left to right in order of publication, one lane an
    origin; a solid arrow for copied passages, a dashed one for a source that is named."""
    groups = story["lineage"].get("origin_groups", ())
    lanes = {key: number for number, group in reversed(list(enumerate(groups))) for key in group["articles"]}
    step = max(NARROW, min(WIDE, (WIDTH - LEFT - 16) // max(1, len(story["articles"]))))
    at = {
        key: (LEFT + step * column + step // 2, TOP + LANE * lanes.get(key, 0) + 30)
        for column, key in enumerate(story["articles"])
    }
    width, height = LEFT + step * len(at) + 12, TOP + LANE * max(1, len(groups))
    parts = [
        HEAD.format(width=width, height=height, origins=len(groups), articles=len(at)),
        TIP.format(id=escape(story["id"])),
    ]
    parts += [_lane(number, group["reason"], width) for number, group in enumerate(groups)]
    parts += [
        _arrow(story["id"], at[giver], at[taker], words) for giver, taker, words in _debts(story, articles, names)
    ]
    for key, spot in at.items():
        outside = [name for name in _sources(story, key) if _inside(name, key, story, articles) is None]
        parts.append(_article(spot, names[key], when(articles[key]) or "time not stated", outside, step))
    return "".join(parts) + "</svg>"


def _lane(number: int, reason: str, width: int) -> str:
    y = TOP + LANE * number
    return (
        f'<g><title>{escape(clean(reason))}</title>'
        f'<rect class="lane" x="2" y="{y}" width="{width - 4}" height="{LANE - 8}" rx="8"/>'
        f'<text class="letter" x="28" y="{y + 54}">{letter(number)}</text></g>'
    )  # fmt: skip


def _article(spot: Spot, name: str, stated: str, outside: list[str], step: int) -> str:
    x, y = spot
    room = step // 7
    debts = f'<text class="debt" x="{x}" y="{y + 53}">from {_short(", ".join(outside), room)}</text>' if outside else ""
    return (
        f'<g><title>{escape(clean(name))}</title><circle class="dot" cx="{x}" cy="{y}" r="{RADIUS}"/>'
        f'<text class="name" x="{x}" y="{y + 25}">{_short(name, room)}</text>'
        f'<text class="time" x="{x}" y="{y + 39}">{escape(stated)}</text>{debts}</g>'
    )


def _debts(story: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> list[tuple[str, str, Debt]]:
    """Each debt within the story as (giver, taker, debt): copies, then named sources."""
    found: dict[tuple[str, str], Debt] = {}
    for copy in story["lineage"]["copies"]:
        share = round(100 * copy["share"])
        title = f"{names.get(copy['to'], '')} shares {share}% of its words with {names.get(copy['from'], '')}"
        if copy["from"] in names and copy["to"] in names:
            found[copy["from"], copy["to"]] = ("copy", f"{share}% shared", title, 1.2 + 3 * copy["share"])
    for key in story["articles"]:
        for name in _sources(story, key):
            giver = _inside(name, key, story, articles)
            if giver:
                title = f"{names[key]} names {name} as its source"
                found.setdefault((giver, key), ("named", "is named", title, 1.5))
    return [(giver, taker, words) for (giver, taker), words in found.items()]


def _arrow(story: str, start: Spot, end: Spot, debt: Debt) -> str:
    kind, label, title, stroke = debt
    (x1, y1), (x2, y2) = start, end
    gap = (RADIUS + 4) * (1 if x2 > x1 else -1)
    x1, x2, middle = x1 + gap, x2 - gap, (x1 + x2) // 2
    if y1 == y2:
        path, flat = f"M{x1} {y1}C{x1 + 3 * gap} {y1 - 22} {x2 - 3 * gap} {y2 - 22} {x2} {y2}", " flat"
        x, y = middle, y1 - 20
    else:
        path, flat = f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}", ""
        x, y = middle + 9, (y1 + y2) // 2 - 2
    return (
        f'<g class="{kind}{flat}"><title>{escape(clean(title))}</title>'
        f'<path d="{path}" stroke-width="{stroke:.1f}" marker-end="url(#tip-{escape(story)})"/>'
        f'<text x="{x}" y="{y}">{label}</text></g>'
    )


def _sources(story: Item, key: str) -> list[str]:
    named = [name for item in story["lineage"]["reliance"] if item["article"] == key for name in item["on"]]
    return list(dict.fromkeys(clean(name) for name in named))


def _inside(name: str, key: str, story: Item, articles: Mapping[str, Item]) -> str | None:
    """The other article of the story whose outlet is the one that is named, if there is one."""
    for other in map(str, story["articles"]):
        outlet = articles[other].get("outlet")
        if other != key and outlet and (same_outlet(name, outlet) or _ends(outlet, name)):
            return other
    return None


def _ends(outlet: str, name: str) -> bool:
    """Whether a paper is named by the end of its name: "the Courier" for "The Maren Courier"."""
    told = [word for word in clean(name).casefold().split() if word != "the"]
    return bool(told) and clean(outlet).casefold().split()[-len(told) :] == told


def _short(text: str, size: int) -> str:
    text = clean(text)
    return escape(text if len(text) <= size else text[: size - 1].rstrip() + "…")

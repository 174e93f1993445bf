"""A story's lineage as a small SVG drawing: a lane for each origin, an arrow for each debt."""

from collections.abc import Mapping, Sequence
from html import escape

from crosswire.present.view import Item, clean, letter, when
from crosswire.text.origins import same_outlet

LANE, LEFT, TOP, RADIUS = 118, 56, 8, 11
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
    """Return the drawing as SVG: articles from left to right in order of publication, a lane for each
    origin (those that stand alone share the last); a solid arrow for copied passages, a dashed one
    for a source that is named."""
    groups, debts = story["lineage"].get("origin_groups", ()), _debts(story, articles, names)
    lanes = _lanes(groups, {key for giver, taker, _ in debts for key in (giver, taker)})
    row = {key: number for number, lane in enumerate(lanes) for group in lane for key in groups[group]["articles"]}
    step = max(NARROW, min(WIDE, (WIDTH - LEFT - 16) // max(1, len(story["articles"]))))
    at = {
        key: (LEFT + step * column + step // 2, TOP + LANE * row.get(key, 0) + 48)
        for column, key in enumerate(story["articles"])
    }
    width, height = LEFT + step * len(at) + 12, TOP + LANE * max(1, len(lanes))
    parts = [
        HEAD.format(width=width, height=height, origins=len(groups), articles=len(at)),
        TIP.format(id=escape(story["id"])),
    ]
    parts += [_lane(number, [groups[group] for group in lane], lane, width) for number, lane in enumerate(lanes)]
    parts += [_arrow(story["id"], at[giver], at[taker], debt) for giver, taker, debt in debts]
    root = {key: letter(number) for number, group in reversed(list(enumerate(groups))) for key in group["articles"]}
    for key, spot in at.items():
        own = [debt[1] for _, taker, debt in debts if taker == key]
        cited = [name for name in _sources(story, key) if _inside(name, key, story, articles) is None]
        own += [f"cites {', '.join(cited)}"] if cited else []
        stated = when(articles[key]) or "time not stated"
        parts.append(_article(spot, root.get(key, ""), names[key], stated, own, step))
    return "".join(parts) + "</svg>"


def _lanes(groups: Sequence[Item], tied: set[str]) -> list[list[int]]:
    """The origins, by number, of each lane: one each, and then all that no arrow touches."""
    alone = [n for n, group in enumerate(groups) if len(group["articles"]) == 1 and group["articles"][0] not in tied]
    lanes = [[number] for number in range(len(groups)) if number not in alone]
    return [*lanes, alone] if alone else lanes


def _lane(number: int, groups: list[Item], letters: list[int], width: int) -> str:
    y = TOP + LANE * number
    label = letter(letters[0]) if len(letters) == 1 else ""
    reasons = "; ".join(clean(group["reason"]) for group in groups[:3])
    return (
        f'<g><title>{escape(reasons)}</title>'
        f'<rect class="lane" x="2" y="{y}" width="{width - 4}" height="{LANE - 8}" rx="8"/>'
        f'<text class="letter" x="32" y="{y + 62}">{label}</text></g>'
    )  # fmt: skip


def _article(spot: Spot, root: str, name: str, stated: str, debts: list[str], step: int) -> str:
    x, y = spot
    room = step // 8
    told = escape(clean(": ".join([name, *debts])))
    owed = f'<text class="debt" x="{x}" y="{y + 54}">{_short(", ".join(debts), room)}</text>' if debts else ""
    return (
        f'<g><title>{told}</title><circle class="dot" cx="{x}" cy="{y}" r="{RADIUS}"/>'
        f'<text class="root" x="{x}" y="{y + 4}">{root}</text>'
        f'<text class="name" x="{x}" y="{y + 27}">{_short(name, room)}</text>'
        f'<text class="time" x="{x}" y="{y + 41}">{escape(stated)}</text>{owed}</g>'
    )


def _debts(story: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> list[tuple[str, str, Debt]]:
    """Each debt within the story as (giver, taker, debt): what an article shares with the one that it
    shares most with (all of its copies are in the arrow's title), then named sources."""
    found: dict[tuple[str, str], Debt] = {}
    drawn: dict[str, str] = {}
    for copy in sorted(story["lineage"]["copies"], key=lambda one: -one["share"]):
        share = round(100 * copy["share"])
        title = f"{names[copy['to']]} shares {share}% of its words with {names[copy['from']]}"
        if copy["to"] in drawn:
            kind, label, told, stroke = found[drawn[copy["to"]], copy["to"]]
            found[drawn[copy["to"]], copy["to"]] = (kind, label, f"{told}; {share}% with {names[copy['from']]}", stroke)
        else:
            drawn[copy["to"]] = copy["from"]
            found[copy["from"], copy["to"]] = ("copy", f"{share}% shared", title, 1.2 + 3 * copy["share"])
    for key in story["articles"]:
        for name in _sources(story, key):
            giver = _inside(name, key, story, articles)
            if giver:
                title = f"{names[key]} names {name} as its source"
                found.setdefault((giver, key), ("named", f"names {names[giver]}", title, 1.5))
    return [(giver, taker, words) for (giver, taker), words in found.items()]


def _arrow(story: str, start: Spot, end: Spot, debt: Debt) -> str:
    kind, _, title, stroke = debt
    (x1, y1), (x2, y2) = start, end
    gap = (RADIUS + 4) * (1 if x2 > x1 else -1)
    x1, x2, middle = x1 + gap, x2 - gap, (x1 + x2) // 2
    if y1 == y2:
        rise = min(44, 20 + abs(x2 - x1) // 40)
        path = f"M{x1} {y1 - 4}C{x1 + 2 * gap} {y1 - rise} {x2 - 2 * gap} {y2 - rise} {x2} {y2 - 4}"
    else:
        path = f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
    return (
        f'<g class="{kind}"><title>{escape(clean(title))}</title>'
        f'<path d="{path}" stroke-width="{stroke:.1f}" marker-end="url(#tip-{escape(story)})"/>'
        "</g>"
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

"""The dossier as one HTML file that opens anywhere without a network: page, style, script and data in one."""

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from crosswire.present import view
from crosswire.present.matters import matters
from crosswire.present.page import page
from crosswire.present.view import Item

STYLES = ("page.css", "table.css", "panel.css", "spoken.css", "paper.css")
SCRIPTS = ("data.js", "table.js", "panel.js", "reader.js", "start.js")


def render(document: Item) -> str:
    """Return the whole dossier as one HTML page. The same document always gives the same page."""

    articles = view.by_id(document)
    style, script = "\n".join(map(_part, STYLES)), "(() => {\n" + "\n".join(map(_part, SCRIPTS)) + "\n})();"
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["clean"] = view.clean
    stories = [page(number, story, articles) for number, story in enumerate(document["stories"])]
    return environment.from_string(_part("page.html.j2")).render(
        stories=stories,
        articles=list(articles.values()),
        unreadable=document["unreadable"],
        notes=[(article["source"], note) for article in document["articles"] for note in article.get("notes", ())],
        generator=document.get("generator") or {"name": "crosswire", "version": ""},
        marks=view.MARKS,
        meanings=view.MEANINGS,
        style=Markup(style),
        script=Markup(script),
        data=Markup(embed(pack(document))),
        policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}';"
        " img-src data:; base-uri 'none'; form-action 'none'",
    )


def pack(document: Item) -> dict[str, Any]:
    """Return the document with each link and each signal's name written once a story (several points
    share the links of their occurrence), with where each point stands, with the short names of the
    articles, and with the matters that the points tell: the place of each one's own point, then of those
    within it. The page's own script unpacks it (templates/data.js)."""
    articles = view.by_id(document)
    return {**document, "stories": [_packed(story, view.labels(story, articles)) for story in document["stories"]]}


def _packed(story: Item, names: dict[str, str]) -> dict[str, Any]:
    links: dict[str, int] = {}
    signals: dict[tuple[str, str], int] = {}
    table: list[list[Any]] = []
    points = []
    for point in story["points"]:
        places = []
        for link in point.get("links", ()):
            key = json.dumps(link, sort_keys=True)
            if key not in links:
                links[key] = len(links)
                table.append([link["left"], link["right"], link["score"], _told(link["signals"], signals)])
            places.append(links[key])
        points.append({**point, "links": places, "standing": view.standing(point)})
    places_of = {point["id"]: place for place, point in enumerate(story["points"])}
    told = [[places_of[point["id"]] for point in (one.head, *one.parts)] for one in matters(story["points"])]
    return {
        **story,
        "points": points,
        "packed": {"names": names, "links": table, "signals": [list(key) for key in signals], "matters": told},
    }


def _told(told: Sequence[Item], signals: dict[tuple[str, str], int]) -> list[list[Any]]:
    return [[signals.setdefault((s["name"], s["detail"]), len(signals)), s["value"], s["weight"]] for s in told]


def embed(value: object) -> str:
    """Return JSON that is safe inside of a script element: no ``<``, ``>`` or ``&`` stands in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


@cache
def _part(name: str) -> str:
    return (files("crosswire.present") / "templates" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

"""The dossier as one HTML file that opens anywhere without a network: page, style, script and data in one."""

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from crosswire.present import view
from crosswire.present.drawing import draw
from crosswire.present.view import Item

STYLES = ("page.css", "table.css", "panel.css", "paper.css")
SCRIPTS = ("data.js", "table.js", "panel.js", "reader.js", "start.js")
CARDS = 6
"""Disagreements that stand on the page before the rest is folded: about two screens."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def render(document: Item) -> str:
    """Return the whole dossier as one HTML page. The same document always gives the same page."""

    articles = view.by_id(document)
    style, script = "\n".join(map(_part, STYLES)), "(() => {\n" + "\n".join(map(_part, SCRIPTS)) + "\n})();"
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["clean"] = view.clean
    stories = [_story(number, story, articles) for number, story in enumerate(document["stories"])]
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
        data=Markup(embed(document)),
        policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}';"
        " img-src data:; base-uri 'none'; form-action 'none'",
    )


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


def _story(number: int, story: Item, articles: Mapping[str, Item]) -> dict[str, Any]:
    names = view.labels(story, articles)
    roots = origins(story)
    columns = [
        {
            "id": key, "name": names[key], "when": view.when(articles[key]) or "time not stated",
            "origin": roots.get(key, ""), "source": articles[key]["source"], "title": articles[key].get("title") or "",
        }
        for key in story["articles"]
    ]  # fmt: skip
    place = {id(point): index for index, point in enumerate(story["points"])}
    rows = [_row(place[id(point)], point, columns, names) for point in view.ordered(story["points"])]
    told = [row for row in rows if row["verdict"] != "single"]
    conflicts = [row for row in rows if row["verdict"] == "conflict"]
    return {
        "number": number,
        "title": story["title"] or "Untitled story",
        "headline": view.headline(story, articles),
        "tally": view.tally(story["points"]),
        "kinds": sorted(Counter(point["kind"] for point in story["points"]).items()),
        "columns": columns,
        "rows": told,
        "conflicts": conflicts[:CARDS],
        "more_conflicts": conflicts[CARDS:],
        "singles": _singles(rows, columns),
        "drawing": Markup(draw(story, articles, names, roots)),
        "groups": _groups(story, names),
        "names": [_name(name, names) for name in story["names"] if len({v["text"] for v in name["variants"]}) > 1],
        "timeline": [_entry(entry, place, story) for entry in story["timeline"]],
    }


def origins(story: Item) -> dict[str, str]:
    """Return the letters of the origins that each article of a story rests on."""
    roots: dict[str, str] = {}
    for number, group in enumerate(story["lineage"].get("origin_groups", ())):
        letter = _letter(number)
        for key in group["articles"]:
            roots[key] = f"{roots[key]} {letter}" if key in roots else letter
    return roots


def _row(index: int, point: Item, columns: Sequence[Mapping[str, str]], names: Mapping[str, str]) -> dict[str, Any]:
    silent = {silence["article"]: silence for silence in point["silent"]}
    cells: dict[str, list[dict[str, Any]]] = {column["id"]: [] for column in columns}
    for a, account in enumerate(point["accounts"]):
        for c, claim in enumerate(account["claims"]):
            told = {
                "account": a, "claim": c, "value": view.clean(claim.get("value") or claim["text"]),
                "voice": view.chain(claim["said_by"]), "hedge": claim.get("hedge"),
            }  # fmt: skip
            same = [
                other for other in cells[claim["article"]] if (other["account"], other["value"]) == (a, told["value"])
            ]
            if not same:
                cells[claim["article"]].append(told)
    return {
        "index": index, "id": point["id"], "question": view.clean(point["question"]), "kind": point["kind"],
        "verdict": point["verdict"], "between": point.get("between"), "reason": view.clean(point["reason"]),
        "accounts": [_account(a, account, names) for a, account in enumerate(point["accounts"])],
        "several": len(point["accounts"]) > 1,
        "cells": [
            {"column": column, "told": cells[column["id"]], "silent": _known(silent.get(column["id"]))}
            for column in columns
        ],
        "silent": [
            f"{names[silence['article']]} ({view.could_have_known(silence)})" for silence in point["silent"]
        ],
    }  # fmt: skip


def _known(silence: Item | None) -> str:
    words = {True: "could have known", False: "too early to know", None: ""}
    return "" if silence is None else words[silence.get("could_have_known")]


def _account(number: int, account: Item, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "number": number,
        "answer": view.clean(account["answer"]),
        "origins": view.count(account["origins"], "origin"),
        "voices": [{"voice": voice, "told": ", ".join(told)} for voice, told in view.voices(account, names)],
    }


def _singles(rows: Sequence[dict[str, Any]], columns: Sequence[Mapping[str, str]]) -> list[dict[str, Any]]:
    """The points told once, under the article that tells them, in the order of the columns."""
    found = []
    for column in columns:
        mine = [
            (row, cell["told"][0])
            for row in rows
            if row["verdict"] == "single"
            for cell in row["cells"]
            if cell["column"] is column and cell["told"]
        ]
        if mine:
            found.append({"column": column, "rows": mine})
    return found


def _letter(number: int) -> str:
    return LETTERS[number] if number < len(LETTERS) else str(number + 1)


def _groups(story: Item, names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    groups = story["lineage"].get("origin_groups", ())
    return [
        (_letter(number), ", ".join(names[key] for key in group["articles"]), group["reason"])
        for number, group in enumerate(groups)
    ]


def _name(name: Item, names: Mapping[str, str]) -> dict[str, Any]:
    variants: dict[str, list[str]] = {}
    for variant in name["variants"]:
        if variant["text"] != name["canonical"]:
            where = f"{names.get(variant['article'], variant['article'])}: {variant['reason']}"
            variants.setdefault(variant["text"], []).append(where)
    return {"canonical": name["canonical"], "kind": name["kind"], "variants": list(variants.items())}


def _entry(entry: Item, place: Mapping[int, int], story: Item) -> dict[str, Any]:
    point = next((place[id(point)] for point in story["points"] if point["id"] == entry["point"]), None)
    day, _, clock = (entry.get("start") or "").partition("T")
    stated = view.when({"published": day}) if day else ""
    shown = clock[:5] if clock and clock != "00:00" else ""
    return {"day": stated, "clock": shown, "stated": entry["stated"], "text": view.clean(entry["text"]), "point": point}

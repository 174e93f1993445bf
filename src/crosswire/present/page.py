"""A story as the HTML page shows it: columns, rows of cells, cards, folds and lists, as plain values."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from crosswire.present import view
from crosswire.present.drawing import draw
from crosswire.present.matters import matters
from crosswire.present.spoken import spoken
from crosswire.present.view import Item, Part

CARDS = 6
"""Disagreements that stand on the page before the rest is folded: about two screens."""
LONG = 48
"""Characters from which an answer is set as running text, not as a figure: about two lines of a cell."""
LEAD = 120
"""Characters before a claim that leave it room in a cell: about three lines."""


def page(number: int, story: Item, articles: Mapping[str, Item]) -> dict[str, Any]:
    """Return what the template shows of one story: its counts, columns, rows, folds, drawing and lists."""
    names = view.labels(story, articles)
    roots = origins(story)
    columns = [
        {
            "id": key, "name": names[key], "when": view.when(articles[key]) or "time not stated",
            "origin": roots.get(key, ""), "source": articles[key]["source"],
            "title": "" if articles[key].get("outlet") else articles[key].get("title") or "",
        }
        for key in story["articles"]
    ]  # fmt: skip
    indices = {point["id"]: index for index, point in enumerate(story["points"])}
    asked = matters(story["points"])
    rows = [
        {**_row(indices[point["id"]], point, columns, names), "within": point is not matter.head}
        for matter in asked
        for point in (matter.head, *matter.parts)
    ]
    told = [row for row in rows if row["standing"] != "single"]
    conflicts = [row for row in rows if row["verdict"] == "conflict"]
    return {
        "number": number,
        "title": story["title"] or "Untitled story",
        "headline": view.headline(story, articles),
        "tally": view.tally(matter.head for matter in asked),
        "kinds": [
            (kind, view.kind_of(kind), number)
            for kind, number in sorted(Counter(kind for matter in asked for kind in matter.kinds).items())
        ],
        "columns": columns,
        "rows": told,
        "conflicts": conflicts[:CARDS],
        "more_conflicts": conflicts[CARDS:],
        "singles": _singles(rows, columns),
        "spoken": spoken(story, articles, names),
        "drawing": Markup(draw(story, articles, names)),
        "groups": _groups(story, names),
        "debts": [
            (names[key], line)
            for key in story["articles"]
            for line in view.debts(key, story["lineage"], articles, names)
        ],
        "names": [_name(name, names) for name in story["names"] if len({v["text"] for v in name["variants"]}) > 1],
        "timeline": [_entry(entry, indices) for entry in story["timeline"]],
    }


def origins(story: Item) -> dict[str, str]:
    """Return the letters of the origins that each article of a story rests on."""
    roots: dict[str, str] = {}
    for number, group in enumerate(story["lineage"].get("origin_groups", ())):
        letter = view.letter(number)
        for key in group["articles"]:
            roots[key] = f"{roots[key]} {letter}" if key in roots else letter
    return roots


def _row(index: int, point: Item, columns: Sequence[Mapping[str, str]], names: Mapping[str, str]) -> dict[str, Any]:
    silent = {silence["article"]: silence for silence in point["silent"]}
    cells: dict[str, list[dict[str, Any]]] = {column["id"]: [] for column in columns}
    shown, doubtful = ({id(claim) for _, claim in view.claims([part(point)])} for part in (view.told, view.doubtful))
    for a, account in enumerate(point["accounts"]):
        for c, claim in enumerate(account["claims"]):
            value, perhaps = view.clean(claim.get("value") or claim["text"]), id(claim) in doubtful
            if not perhaps and id(claim) not in shown:
                continue
            own = (told for told in cells[claim["article"]] if told["account"] == a and told["perhaps"] == perhaps)
            same = next(own, None)
            if same:
                same["others"] |= {value} - {same["value"]}
                continue
            cells[claim["article"]].append({
                "account": a, "claim": c, "value": value, "parts": _parts(value, claim), "long": len(value) > LONG,
                "voice": view.voice(claim), "others": set[str](), "perhaps": perhaps,
            })  # fmt: skip
    return {
        "index": index, "id": point["id"], "question": view.clean(point["question"]),
        "kind": point["kind"], "called": view.kind_of(point["kind"]),
        "verdict": point["verdict"], "standing": view.standing(point), "between": point.get("between"),
        "behind": view.behind(point), "reason": view.clean(point["reason"]),
        "accounts": [_account(a, account, names) for a, account in enumerate(point["accounts"])],
        "several": len(point["accounts"]) > 1,
        "cells": [
            {
                "column": column, "told": sorted(cells[column["id"]], key=lambda told: told["perhaps"]),
                "silent": _known(silent.get(column["id"])),
            }
            for column in columns
        ],
    }  # fmt: skip


def _parts(value: str, claim: Item) -> tuple[Part, ...]:
    """An answer as a cell shows it, of which only the first lines are seen, with the claim's own words set off: what
    leads to them is left out where it is long."""
    first, *others = view.parts(value, [view.clean(claim["text"])])
    long = others and not first[1] and len(first[0]) > LEAD
    return (("… ", False), *others) if long else (first, *others)


def _known(silence: Item | None) -> str | None:
    """Return whether a silent article could have known, "" where nobody can say; None of one that is not silent."""
    words = {True: "could have known", False: "too early to know", None: ""}
    return None if silence is None else words[silence.get("could_have_known")]


def _account(number: int, account: Item, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "number": number,
        "answer": view.clean(account["answer"]),
        "origins": view.support(len({claim["article"] for claim in account["claims"]}), account["origins"]),
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


def _groups(story: Item, names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    groups = story["lineage"].get("origin_groups", ())
    return [
        (view.letter(number), ", ".join(names[key] for key in group["articles"]), view.because(group))
        for number, group in enumerate(groups)
    ]


def _name(name: Item, names: Mapping[str, str]) -> dict[str, Any]:
    variants: dict[str, list[str]] = {}
    for variant in name["variants"]:
        if variant["text"] != name["canonical"]:
            where = f"{names.get(variant['article'], variant['article'])}: {variant['reason']}"
            variants.setdefault(variant["text"], []).append(where)
    return {"canonical": name["canonical"], "kind": name["kind"], "variants": list(variants.items())}


def _entry(entry: Item, indices: Mapping[str, int]) -> dict[str, Any]:
    day, clock = view.period(entry.get("start"), entry.get("end"))
    return {
        "day": day,
        "clock": clock,
        "stated": entry["stated"],
        "text": view.clean(entry["text"]),
        "point": indices.get(entry["point"]),
    }

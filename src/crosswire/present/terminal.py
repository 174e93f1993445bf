"""The dossier on a terminal: disagreements first, every verdict readable without colour."""

import io
from collections.abc import Mapping

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from crosswire.present import view
from crosswire.present.terminal_lineage import lineage_tree
from crosswire.present.terminal_spoken import words_of
from crosswire.present.view import Item, clean

NARROWEST, WIDEST = 60, 120
MOST = {"compatible": 10, "agree": 20, "single": 0}
"""Points of a verdict that are listed without ``show_all``: what fits a few screens. Conflicts and
updates are always listed."""
ACCOUNTS = 6
"""Accounts of a point that are listed without ``show_all``."""
STYLES = {"conflict": "bold red", "update": "bold blue", "compatible": "yellow", "agree": "green", "single": "dim"}


def render(document: Item, width: int = 100, colour: bool = False, show_all: bool = False) -> str:
    """Return the whole dossier as text for a terminal of ``width`` columns (held to 60 to 120).

    Points told once are only counted, and other long lists cut, unless ``show_all``."""
    console = Console(
        file=io.StringIO(), width=min(max(width, NARROWEST), WIDEST), force_terminal=colour, highlight=False,
        color_system="standard" if colour else None, no_color=not colour, emoji=False, markup=False,
        legacy_windows=False,
    )  # fmt: skip
    articles = view.by_id(document)
    with console.capture() as caught:
        for story in document["stories"]:
            console.print(_story(story, articles, show_all))
        console.print(_foot(document))
    return "\n".join(line.rstrip() for line in caught.get().splitlines()).strip("\n") + "\n"


def _story(story: Item, articles: Mapping[str, Item], show_all: bool) -> RenderableType:
    names = view.labels(story, articles)
    points = view.ordered(story["points"])
    parts: list[RenderableType] = [_title(story, articles)]
    for verdict in view.VERDICTS:
        chosen = [point for point in points if point["verdict"] == verdict]
        most = MOST["agree"] if len(chosen) == len(points) else MOST.get(verdict)
        shown = chosen if show_all else chosen[:most]
        if chosen:
            parts.append(_heading(verdict, len(chosen)))
        if verdict in ("agree", "single"):
            parts += [_table(shown, names)] if shown else []
        else:
            parts += [_full(point, names, show_all) for point in shown]
        if len(shown) < len(chosen):
            more = "and " if shown else ""
            parts += [
                Text(f"  {more}{len(chosen) - len(shown)} listed with --all or in the HTML report", "dim"),
                Text(),
            ]
    if len(story["articles"]) > 1:
        parts += [_rule("WHO HAS IT FROM WHOM"), lineage_tree(story, articles, names), Text()]
        parts += words_of(story, articles, names, show_all)
        parts += [_rule("WHO TELLS HOW MUCH"), _silences(story, articles, names), Text()]
    return Group(*parts)


def _title(story: Item, articles: Mapping[str, Item]) -> RenderableType:
    bar = Text("  ")
    for verdict, number in view.tally(story["points"]).items():
        bar.append(f"{view.MARKS[verdict]} {number} {verdict}", STYLES[verdict] if number else "dim")
        bar.append("   ")
    return Group(
        Rule(style="bold", characters="━"),
        Text("  " + clean(story["title"] or "Untitled story"), "bold"),
        Text("  " + " · ".join(view.headline(story, articles)), "dim"),
        Text(),
        bar,
        Text(),
    )


def _rule(title: str, style: str = "bold") -> Rule:
    return Rule(Text(title, style), align="left", style="dim", characters="─")


def _heading(verdict: str, number: int) -> RenderableType:
    title = f"{view.MARKS[verdict]} {verdict.upper()}  {number}, {view.MEANINGS[verdict]}"
    return _rule(title, STYLES[verdict])


def _full(point: Item, names: Mapping[str, str], show_all: bool) -> RenderableType:
    head = Text.assemble(("  " + clean(point["question"]), "bold"), ("  " + _kind(point), "dim"))
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(width=3, justify="right", style=STYLES[point["verdict"]])
    grid.add_column(ratio=4, overflow="fold")
    grid.add_column(ratio=6, overflow="fold")
    shown = point["accounts"] if show_all else point["accounts"][:ACCOUNTS]
    for number, account in enumerate(shown):
        mark = view.MARKS[point["verdict"]] if number else " "
        grid.add_row(mark, Text(clean(account["answer"]), "bold"), _who(account, names))
    if len(shown) < len(point["accounts"]):
        grid.add_row("", Text(f"and {len(point['accounts']) - len(shown)} more accounts", "dim"), "")
    parts: list[RenderableType] = [head, grid, _note("why", point["reason"])]
    if point["silent"]:
        parts.append(_note("silent", _silent(point, names), "dim"))
    parts += [_note("trail", point["id"], "dim"), Text()]
    return Group(*parts)


def _kind(point: Item) -> str:
    between = f" · between {point['between']}" if point.get("between") else ""
    return f"{view.kind_of(point['kind'])}{between} · {view.behind(point)}"


def _who(account: Item, names: Mapping[str, str]) -> Text:
    text = Text()
    for said_by, told in view.voices(account, names):
        text.append(("" if not text else "\n") + ", ".join(told))
        if said_by:
            text.append(f" — {said_by}", "italic")
    told_by = len({claim["article"] for claim in account["claims"]})
    if told_by > 1:
        text.append(f" ({view.support(told_by, account['origins'])})", "dim")
    return text


def _note(word: str, text: str, style: str = "") -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=9, justify="right", style="dim")
    grid.add_column(overflow="fold")
    grid.add_row(word, Text(clean(text), style or "italic"))
    return grid


def _silent(point: Item, names: Mapping[str, str]) -> str:
    groups: dict[str, list[str]] = {}
    for silence in point["silent"]:
        groups.setdefault(view.could_have_known(silence), []).append(names[silence["article"]])
    return "; ".join(f"{', '.join(told)} ({words})" for words, told in groups.items())


def _table(points: list[Item], names: Mapping[str, str]) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), header_style="dim", pad_edge=False)
    table.add_column("  point", ratio=9, overflow="fold")
    table.add_column("answer", ratio=8, overflow="fold")
    table.add_column("told by", ratio=8, overflow="fold")
    for point in points:
        account = point["accounts"][0]
        told = Text(", ".join(names[key] for key in view.tellers(point)))
        if len(view.tellers(point)) > 1:
            told.append(f" ({view.behind(point)})", "dim")
        table.add_row(Text("  " + clean(point["question"])), Text(clean(account["answer"]), "bold"), told)
    return table


def _silences(story: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> RenderableType:
    shared = [point for point in story["points"] if point["verdict"] != "single"]
    table = Table(box=None, padding=(0, 1), header_style="dim", pad_edge=False)
    table.add_column("  article", overflow="fold")
    table.add_column("published", style="dim")
    for title in ("shared points told", "silent", "could have known", "told alone"):
        table.add_column(title, justify="right")
    for key in story["articles"]:
        silent = [item for point in shared for item in point["silent"] if item["article"] == key]
        known = sum(1 for item in silent if item.get("could_have_known"))
        alone = sum(1 for point in story["points"] if point["verdict"] == "single" and key in view.tellers(point))
        told = f"{sum(key in view.tellers(point) for point in shared)} of {len(shared)}"
        stated = view.when(articles[key]) or "not stated"
        table.add_row(Text("  " + names[key]), stated, told, str(len(silent)), str(known), str(alone))
    return table


def _foot(document: Item) -> RenderableType:
    lines: list[RenderableType] = []
    for article in document["articles"]:
        lines += [Text(f"note: {clean(article['source'])}: {clean(note)}", "dim") for note in article.get("notes", ())]
    lines += [Text(f"not read: {clean(u['source'])}: {clean(u['error'])}", "dim") for u in document["unreadable"]]
    return Padding(Group(*lines), (0, 2))

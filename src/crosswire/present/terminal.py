"""The dossier on a terminal: disagreements first, every verdict readable without colour."""

import io
from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from crosswire.present import view
from crosswire.present.agreed import Worded, worded, worded_doubtful
from crosswire.present.matters import Matter, matters
from crosswire.present.terminal_lineage import lineage_tree
from crosswire.present.terminal_spoken import words_of
from crosswire.present.view import Item, clean

NARROWEST, WIDEST = 60, 120
MOST = {"compatible": 10, "agree": 20, view.PERHAPS: 0, "single": 0}
"""Points of a standing that are listed without ``show_all``: what fits a few screens. Conflicts and
updates are always listed."""
ACCOUNTS = 6
"""Accounts of a point that are listed without ``show_all``."""
DOUBTFUL = 2
"""Wordings that only perhaps belong to a point that are listed without ``show_all``."""
STYLES = {
    "conflict": "bold red", "update": "bold blue", "compatible": "yellow", "agree": "green", view.PERHAPS: "dim",
    "single": "dim",
}  # fmt: skip


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
    told = matters(story["points"])
    parts: list[RenderableType] = [_title(story, told, articles)]
    for verdict in view.STANDINGS:
        chosen = [matter for matter in told if view.standing(matter.head) == verdict]
        most = MOST["agree"] if len(chosen) == len(told) else MOST.get(verdict)
        shown = chosen if show_all else chosen[:most]
        if chosen:
            parts.append(_heading(verdict, len(chosen)))
        if verdict in ("agree", "single"):
            parts += [_table(shown, names, show_all)] if shown else []
        else:
            parts += [_full(matter, names, show_all) for matter in shown]
        if len(shown) < len(chosen):
            more = "and " if shown else ""
            parts += [
                Text(f"  {more}{len(chosen) - len(shown)} listed with --all or in the HTML report", "dim"),
                Text(),
            ]
    if len(story["articles"]) > 1:
        parts += [_rule("WHO HAS IT FROM WHOM"), lineage_tree(story, articles, names), Text()]
        parts += words_of(story, articles, names, show_all)
        parts += [_rule("WHO TELLS HOW MUCH"), _silences(story, told, articles, names), Text()]
    return Group(*parts)


def _title(story: Item, told: Sequence[Matter], articles: Mapping[str, Item]) -> RenderableType:
    bar = Text("  ")
    for verdict, number in view.tally(matter.head for matter in told).items():
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


def _full(matter: Matter, names: Mapping[str, str], show_all: bool) -> RenderableType:
    point = view.told(matter.head)
    head = Text.assemble(("  " + clean(point["question"]), "bold"), ("  " + _kind(point), "dim"))
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(width=3, justify="right", style=STYLES[point["verdict"]])
    grid.add_column(ratio=4, overflow="fold")
    grid.add_column(ratio=6, overflow="fold")
    shown = point["accounts"] if show_all else point["accounts"][:ACCOUNTS]
    for number, account in enumerate(shown):
        mark = view.MARKS[point["verdict"]] if number else " "
        for place, (words, by) in enumerate(_worded(account, point["kind"], names)):
            grid.add_row("" if place else mark, words, by)
    if len(shown) < len(point["accounts"]):
        grid.add_row("", Text(f"and {len(point['accounts']) - len(shown)} more accounts", "dim"), "")
    for part in matter.parts:
        grid.add_row(*_part(part, names))
    for row in _doubtful(matter.head, names, show_all):
        grid.add_row(Text(view.MARKS[view.PERHAPS], "dim"), *row)
    parts: list[RenderableType] = [head, grid]
    if point["reason"]:
        parts.append(_note("why", point["reason"]))
    if point["silent"]:
        parts.append(_note("silent", _silent(point, names), "dim"))
    parts += [_note("trail", point["id"], "dim"), Text()]
    return Group(*parts)


def _doubtful(point: Item, names: Mapping[str, str], show_all: bool) -> list[tuple[Text, Text]]:
    """What only perhaps belongs to a point, and who tells it."""
    found = [
        (Text("perhaps: " + "".join(part for part, _ in one.parts), "dim"), _by(one))
        for one in worded_doubtful(point, names)
    ]
    if show_all or len(found) <= DOUBTFUL:
        return found
    return [*found[:DOUBTFUL], (Text(f"and {len(found) - DOUBTFUL} more that perhaps belong here", "dim"), Text())]


def _part(part: Item, names: Mapping[str, str]) -> tuple[Text, Text, Text]:
    """A point within another: its sign, what it asks and its answers, and who gives them."""
    mark, style = view.MARKS[part["verdict"]], STYLES[part["verdict"]]
    asked = clean(part["question"]) + " "
    part = view.sure(part)
    answers = Text(f" {mark} ").join(Text(clean(account["answer"])) for account in part["accounts"])
    told = Text(", ".join(names[key] for key in view.tellers(part)))
    return Text(mark, style), Text.assemble((asked, "italic"), answers), told


def _kind(point: Item) -> str:
    between = f" · between {point['between']}" if point.get("between") else ""
    return f"{view.kind_of(point['kind'])}{between} · {view.behind(point)}"


def _worded(account: Item, kind: str, names: Mapping[str, str]) -> list[tuple[Text, Text]]:
    """The wordings of an account, its answer in bold, what only leads to a claim and from it dim, each with the reports
    and speakers that give it; what stands behind all of them at the end."""
    rows = [
        (Text.assemble(*((part, ("" if number else "bold") if own else "dim") for part, own in one.parts)), _by(one))
        for number, one in enumerate(worded(account, kind, names))
    ]
    told_by = len({claim["article"] for claim in account["claims"]})
    if told_by > 1:
        rows[-1][1].append(f" ({view.support(told_by, account['origins'])})", "dim")
    return rows


def _by(one: Worded) -> Text:
    """The reports that tell a wording, and whom they let say it."""
    told = ((", ".join(where), f" — {said_by}" if said_by else "") for said_by, where in one.told)
    return Text("\n").join(Text.assemble(where, (by, "italic")) for where, by in told)


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


def _table(told: Sequence[Matter], names: Mapping[str, str], show_all: bool) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), header_style="dim", pad_edge=False)
    table.add_column("  point", ratio=9, overflow="fold")
    header = _columns()
    header.add_row("answer", "told by")
    table.add_column(header, ratio=17)
    for matter in told:
        point, cells = view.told(matter.head), _columns()
        rows = _worded(point["accounts"][0], point["kind"], names)
        for row in rows if show_all else rows[:ACCOUNTS]:
            cells.add_row(*row)
        if not show_all and len(rows) > ACCOUNTS:
            cells.add_row(Text(f"and {len(rows) - ACCOUNTS} more wordings", "dim"), "")
        for part in matter.parts:
            cells.add_row(*_part(part, names)[1:])
        for doubtful in _doubtful(matter.head, names, show_all):
            cells.add_row(*doubtful)
        table.add_row(Text("  " + clean(point["question"])), cells)
    return table


def _columns() -> Table:
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    return grid


def _silences(
    story: Item, told: Sequence[Matter], articles: Mapping[str, Item], names: Mapping[str, str]
) -> RenderableType:
    shared = [matter.head for matter in told if view.standing(matter.head) not in (view.PERHAPS, "single")]
    table = Table(box=None, padding=(0, 1), header_style="dim", pad_edge=False)
    table.add_column("  article", overflow="fold")
    table.add_column("published", style="dim")
    for title in ("shared points told", "silent", "could have known", "told alone"):
        table.add_column(title, justify="right")
    for key in story["articles"]:
        silent = [item for point in shared for item in point["silent"] if item["article"] == key]
        known = sum(1 for item in silent if item.get("could_have_known"))
        alone = sum(1 for point in story["points"] if point["verdict"] == "single" and key in view.tellers(point))
        part = f"{sum(key in view.tellers(view.sure(point)) for point in shared)} of {len(shared)}"
        stated = view.when(articles[key]) or "not stated"
        table.add_row(Text("  " + names[key]), stated, part, str(len(silent)), str(known), str(alone))
    return table


def _foot(document: Item) -> RenderableType:
    lines: list[RenderableType] = []
    for article in document["articles"]:
        lines += [Text(f"note: {clean(article['source'])}: {clean(note)}", "dim") for note in article.get("notes", ())]
    lines += [Text(f"not read: {clean(u['source'])}: {clean(u['error'])}", "dim") for u in document["unreadable"]]
    return Padding(Group(*lines), (0, 2))

"""The lineage of a story as a small tree: each origin, and what copies or relies on it."""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from crosswire.present import view
from crosswire.present.view import Item


def lineage_tree(story: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> RenderableType:
    """Return the drawing: one tree for each origin, its articles as branches with their debts."""
    lineage = story["lineage"]
    trees: list[RenderableType] = []
    for number, group in enumerate(lineage.get("origin_groups") or [{"articles": story["articles"], "reason": ""}]):
        tree = Tree(_root(number, group), guide_style="dim")
        for key in group["articles"]:
            branch = tree.add(Text.assemble(names.get(key, key), (_time(articles, key), "dim")))
            for line in view.debts(key, lineage, articles, names):
                branch.add(Text(line, "italic"))
        trees.append(tree)
    return Padding(Group(*trees), (0, 2))


def _root(number: int, group: Item) -> Text:
    return Text.assemble((f"origin {view.letter(number)}", "bold"), (f"  {view.because(group)}", "dim"))


def _time(articles: Mapping[str, Item], key: str) -> str:
    stated = view.when(articles[key]) if key in articles else ""
    return f"  {stated}" if stated else ""

"""The lineage of a story as a small tree: each origin, and what copies or relies on it."""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from crosswire.present import view
from crosswire.present.view import Item, clean


def lineage_tree(story: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> RenderableType:
    """Return the drawing: one tree for each origin, its articles as branches with their debts."""
    lineage = story["lineage"]
    trees: list[RenderableType] = []
    for number, group in enumerate(lineage.get("origin_groups") or [{"articles": story["articles"], "reason": ""}], 1):
        tree = Tree(_root(number, group), guide_style="dim")
        for key in group["articles"]:
            branch = tree.add(Text.assemble(names.get(key, key), (_time(articles, key), "dim")))
            for line in debts(key, lineage, articles, names):
                branch.add(Text(line, "italic"))
        trees.append(tree)
    return Padding(Group(*trees), (0, 2))


def debts(key: str, lineage: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> list[str]:
    """Return in words what an article copies and whom it names as its source."""
    lines = []
    for copy in lineage["copies"]:
        if copy["to"] == key:
            share, passages = round(100 * copy["share"]), view.count(len(copy["passages"]), "passage")
            lines.append(f"shares {share}% of its words with {names.get(copy['from'], copy['from'])} ({passages})")
    for item in lineage["reliance"]:
        if item["article"] == key:
            words = clean(articles[key]["text"][item["start"] : item["end"]])
            lines.append(f"relies on {view.chain(item['on'])}: “{words}”")
    return list(dict.fromkeys(lines))


def _root(number: int, group: Item) -> Text:
    return Text.assemble((f"origin {number}", "bold"), (f"  {clean(group['reason'])}", "dim"))


def _time(articles: Mapping[str, Item], key: str) -> str:
    stated = view.when(articles[key]) if key in articles else ""
    return f"  {stated}" if stated else ""

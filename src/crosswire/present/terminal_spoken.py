"""One speaker's words on a terminal, as every report gives them; what differs stands in [brackets]."""

from collections.abc import Mapping

from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from crosswire.present.spoken import Utterance, spoken
from crosswire.present.view import Item, count

MOST = 6
"""Utterances that are listed without ``show_all``: about a screen."""


def words_of(
    story: Item, articles: Mapping[str, Item], names: Mapping[str, str], show_all: bool
) -> list[RenderableType]:
    """Return the section, empty where no two reports quote the same words."""
    every = [(speaker, one) for speaker, said in spoken(story, articles, names) for one in said]
    telling = sorted(every, key=lambda pair: not (pair[1].disputed or pair[1].differs))[:MOST]
    shown = every if show_all else [pair for pair in every if any(pair is other for other in telling)]
    if not shown:
        return []
    parts: list[RenderableType] = [
        Rule(Text("IN THEIR WORDS, what not all have in [brackets]", "bold"), align="left", style="dim", characters="─")
    ]
    last = ""
    for speaker, one in shown:
        parts += [Text(f"  {speaker}", "bold")] if speaker != last else []
        parts.append(_versions(one))
        last = speaker
    if len(shown) < len(every):
        parts.append(Text(f"  and {count(len(every) - len(shown), 'utterance')} more with --all", "dim"))
    return [*parts, Text()]


def _versions(one: Utterance) -> RenderableType:
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(width=1)
    grid.add_column(ratio=3, overflow="fold")
    grid.add_column(ratio=7, overflow="fold")
    for number, version in enumerate(one.versions):
        told = Text(", ".join(version.told))
        if version.said_by:
            told.append(f" — {version.said_by}", "italic")
        if not number:
            told.append(f" ({one.support})", "dim")
        words = Text()
        for part, differs in version.parts:
            words.append(f"[{part}]" if differs else part, "bold yellow" if differs else "")
        if not version.quoted:
            words.append("  reported speech", "dim")
        grid.add_row("", told, words)
    return grid

"""Reads a dossier's sources again, where they are still at hand as files."""

import re
from pathlib import Path

from crosswire.present.examples import FOLDER
from crosswire.records import Article, Capture
from crosswire.settings import Settings


class Sources:
    """Remembers which sources it read ``again``; addresses and standard input are never read."""

    def __init__(self) -> None:
        self.again: dict[str, Article] = {}
        self._opened: dict[Path, dict[str, Article]] = {}

    def read(self, source: str) -> Article | None:
        """Return the article that a source gives now, or None when it is not at hand as a file."""
        name, record = _split(source)
        path = _file(name)
        if path is None:
            return None
        if path not in self._opened:
            self._opened[path] = _articles(path)
        article = self._opened[path].get(record)
        if article is not None:
            self.again[source] = article
        return article


def _split(source: str) -> tuple[str, str]:
    """A record inside a file is named with its place: ``dump.jsonl:3`` is ("dump.jsonl", ":3")."""
    found = re.fullmatch(r"(.+?)(:\d+)", source)
    return (found[1], found[2]) if found and not Path(source).is_file() else (source, "")


def _file(name: str) -> Path | None:
    """The file of that name from here, or the example that ships with Crosswire."""
    if name == "-":
        return None
    example = (FOLDER.parent / name).resolve()
    if Path(name).is_file():
        return Path(name)
    return example if FOLDER in example.parents and example.is_file() else None


def _articles(path: Path) -> dict[str, Article]:
    """The articles of a file by the part of their source behind the file's own name ("" for the file)."""
    from crosswire.acquire import captures
    from crosswire.read import read

    found: dict[str, Article] = {}
    settings = Settings()
    for capture in captures([str(path)], settings, None):
        if isinstance(capture, Capture):
            article = read(capture, settings)
            if isinstance(article, Article):
                found[capture.source.removeprefix(str(path))] = article
    return found

"""Put what a command measured between its markers on docs/quality.md."""

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quality.md"


def replaced(text: str, begin: str, end: str, measured: str) -> str:
    """A page's text with what stands between two markers replaced. Raises ValueError where they do not stand there
    once."""
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    new, count = pattern.subn(lambda _: f"{begin}\n{measured}\n{end}", text)
    if count != 1:
        raise ValueError(f"expected the markers of {begin} once, found them {count} times")
    return new


def put(begin: str, end: str, measured: str, page: Path = PAGE) -> None:
    """Write what was measured between two markers of a page; see ``replaced``."""
    page.write_text(replaced(page.read_text("utf-8"), begin, end, measured), "utf-8")

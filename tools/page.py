"""Put what a command measured between its markers on docs/quality.md."""

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quality.md"


def put(begin: str, end: str, measured: str, page: Path = PAGE) -> None:
    """Replace what stands between two markers. Raises ValueError where they do not stand there once."""
    text = page.read_text("utf-8")
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    new, count = pattern.subn(lambda _: f"{begin}\n{measured}\n{end}", text)
    if count != 1:
        raise ValueError(f"expected {begin} once on {page.name}, found it {count} times")
    page.write_text(new, "utf-8")

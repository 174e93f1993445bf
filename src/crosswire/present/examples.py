"""The example stories that ship with Crosswire."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "examples"
"""Where they are; a source is named by its path from the folder above, the same on every machine."""
REPORTS = (".txt", ".md", ".html", ".htm")


def inputs() -> list[str]:
    """Return the example reports as paths from ``FOLDER``'s parent, in order."""
    return sorted(
        path.relative_to(FOLDER.parent).as_posix()
        for path in FOLDER.rglob("*")
        if path.suffix in REPORTS and not path.name.upper().startswith("README")
    )

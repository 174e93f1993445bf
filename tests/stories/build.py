"""Small articles and annotations for the tests of stories."""

from crosswire.records import Annotations, Article, Attribution, Citation, Line, LineKind, Parse, Source, content_id


def article(
    text: str,
    source: str = "a.txt",
    outlet: str | None = None,
    published: str | None = None,
    author: str | None = None,
    kinds: dict[int, LineKind] | None = None,
    title: str | None = None,
) -> Article:
    """An article whose lines are body, save those that ``kinds`` names by number."""
    lines = []
    place = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            lines.append(Line(place, place + len(line), (kinds or {}).get(number, "body")))
        place += len(line) + 1
    return Article(
        id=content_id("article", source, text),
        source=source,
        text=text,
        outlet=outlet,
        title=title,
        author=author,
        published=published,
        modified=None,
        language="en",
        address=None,
        lines=tuple(lines),
        digest="",
    )


def annotated(
    of: Article, cites: tuple[tuple[str, tuple[str, ...]], ...] = (), says: tuple[tuple[str, str], ...] = ()
) -> Annotations:
    """Annotations with citations (words, names) and indirect speech (content, outlet)."""
    citations = tuple(
        Citation(start := of.text.index(words), start + len(words), words, names) for words, names in cites
    )
    attributions = tuple(
        Attribution(
            0,
            0,
            "reported",
            ((start := of.text.index(content), start + len(content)),),
            (Source(0, 0, outlet, outlet, "media"),),
            "indirect",
            "reported",
        )
        for content, outlet in says
    )
    return Annotations(of.id, Parse((), (), ()), (), (), (), (), attributions, citations)

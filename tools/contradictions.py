"""Measure which contradictions between reports a dossier shows, on whole stories that a reader searched for them.

    python tools/contradictions.py         measures, and puts the table into docs/quality.md

The stories of tools/tagger/contradictions.tsv (ECB+, BASIL, NewsWCL50 and NeuS; none is a gold cluster) were read from
end to end, and every place was marked where two reports cannot both be right, or where one has become out of date. A
marked one is shown where a point in conflict, or an update, has claims over both its places in two accounts; a shown
one is marked where it has such a pair. Readers marked one pair of sentences for a question, and a dossier may show
another pair, so both shares are lower than a reader of the dossiers would find. About ten minutes on two cores.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import corpora
from crosswire import pipeline
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.read.lines import mark
from crosswire.records import Article, Point, Story
from crosswire.settings import Settings
from page import put
from quality import ROOT
from tagger.stories import READERS, Spot, place, read_rows

LABELS = ROOT / "tools/tagger/contradictions.tsv"
BEGIN, END = "<!-- contradictions: begin (tools/contradictions.py) -->", "<!-- contradictions: end -->"
UPDATE = "update-"


@dataclass(frozen=True)
class Marked:
    """A contradiction that a reader found: its kind, and the places of the two answers."""

    kind: str
    left: Spot
    right: Spot

    def meets(self, one: Spot, other: Spot) -> bool:
        """Whether two places, in whichever order, overlap the two answers."""
        ways = ((self.left, self.right), (self.right, self.left))
        return any(_overlap(one, left) and _overlap(other, right) for left, right in ways)


def _overlap(a: Spot, b: Spot) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def labelled() -> Iterator[tuple[str, list[str], list[Article], list[Marked]]]:
    """Each story: its name, its reports by name and as articles, and what in them contradicts each other."""
    for name, reports, marks in read_rows(LABELS):
        articles = [READERS[name.split("-")[0]](report) for report in reports.split()]
        found = []
        for kind, left, here, right, there in (one.split(":") for one in marks.split()):
            found.append(Marked(kind, place(articles[int(left)].id, here), place(articles[int(right)].id, there)))
        yield name, reports.split(), [replace(a, lines=mark(a.text)) for a in articles], found


def shows(point: Point, marked: Marked) -> bool:
    """Whether two accounts of a point have claims over the two places of a contradiction."""
    left, right = (
        {n for n, a in enumerate(point.accounts) for c in a.claims if _overlap((c.article, c.start, c.end), spot)}
        for spot in (marked.left, marked.right)
    )
    return any(i != j for i in left for j in right)


def main() -> int:
    """Measure, and write the table."""
    if not (corpora.folder() / "ecbplus").is_dir():
        sys.exit("no corpora: set CROSSWIRE_CORPORA")
    parser, reader, settings = SpacyParser(), pipeline.default_reader(Settings()), Settings()
    marks: Counter[str] = Counter()
    found: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    real: Counter[str] = Counter()
    stories = 0
    for _, _, articles, marked in labelled():
        read, vectors = pipeline.read_all(articles, parser, reader, settings, lambda *_: None)
        findings = pipeline.find(Story("story-all", "", tuple(a.id for a in articles)), read, vectors, settings)
        points = [p for p in findings.points if p.verdict in ("conflict", "update")]
        for one in marked:
            kind = "update" if one.kind.startswith(UPDATE) else one.kind
            marks[kind] += 1
            found[kind] += any(shows(p, one) for p in points)
        for point in points:
            shown[point.kind] += 1
            real[point.kind] += any(shows(point, one) for one in marked)
        stories += 1
    measured = table(stories, (marks, found), (shown, real))
    print(measured)
    put(BEGIN, END, measured)
    return 0


def table(stories: int, marked: tuple[Counter[str], Counter[str]], shown: tuple[Counter[str], Counter[str]]) -> str:
    """What is marked and shown, by kind."""
    lines = [f"{stories} stories.", ""]
    for head, (all_of, met) in (("marked by a reader | marked | shown", marked), ("shown | shown | marked", shown)):
        lines += [f"| {head} | share |", "| --- | ---: | ---: | ---: |"]
        rows = [*sorted(all_of.items(), key=lambda row: (-row[1], row[0])), ("all", all_of.total())]
        lines += [f"| {k} | {n} | {met[k] if k != 'all' else met.total()} | {_share(met, k, n)} |" for k, n in rows]
        lines.append("")
    return "\n".join(lines).strip()


def _share(met: Counter[str], kind: str, number: int) -> str:
    return f"{(met.total() if kind == 'all' else met[kind]) / number:.2f}"


if __name__ == "__main__":
    sys.exit(main())

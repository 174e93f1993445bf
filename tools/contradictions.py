"""Measure which contradictions between reports a dossier shows, on whole stories that a reader searched for them.

    python tools/contradictions.py         measures, and puts the table into docs/quality.md

The stories of tools/tagger/contradictions.tsv (ECB+, BASIL, NewsWCL50 and NeuS; none is a gold cluster) were read from
end to end, and every place was marked where two reports cannot both be right, or where one has become out of date. A
marked one is shown where a point in conflict, or an update, has claims over both its places in two accounts; a shown
one is marked where it has such a pair. Readers marked one pair of sentences for a question, and a dossier may show
another pair, so both shares are lower than a reader of the dossiers would find: what earlier states showed was judged
point by point (tools/tagger/shown.tsv), and counts here where it is shown still. About five minutes on two cores.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
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
SHOWN = ROOT / "tools/tagger/shown.tsv"
JUDGED = {"r": "real", "c": "compatible", "f": "false"}
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


def judgements() -> dict[str, list[tuple[str, Marked]]]:
    """What readers said of points that a dossier showed: by story, the answer and the two places."""
    found: dict[str, list[tuple[str, Marked]]] = {}
    for name, reports, rows in read_rows(SHOWN):
        texts = [READERS[name.split("-")[0]](report).id for report in reports.split()]
        for kind, left, here, right, there, answer in (row.split(":") for row in rows.split()):
            one = Marked(kind, place(texts[int(left)], here), place(texts[int(right)], there))
            found.setdefault(name, []).append((JUDGED[answer], one))
    return found


def judged(point: Point, known: Sequence[tuple[str, Marked]]) -> str:
    """What readers said of a point: the best that they said of a pair of places that it shows; or that it is new."""
    told = {answer for answer, one in known if _is_figure(one.kind, point.kind) and shows(point, one)}
    return next((answer for answer in JUDGED.values() if answer in told), "not judged")


def _is_figure(one: str, other: str) -> bool:
    """Whether two kinds are one, or both of figures."""
    return one == other or {one, other} <= {"count", "quantity", "money", "duration"}


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
    told, answers = judgements(), Counter[tuple[str, str]]()
    stories = 0
    for name, _, articles, marked in labelled():
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
            answers[point.kind, judged(point, told.get(name, ()))] += 1
        stories += 1
    measured = "\n\n".join((table(stories, (marks, found), (shown, real)), by_reading(shown, answers)))
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


def by_reading(shown: Counter[str], answers: Counter[tuple[str, str]]) -> str:
    """What readers said of what is shown, by kind."""
    heads = [*JUDGED.values(), "not judged"]
    lines = [f"| shown, by reading | {' | '.join(heads)} |", f"| --- |{' ---: |' * len(heads)}"]
    for kind, _ in sorted(shown.items(), key=lambda row: (-row[1], row[0])):
        lines.append(f"| {kind} | {' | '.join(str(answers[kind, head]) for head in heads)} |")
    sums = [sum(n for (_, answer), n in answers.items() if answer == head) for head in heads]
    return "\n".join([*lines, f"| all | {' | '.join(map(str, sums))} |"])


def _share(met: Counter[str], kind: str, number: int) -> str:
    return f"{(met.total() if kind == 'all' else met[kind]) / number:.2f}"


if __name__ == "__main__":
    sys.exit(main())

"""Score Crosswire on clusters that were marked after its rules were made, beside the gold.

    python tools/fresh.py         measures, and puts the table into docs/quality.md

The clusters (ECB+, BASIL, NewsWCL50; none is a gold cluster) were marked by the gold's guide, each once and quickly.
tools/tagger/fresh.json has the marks by places, without the texts: points with their verdicts, mentions and which of
them answer alike, statements and whose they are, named sources, forms of a name. Half of them may be read ("read"),
the others are only scored. The marks are written out beside the reports for the gold's scorer. A minute on two cores.
"""

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import corpora
from page import put
from quality import MEASURES, ROOT, dossier_of, gold_folder, load_scorer, read, show
from tagger.stories import READERS

LABELS = ROOT / "tools/tagger/fresh.json"
BEGIN, END = "<!-- fresh: begin (tools/fresh.py) -->", "<!-- fresh: end -->"


def write(cluster: dict[str, Any], folder: Path) -> None:
    """Write a cluster's reports and its answers into a folder, as the gold has them."""
    texts = [READERS[cluster["story"].split("-")[0]](report).text for report in cluster["reports"]]
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")

    def words(place: list[int]) -> str:
        report, start, end = place[:3]
        return texts[report][start:end]

    def name(places: list[list[int]]) -> str:
        return " ".join(map(words, places))

    points = []
    for number, point in enumerate(cluster["points"]):
        told = [{"doc": str(m[0]), "quote": words(m), "value": str(m[3]), "said_by": []} for m in point["mentions"]]
        points.append({"id": f"p{number}", "kind": point["kind"], "verdict": point["verdict"], "mentions": told})
    statements = [
        {"doc": str(a["content"][0]), "content": words(a["content"]), "speaker": name(a["speaker"])}
        for a in cluster["attributions"]
    ]
    sources = [{"doc": str(r["report"]), "on": [name(r["on"])]} for r in cluster["reliance"]]
    names = [{"canonical": name(a["name"]), "variants": [words(v) for v in a["variants"]]} for a in cluster["aliases"]]
    gold = {"points": points, "attributions": statements, "reliance": sources, "aliases": names}
    (folder / "gold.json").write_text(json.dumps(gold), "utf-8")


def main() -> int:
    """Measure, and write the table."""
    gold = gold_folder()
    if gold is None or not (corpora.folder() / "ecbplus").is_dir():
        sys.exit("no gold or no corpora: set CROSSWIRE_GOLD and CROSSWIRE_CORPORA")
    scorer, sums = load_scorer(gold), {True: Counter[str](), False: Counter[str]()}
    for cluster in json.loads(LABELS.read_text("utf-8")):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            write(cluster, folder)
            sums[cluster["read"]].update(scorer.score(made, dossier_of(folder)))
    scores = [scorer.ratios(sums[key]) for key in (True, False)]
    counts = [score["counts"] for score in scores]
    sizes = " | ".join(f"{c['align_gold']} pairs, {c['conflict_gold']} conflicts" for c in counts)
    rows = [f"| {m.label} | {show(read(scores[0], m.key))} | {show(read(scores[1], m.key))} |" for m in MEASURES]
    found = " | ".join(f"{c['conflict_found']} ({c['conflict_right']} of {c['conflict_sys']})" for c in counts)
    lines = ["| | read while mending | only scored |", "| --- | ---: | ---: |", f"| size | {sizes} |", *rows]
    measured = "\n".join([*lines, f"| conflicts found (right of all shown) | {found} |"])
    print(measured)
    put(BEGIN, END, measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
